/** How well boxes find people whose places are known: average precision at an overlap of one half. */
import type { Box } from '#contracts/boxes.ts'
import { overlapOf } from '#edge/core/crowd/geometry.ts'

type Place = Omit<Box, 'score'>

export interface JudgedFrame {
  found: readonly Box[]
  /** Those who should be found. */
  people: readonly Place[]
  /** Those who may be found or not: a box on one of them counts for nothing. */
  doubtful: readonly Place[]
}

const ENOUGH = 0.5

interface Judged {
  score: number
  isRight: boolean
}

const nearest = (box: Box, places: readonly Place[]): Place | undefined => {
  const overlap = (place: Place) => overlapOf({ ...place, score: 1 }, box)
  return places.filter((place) => overlap(place) >= ENOUGH).sort((a, b) => overlap(b) - overlap(a))[0]
}

/** The best box of each person is right, any other is not. */
const judge = ({ found, people, doubtful }: JudgedFrame): Judged[] => {
  const left = new Set(people)
  return found
    .toSorted((a, b) => b.score - a.score)
    .flatMap((box): Judged[] => {
      const person = nearest(box, [...left])
      if (person) {
        left.delete(person)
        return [{ score: box.score, isRight: true }]
      }
      return nearest(box, doubtful) ? [] : [{ score: box.score, isRight: false }]
    })
}

/** Precision at 101 steps of recall, each the best at that recall or above (COCO), 0..1. */
export const averagePrecision = (frames: readonly JudgedFrame[]): number => {
  const all = frames.reduce((sum, { people }) => sum + people.length, 0)
  const judged = frames.flatMap(judge).sort((a, b) => b.score - a.score)
  let right = 0
  const curve = judged.map(({ isRight }, at) => {
    right += isRight ? 1 : 0
    return { recall: right / all, precision: right / (at + 1) }
  })
  const bestFrom = (recall: number) =>
    curve.reduce((best, point) => (point.recall >= recall ? Math.max(best, point.precision) : best), 0)
  const steps = Array.from({ length: 101 }, (_, step) => bestFrom(step / 100))
  return steps.reduce((sum, precision) => sum + precision, 0) / steps.length
}
