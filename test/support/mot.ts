/** The MOTChallenge measures of a tracker: MOTA of CLEAR MOT (Bernardin, Stiefelhagen 2008) and IDF1 (Ristani et al. 2016). */
import { readFileSync } from 'node:fs'
import { assign } from '#edge/core/crowd/assignment.ts'
import { type Box, overlapOf } from '#edge/core/crowd/geometry.ts'

/** One box of one frame; frames count from 1. */
export interface MotRow {
  frame: number
  id: number
  box: Box
}

export interface MotScores {
  mota: number
  idf1: number
  falsePositives: number
  misses: number
  switches: number
}

/** Less overlap is no match, as everywhere in MOTChallenge. */
const LEAST_OVERLAP = 0.5
const FORBIDDEN = 1e6

/** Lines of `frame, id, left, top, width, height, score, …`. */
export const readMot = (path: string): MotRow[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [frame = 0, id = 0, left = 0, top = 0, width = 0, height = 0, score = 0] = line.split(',').map(Number)
      return { frame, id, box: { x1: left, y1: top, x2: left + width, y2: top + height, score } }
    })

/** The rows of each frame. */
export const byFrame = (rows: readonly MotRow[]): Map<number, MotRow[]> => {
  const frames = new Map<number, MotRow[]>()
  for (const row of rows) frames.set(row.frame, [...(frames.get(row.frame) ?? []), row])
  return frames
}

export const scoresOf = (truth: readonly MotRow[], tracked: readonly MotRow[]): MotScores => {
  const { matches, switches } = matched(truth, tracked)
  const misses = truth.length - matches
  const falsePositives = tracked.length - matches
  const mota = 1 - (misses + falsePositives + switches) / truth.length
  return { mota, idf1: idf1Of(truth, tracked), falsePositives, misses, switches }
}

/** A person keeps the track of the frame before while it fits; the others are paired anew. */
function matched(truth: readonly MotRow[], tracked: readonly MotRow[]): { matches: number; switches: number } {
  const [people, tracks] = [byFrame(truth), byFrame(tracked)]
  const trackOf = new Map<number, number>()
  let [matches, switches] = [0, 0]
  for (const frame of [...people.keys()].sort((a, b) => a - b)) {
    const here = people.get(frame) ?? []
    const seen = tracks.get(frame) ?? []
    const pairs = new Map<MotRow, MotRow>()
    const kept = new Set<MotRow>()
    for (const person of here) {
      const same = seen.find((row) => row.id === trackOf.get(person.id) && !kept.has(row))
      if (!same || overlapOf(person.box, same.box) < LEAST_OVERLAP) continue
      pairs.set(person, same)
      kept.add(same)
    }
    const alone = here.filter((person) => !pairs.has(person))
    const free = seen.filter((row) => !kept.has(row))
    for (const [person, row] of bestPairs(alone, free)) pairs.set(person, row)
    for (const [person, row] of pairs) {
      if (trackOf.has(person.id) && trackOf.get(person.id) !== row.id) switches++
      trackOf.set(person.id, row.id)
    }
    matches += pairs.size
  }
  return { matches, switches }
}

function bestPairs(people: readonly MotRow[], rows: readonly MotRow[]): [MotRow, MotRow][] {
  const fits = (a: MotRow, b: MotRow) => overlapOf(a.box, b.box) >= LEAST_OVERLAP
  const columns = assign(people.map((a) => rows.map((b) => (fits(a, b) ? 1 - overlapOf(a.box, b.box) : FORBIDDEN))))
  return people.flatMap((person, at): [MotRow, MotRow][] => {
    const row = rows[columns[at] ?? -1]
    return row && fits(person, row) ? [[person, row]] : []
  })
}

/** Each person is given one track for the whole sequence, so that most boxes agree. */
function idf1Of(truth: readonly MotRow[], tracked: readonly MotRow[]): number {
  const people = [...new Set(truth.map(({ id }) => id))]
  const tracks = [...new Set(tracked.map(({ id }) => id))]
  const seen = byFrame(tracked)
  const shared = new Map<string, number>()
  for (const { frame, id, box } of truth)
    for (const row of seen.get(frame) ?? [])
      if (overlapOf(box, row.box) >= LEAST_OVERLAP) {
        const key = `${id} ${row.id}`
        shared.set(key, (shared.get(key) ?? 0) + 1)
      }
  const sharedBy = (person: number, track: number) => shared.get(`${person} ${track}`) ?? 0
  const columns = assign(people.map((person) => tracks.map((track) => -sharedBy(person, track))))
  const agreeing = people.reduce((sum, person, at) => sum + sharedBy(person, tracks[columns[at] ?? -1] ?? -1), 0)
  return (2 * agreeing) / (truth.length + tracked.length)
}
