/** One step of the hall: facts folded in, and which records they touched. */
import type { Fact } from '#contracts/facts.ts'
import { askedAnew } from './fleet/asking.ts'
import { evolve } from './hall.ts'
import type { HallState } from './state.ts'
import { type Key, touched } from './touching.ts'

export interface Step {
  hall: HallState
  /** Without repeats, in the order they were touched. */
  keys: Key[]
  /** A day has begun: no record is what it was. */
  anew: boolean
}

export const advance = (start: HallState, facts: readonly Fact[]): Step => {
  const keys = new Map<string, Key>()
  const note = (key: Key) => keys.set(`${key.kind}:${key.id}`, key)
  const hall = facts.reduce((before, fact) => {
    const after = evolve(before, fact)
    touched(fact.event, before, after).forEach(note)
    return after
  }, start)
  askedAnew(start, hall).forEach(note)
  return { hall, keys: [...keys.values()], anew: facts.some(({ event }) => event.type === 'dayBegan') }
}
