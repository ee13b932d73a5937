/** Whether a zone is too full: not for a moment's reading, and not over and over when the number wavers. */
import type { Instant } from '#contracts/time.ts'

export interface CrowdingRules {
  /** With so many people the zone is too full. */
  readonly crowdedAt: number
  /** For so long (ms) until it is told; twice as long below four fifths of it until it is told that it is over. */
  readonly crowdedFor: number
}

export interface Crowding {
  /** It has been told that the zone is too full, and not yet that this is over. */
  readonly isCrowded: boolean
  /** Since when it has been otherwise than told. */
  readonly since?: Instant
}

export const notCrowded: Crowding = { isCrowded: false }

/** Without `people` it is over. `since` is when it began, and when it ended. */
export interface CrowdingTold {
  people?: number
  since: Instant
}

const CLEAR = 0.8

/** After one more reading at `at`; no `people` while nobody counts them: then nothing is known, and nothing told. */
export const watchCrowding = (
  before: Crowding,
  people: number | undefined,
  at: Instant,
  { crowdedAt, crowdedFor }: CrowdingRules,
): { crowding: Crowding; told?: CrowdingTold } => {
  const { isCrowded } = before
  if (people === undefined) return { crowding: { isCrowded } }
  const isClear = people < CLEAR * crowdedAt
  const isFull = people >= crowdedAt
  if (isCrowded ? isFull : isClear) return { crowding: { isCrowded } }
  const differs = isCrowded ? isClear : isFull
  const since = before.since ?? (differs ? at : undefined)
  if (since === undefined) return { crowding: before }
  const isTold = differs && at - since >= (isCrowded ? 2 : 1) * crowdedFor
  if (!isTold) return { crowding: { isCrowded, since } }
  return { crowding: { isCrowded: !isCrowded }, told: { since, ...(!isCrowded && { people }) } }
}
