/** Whose hands a tablet is in: it does what is asked for whoever went on duty with it, and ends only what is theirs. */
import type { StaffMember } from '#contracts/cards.ts'
import type { AlertId, CardId, StaffId } from '#contracts/ids.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { Instant } from '#contracts/time.ts'
import { type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'

interface Asked {
  staffId?: StaffId | undefined
  /** Absent for those who may act for everybody. */
  tabletId?: StaffId | undefined
  alertId?: AlertId
  cardId?: CardId
}

type Decider<C> = (command: C, hall: HallState, at: Instant) => Decision

export const holderOf = ({ staff }: HallState, tabletId: StaffId): StaffMember | undefined =>
  [...staff.values()].find((member) => member.tabletId === tabletId)

/** A tablet that nobody went on duty with is its own. */
const wrongHands = ({ tabletId, staffId = tabletId }: Asked, hall: HallState): Refusal | undefined => {
  if (!tabletId || !staffId) return undefined
  const heldBy = holderOf(hall, tabletId)?.staffId ?? tabletId
  return staffId === heldBy ? undefined : { code: 'tabletElsewhere', tabletId, staffId, heldBy }
}

const someoneElses = ({ tabletId, staffId, alertId, cardId }: Asked, hall: HallState): Refusal | undefined => {
  const alert = alertId && hall.alerts.get(alertId)
  const card = cardId && hall.cards.get(cardId)
  const { acceptedBy, state } = alert ?? card ?? {}
  const isTheirs = acceptedBy === staffId || acceptedBy === tabletId
  if (!tabletId || acceptedBy === undefined || isTheirs || state !== 'accepted') return undefined
  if (alertId) return { code: 'alertTaken', alertId, acceptedBy }
  return cardId && { code: 'cardTaken', cardId, acceptedBy }
}

/** Decided after repeats have been answered: what was done before a change of hands stays done. */
export const forHolder =
  <C extends Asked>(decide: Decider<C>): Decider<C> =>
  (command, hall, at) => {
    const refusal = wrongHands(command, hall) ?? someoneElses(command, hall)
    return refusal ? refuse(refusal) : decide(command, hall, at)
  }
