/** The answer of a decider: either what happened, or why not. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Refusal } from '#contracts/refusals.ts'

export type Decision = { ok: true; events: HallEvent[] } | { ok: false; refusal: Refusal }

export const accept = (...events: HallEvent[]): Decision => ({ ok: true, events })
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })

/** Ends a switch over a union: adding a member without a case becomes a compile error. */
export const unreachable = (value: never): never => {
  throw new Error(`unhandled: ${JSON.stringify(value)}`)
}
