/** Which call has the stage of the queue screen: each for its whole announcement, the next one waits. */
import type { Call } from '#contracts/tickets.ts'

export interface Stage {
  /** The call on stage; it stays until the next one comes. */
  readonly on?: Call
  /** When it came on; absent for a call that was old news when the screen was opened. */
  readonly since?: number
  /** Calls that wait for the stage, first come first. */
  readonly next: readonly Call[]
  /** Calls that have left the stage, latest first, one a ticket. */
  readonly past: readonly Call[]
  readonly known: ReadonlySet<string>
}

export const emptyStage: Stage = { next: [], past: [], known: new Set() }

/** How long one call keeps the stage, and how long when many wait: nobody should be called long after the voice. */
export const ANNOUNCEMENT_MS = 8000
const HURRIED_MS = 4000
const MANY = 3
/** Calls older than this when first heard of are not announced again. */
const NEWS_MS = 15_000
const MOST_PAST = 5
/** A call of more than an hour ago helps nobody, nor does yesterday's. */
const SHOWN_MS = 3_600_000

const without = (calls: readonly Call[], { ticketId }: Call) => calls.filter((call) => call.ticketId !== ticketId)

const intoPast = (stage: Stage, call: Call): readonly Call[] => [call, ...without(stage.past, call)].slice(0, MOST_PAST)

/** Takes down what was called too long ago. */
const fade = (stage: Stage, now: number): Stage => {
  const { on, since, ...rest } = stage
  const isOld = ({ at }: Call) => now - at >= SHOWN_MS
  if (!stage.past.some(isOld) && !(on && isOld(on))) return stage
  const past = stage.past.filter((call) => !isOld(call))
  return on && isOld(on) ? { ...rest, past } : { ...stage, past }
}

/** Brings the next call on stage if it is free or its call has had its time. */
export const turn = (before: Stage, now: number): Stage => {
  const stage = fade(before, now)
  const [first, ...rest] = stage.next
  const full = stage.next.length > MANY ? HURRIED_MS : ANNOUNCEMENT_MS
  const busy = stage.since !== undefined && now - stage.since < full
  if (!first || busy) return stage
  const past = without(stage.on ? intoPast(stage, stage.on) : stage.past, first)
  return { ...stage, on: first, since: now, next: rest, past }
}

/** A call that was made before this screen looked: shown, but not announced. */
const remember = (stage: Stage, call: Call): Stage => {
  const { on, since, ...rest } = stage
  if (!on || on.at < call.at) return { ...rest, on: call, past: without(on ? intoPast(stage, on) : stage.past, call) }
  return on.ticketId === call.ticketId ? stage : { ...stage, past: intoPast(stage, call) }
}

/** Takes in the calls the hall knows now; those heard of before change nothing. */
export const hear = (stage: Stage, calls: Iterable<Call>, now: number): Stage => {
  const fresh = [...calls].filter(({ callId }) => !stage.known.has(callId)).sort((a, b) => a.at - b.at)
  const known = new Set([...stage.known, ...fresh.map(({ callId }) => callId)])
  const isNews = ({ at }: Call) => now - at < NEWS_MS
  const remembered = fresh.filter((call) => !isNews(call)).reduce(remember, stage)
  return turn({ ...remembered, next: [...remembered.next, ...fresh.filter(isNews)], known }, now)
}

/** Whether the call on stage is being announced right now. */
export const isAnnouncing = ({ since }: Stage, now: number): boolean =>
  since !== undefined && now - since < ANNOUNCEMENT_MS
