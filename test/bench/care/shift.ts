/** Staff of one day: they notice a buzz after a while, go if they are free, help for some minutes, and look at the list. */
import type { Card, StaffRole } from '#contracts/cards.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { type CardId, StaffId, type ZoneId } from '#contracts/ids.ts'
import { offersFor } from '#contracts/playbooks.ts'
import type { Instant } from '#contracts/time.ts'
import type { Dice } from '#simulators/random.ts'
import type { Agenda } from '../queue/agenda.ts'
import type { House } from '../queue/house.ts'

/** Medians, and the standard deviation of their logarithms. */
const NOTICES_SECONDS = 25
const HELPS_MINUTES = 3
const SPREAD = 0.6
/** A buzz that is felt at all. */
const FELT = 0.9

const ROLES: readonly StaffRole[] = ['guide', 'guide', 'guide', 'guide', 'lead', 'manager']

export interface Shift {
  hear(events: readonly HallEvent[], at: Instant): void
  readonly staffIds: readonly StaffId[]
}

export const openShift = (needs: { house: House; agenda: Agenda; dice: Dice; opensAt: Instant }): Shift => {
  const { house, agenda, dice, opensAt } = needs
  const zones = house.site.zones.map(({ zoneId }) => zoneId)
  const staffIds = ROLES.map((_, i) => StaffId.parse(`S${i + 1}`))
  const zoneOf = (i: number): ZoneId | undefined => zones[i % zones.length]
  ROLES.forEach((role, i) => {
    const [staffId, zoneId] = [staffIds[i], zoneOf(i)]
    if (staffId) house.ask({ type: 'beginDuty', staffId, role, ...(zoneId && { zoneId }) }, opensAt)
  })
  const isFree = (staffId: StaffId) => house.now().staff.get(staffId)?.helping === undefined

  const help = (cardId: CardId, staffId: StaffId, at: Instant): void => {
    const card = house.now().cards.get(cardId)
    if (!card || card.state === 'over' || card.state === 'accepted' || !isFree(staffId)) return
    const [measure] = offersFor(house.site.care, card.cause, (at - card.longestSince) / MINUTE)
    const took = house.ask({ type: 'acceptCard', cardId, staffId, ...(measure && { measure }) }, at)
    if (!took.ok) return
    if (card.zoneId) house.ask({ type: 'moveDuty', staffId, zoneId: card.zoneId }, at)
    agenda.put(at + dice.lognormal(HELPS_MINUTES, SPREAD) * MINUTE, (later) => {
      const now = house.now().cards.get(cardId)
      if (now?.state === 'accepted' && now.acceptedBy === staffId) {
        openFor(now, later)
        house.ask({ type: 'resolveCard', cardId }, later)
      }
      agenda.put(later + 10 * SECOND, (then) => pick(staffId, then))
    })
  }

  /** The lead has a window opened that can do what waits too long. */
  const openFor = ({ alertIds }: Card, at: Instant): void => {
    for (const alertId of alertIds) {
      const source = house.now().alerts.get(alertId)?.source
      const [windowId] = source?.by === 'imbalance' ? source.windowIds : []
      if (windowId) house.ask({ type: 'openWindow', windowId }, at)
    }
  }

  /** What waits on the list for them, or for everybody. */
  const pick = (staffId: StaffId, at: Instant): void => {
    const isTheirs = ({ state, heldBy, to }: Card) =>
      state === 'open' && !heldBy && (to.length === 0 || to.includes(staffId))
    const card = [...house.now().cards.values()].find(isTheirs)
    if (card) help(card.cardId, staffId, at)
  }

  return {
    staffIds,
    hear: (events, at) => {
      for (const event of events)
        if (event.type === 'cardSent')
          for (const staffId of event.to)
            if (dice.chance(FELT))
              agenda.put(at + dice.lognormal(NOTICES_SECONDS, SPREAD) * SECOND, (then) =>
                help(event.cardId, staffId, then),
              )
    },
  }
}
