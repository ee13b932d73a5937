/** By which distances and times stays are kept apart and together. */
import type { Pace } from './pace.ts'
import type { PlaceRules } from './placing.ts'
import { type StirRules, usualStirring } from './stirring.ts'

export interface StayRules extends PlaceRules {
  /** Seen outside the zone for this long (ms): gone. */
  readonly exitGrace: number
  /** Lost while walking for this long (ms): gone. Long enough for whoever has sat down elsewhere to settle there. */
  readonly lostOnFoot: number
  /** Who appears at a place may be who was lost on foot so long (ms) before, at most. */
  readonly rejoinWithin: number
  /** So near to a seat, in box heights, somebody lost on foot may have sat down on it. */
  readonly besideHeights: number
  /** Where somebody sat who was lost from sight, the place is kept this long (ms). */
  readonly keepPlace: number
  /** Somebody sits, or stands still, when at one place for this long (ms). */
  readonly settledAfter: number
  /** Two tracks that change places within this time (ms) have been mixed up: people need longer. */
  readonly swapWithin: number
  /** A passer-by may take the track of somebody who sits along for so long (ms); who is away for longer has left. */
  readonly takenAlongFor: number
  /** With each sight the place follows the box by this share. */
  readonly placeFollows: number
  /** Only beyond this distance from the zone's edge, in box heights, is a foot outside. */
  readonly edgeHeights: number
  /** Who is lost while walking is found again within this time (ms), so far away, and at most so many box heights. */
  readonly reachWithin: number
  readonly walk: Pace
  readonly reachMostHeights: number
  /** The middle of a zone begins so far, in box heights, from its edge. */
  readonly deepHeights: number
  readonly stirring: StirRules
}

export const usualStays: StayRules = {
  exitGrace: 10_000,
  lostOnFoot: 15_000,
  rejoinWithin: 6000,
  besideHeights: 0.6,
  keepPlace: 120_000,
  settledAfter: 5000,
  swapWithin: 3000,
  takenAlongFor: 1000,
  reachWithin: 4000,
  nearHeights: 0.3,
  takenHeights: 0.2,
  likeness: 0.5,
  tallest: 1.25,
  beforeHeights: 0.15,
  placeFollows: 0.05,
  edgeHeights: 0.15,
  walk: { atOnce: 0.5, perSecond: 0.9 },
  reachMostHeights: 1.5,
  deepHeights: 0.3,
  stirring: usualStirring,
}
