/** All that a second of time brings about for people who need help: what needs somebody, and who is told of it. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { watchWaits } from './alerts.ts'
import { helpFor, watchRobots } from './calling.ts'
import { watchCards } from './escalating.ts'
import { watchImbalance } from './imbalance.ts'
import { watchNoShows } from './noShows.ts'

/** Alerts are numbered through: each watch is told how many the ones before it have raised. */
type Watch = (offset: number) => HallEvent[]

/** `drives` is what the fleet does in the same second. */
export const watchCare = (hall: HallState, at: Instant, drives: readonly HallEvent[]): HallEvent[] => {
  const watches: Watch[] = [
    () => watchWaits(hall, at),
    (offset) => helpFor(drives, hall, at, offset),
    (offset) => watchRobots(hall, at, offset),
    (offset) => watchNoShows(hall, at, offset),
    (offset) => watchImbalance(hall, at, offset),
  ]
  const alerts: HallEvent[] = []
  for (const watch of watches) alerts.push(...watch(raisedIn(alerts)))
  return [...alerts, ...watchCards(hall, at, alerts)]
}

const raisedIn = (events: readonly HallEvent[]): number =>
  events.filter(({ type }) => type === 'longWaitFound' || type === 'helpAsked').length
