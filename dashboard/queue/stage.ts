/** Which call has the stage at an instant: told from the calls and the hall's time alone, so all screens show the same. */
import type { Call } from '#contracts/tickets.ts'

export interface Stage {
  /** Stays until the next one's turn. */
  readonly on?: Call
  /** `on` is being said right now. */
  readonly announcing: boolean
  /** Those before it, latest first, one a ticket. */
  readonly past: readonly Call[]
}

const MOST_PAST = 5
/** A call of more than an hour ago helps nobody. */
const SHOWN_MS = 3_600_000

interface Turn {
  readonly call: Call
  /** When it comes on stage, which may be after its announcement on its own floor has begun. */
  readonly from: number
}

/** A call without a time of its own is of an older hall: shown, never announced. */
const spanOf = ({ at, from = at, until = from }: Call) => ({ from, until })

/**
 * The turns of the calls, in order. Floors speak at the same time, one stage cannot: a call that others wait for keeps
 * it for its share of its time, so that with each of `floors` always speaking everyone has a turn while being said.
 */
const turnsOf = (calls: readonly Call[], floors: number): Turn[] => {
  const inOrder = calls
    .map((call) => ({ call, ...spanOf(call) }))
    .sort((a, b) => a.from - b.from || (a.call.callId < b.call.callId ? -1 : 1))
  let free = 0
  return inOrder.map(({ call, from: asked, until }) => {
    const from = Math.max(asked, free)
    free = from + (until - asked) / floors
    return { call, from }
  })
}

const latestOfEach = (calls: readonly Call[]): Call[] =>
  calls.filter(({ ticketId }, i) => calls.findIndex((call) => call.ticketId === ticketId) === i)

/** `floors` is how many floors the calls may come from, each with loudspeakers of its own; at least 1. */
export const stageAt = (calls: readonly Call[], floors: number, now: number): Stage => {
  const shown = turnsOf(calls, floors)
    .filter(({ call, from }) => from <= now && now - call.at < SHOWN_MS)
    .map(({ call }) => call)
    .reverse()
  const [on, ...past] = latestOfEach(shown)
  if (!on) return { announcing: false, past: [] }
  return { on, announcing: now < spanOf(on).until, past: past.slice(0, MOST_PAST) }
}
