/** Truth and tracks side by side, frame by frame, and which of them belong together. */
import munkres from 'munkres'
import { overlapOf } from '#edge/core/crowd/geometry.ts'
import { framesOf, type MotRow } from './motFile.ts'

/** A person and a track in one frame; both are counted from 0 over the whole sequence. */
export interface Match {
  readonly person: number
  readonly track: number
  /** Of their boxes: intersection over union. */
  readonly overlap: number
}

/** [person][track] of those in the frame. */
export type Frame = readonly (readonly Match[])[]

export interface Comparison {
  readonly frames: readonly Frame[]
  /** In how many frames each person and each track is. */
  readonly people: readonly number[]
  readonly tracks: readonly number[]
}

export const compare = (truth: readonly MotRow[], tracked: readonly MotRow[]): Comparison => {
  const [people, tracks] = [countsOf(truth), countsOf(tracked)]
  const [personIds, trackIds] = [[...people.keys()], [...tracks.keys()]]
  const frames = framesOf(truth, tracked).map(([there = [], said = []]) =>
    there.map(({ id, box }) =>
      said.map((row) => ({
        person: personIds.indexOf(id),
        track: trackIds.indexOf(row.id),
        overlap: overlapOf(box, row.box),
      })),
    ),
  )
  return { frames, people: [...people.values()], tracks: [...tracks.values()] }
}

const countsOf = (rows: readonly MotRow[]): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Pairs of the greatest sum of weights, each person and each track in one at most; weight 0 makes no pair. */
export const bestMatches = (frame: Frame, weight: (match: Match) => number): Match[] => {
  if (!frame[0]?.length) return []
  const weights = frame.map((matches) => matches.map(weight))
  const most = Math.max(...weights.flat())
  return munkres(weights.map((row) => row.map((amount) => most - amount))).flatMap(([row, column]) => {
    const match = frame[row]?.[column]
    return match && (weights[row]?.[column] ?? 0) > 0 ? [match] : []
  })
}

/** Sums for each person and track. */
export interface Tally {
  add(match: Match, amount: number): void
  of(match: Match): number
  /** Every person with every track, as if they were in one frame, of no overlap. */
  readonly everybody: Frame
}

export const tallyOf = ({ people, tracks }: Comparison): Tally => {
  const sums = people.map(() => tracks.map(() => 0))
  return {
    add: ({ person, track }, amount) => {
      const row = sums[person]
      if (row) row[track] = (row[track] ?? 0) + amount
    },
    of: ({ person, track }) => sums[person]?.[track] ?? 0,
    everybody: people.map((_, person) => tracks.map((_, track) => ({ person, track, overlap: 0 }))),
  }
}
