/** One deed after the other, each on the hall as the earlier ones leave it. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { evolveFleet, isFleetEvent } from './lifecycle.ts'

export type Deed = (hall: HallState, at: Instant) => HallEvent[]

export const inTurn = (hall: HallState, at: Instant, ...deeds: readonly Deed[]): HallEvent[] => {
  const events: HallEvent[] = []
  let now = hall
  for (const deed of deeds) {
    const next = deed(now, at)
    now = after(now, at, next)
    events.push(...next)
  }
  return events
}

/** The hall when all of this has happened to its robots. */
export const after = (hall: HallState, at: Instant, events: readonly HallEvent[]): HallState =>
  events.filter(isFleetEvent).reduce((before, event) => evolveFleet(before, at, event), hall)
