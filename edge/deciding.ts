/** A group of commands, each decided on what the ones before it will have made of the hall. */
import type { CommandEnvelope } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { Instant } from '#contracts/time.ts'
import { advance, type Step } from './core/advance.ts'
import { withPromise } from './core/forecast/estimate.ts'
import { decide } from './core/hall.ts'
import { recordOf } from './core/records.ts'
import type { HallState } from './core/state.ts'

/** What is to be written, remembered and answered once it is safe. */
export interface Decided {
  facts: Fact[]
  step: Step
  receipt: Receipt
}

export const receiptOf = ({ hall, keys }: Step, facts: Fact[]): Receipt => ({
  ok: true,
  facts,
  records: keys.flatMap((key) => recordOf(hall, key) ?? []),
})

const decideOne = ({ id, by, command }: CommandEnvelope, hall: HallState, seq: number, at: Instant): Decided => {
  const decision = decide(command, hall, at)
  const events = decision.ok ? decision.events : []
  const facts = promising(
    events.map((event, i): Fact => ({ seq: seq + 1 + i, at, by, cause: id, event })),
    hall,
  )
  const step = advance(hall, facts)
  return { facts, step, receipt: decision.ok ? receiptOf(step, facts) : decision }
}

/** What is written down of a number given out says what its visitor is told: nothing to one who never waits, or who has the number of a kiosk that was out of reach. */
const promising = (facts: Fact[], hall: HallState): Fact[] => {
  const waits = !facts.some(({ event }) => event.type === 'ticketCalled')
  return facts.map((fact, i): Fact => {
    const { event, at } = fact
    if (!waits || event.type !== 'ticketIssued' || event.issuedAt !== undefined) return fact
    return { ...fact, event: withPromise(event, advance(hall, facts.slice(0, i)).hall, at) }
  })
}

/** The core threw: nothing came of this command, and the others go on without it. */
export interface Broken {
  bug: unknown
}

/** One answer for each, in the same order; `seq` is the last fact before them. */
export const decideInTurn = (
  group: readonly { envelope: CommandEnvelope }[],
  { hall, seq }: { hall: HallState; seq: number },
  now: () => Instant,
): (Decided | Broken)[] => {
  let next = hall
  let last = seq
  return group.map(({ envelope }) => {
    try {
      const decided = decideOne(envelope, next, last, now())
      next = decided.step.hall
      last += decided.facts.length
      return decided
    } catch (bug) {
      return { bug }
    }
  })
}
