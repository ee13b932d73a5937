/** How well tracks follow people: MOTA, IDF1 and HOTA, as MOTChallenge reports them. */
import type { MotRow } from './motFile.ts'
import { bestMatches, type Comparison, compare, type Match, tallyOf } from './motFrames.ts'

/** 0..1, but MOTA may be below 0. */
export interface MotScores {
  readonly mota: number
  readonly idf1: number
  readonly hota: number
  readonly misses: number
  readonly falsePositives: number
  readonly switches: number
}

/** So that an overlap of 0.5 is not less than 0.5. */
const ROUNDING = 1e-9

/** HOTA is the mean over these least overlaps; MOTA and IDF1 know only that of 0.5. */
const LEAST_OVERLAPS = Array.from({ length: 19 }, (_, step) => 0.05 * (step + 1))

const isMatch = ({ overlap }: Match, least = 0.5): boolean => overlap >= least - ROUNDING

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

export const scoresOf = (truth: readonly MotRow[], tracked: readonly MotRow[]): MotScores => {
  const comparison = compare(truth, tracked)
  return { ...clearOf(comparison), idf1: idf1Of(comparison), hota: hotaOf(comparison) }
}

/**
 * CLEAR MOT (Bernardin & Stiefelhagen 2008): whoever had a track in the frame before keeps it while it fits, the
 * others are paired by overlap. Misses, false positives and switches from track to track count alike.
 */
function clearOf({ frames, people, tracks }: Comparison): Omit<MotScores, 'idf1' | 'hota'> {
  const lastTrackOf = new Map<number, number>()
  let before = new Map<number, number>()
  let [hits, switches] = [0, 0]
  for (const frame of frames) {
    const keeps = ({ person, track }: Match) => before.get(person) === track
    const pairs = bestMatches(frame, (match) =>
      isMatch(match) ? match.overlap + (keeps(match) ? frame.length : 0) : 0,
    )
    before = new Map(pairs.map(({ person, track }) => [person, track]))
    for (const [person, track] of before) {
      if ((lastTrackOf.get(person) ?? track) !== track) switches += 1
      lastTrackOf.set(person, track)
    }
    hits += pairs.length
  }
  const boxes = sumOf(people)
  const [misses, falsePositives] = [boxes - hits, sumOf(tracks) - hits]
  return { mota: 1 - (misses + falsePositives + switches) / boxes, misses, falsePositives, switches }
}

/** IDF1 (Ristani et al. 2016): everybody gets one track for the whole sequence, so that most boxes agree. */
function idf1Of(comparison: Comparison): number {
  const { frames, people, tracks } = comparison
  const shared = tallyOf(comparison)
  for (const match of frames.flat(2)) if (isMatch(match)) shared.add(match, 1)
  const agreeing = sumOf(bestMatches(shared.everybody, shared.of).map(shared.of))
  return (2 * agreeing) / (sumOf(people) + sumOf(tracks))
}

/**
 * HOTA (Luiten et al. 2021): the geometric mean of how well boxes are found (found among found, missed and invented
 * ones) and how well they are joined up (the same, seen from each found box, for its person and its track).
 */
function hotaOf(comparison: Comparison): number {
  const { frames, people, tracks } = comparison
  /** Frames of the person or the track or both, when this many are of both. */
  const either = ({ person, track }: Match, both: number) => (people[person] ?? 0) + (tracks[track] ?? 0) - both
  const agreement = tallyOf(comparison)
  for (const frame of frames) for (const match of frame.flat()) agreement.add(match, shareOf(match, frame.flat()))
  const alike = (match: Match) => agreement.of(match) / either(match, agreement.of(match))
  const found = frames.flatMap((frame) => bestMatches(frame, (match) => alike(match) * match.overlap))
  const scores = LEAST_OVERLAPS.map((least) => {
    const hits = found.filter((match) => isMatch(match, least))
    const joined = tallyOf(comparison)
    for (const match of hits) joined.add(match, 1)
    const association = sumOf(hits.map((match) => joined.of(match) / either(match, joined.of(match))))
    return Math.sqrt(association / (sumOf(people) + sumOf(tracks) - hits.length))
  })
  return sumOf(scores) / scores.length
}

/** The overlap of a pair, as a share of all that its person and its track have in the frame. */
function shareOf({ person, track, overlap }: Match, frame: readonly Match[]): number {
  const rivals = frame.filter((match) => match.person === person || match.track === track)
  return overlap === 0 ? 0 : overlap / sumOf(rivals.map((rival) => rival.overlap))
}
