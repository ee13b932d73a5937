/** How long a queue is: the people who stand along a line, from its head to the first gap. */
import { type Homography, placeThrough } from '#contracts/homography.ts'
import type { Point } from '#contracts/places.ts'
import { type Box, distance, footOf, heightOf, nearestOnLine } from './geometry.ts'

/** On the floor in metres; where the floor is not known, in heights of the box around the person. */
export interface QueueRules {
  readonly besideMetres: number
  readonly gapMetres: number
  readonly besideHeights: number
  readonly gapHeights: number
}

/** People queue up to 2 m apart, and 0.8 m beside the line they should stand on; about 1.6 m high is a box. */
export const usualQueue: QueueRules = { besideMetres: 0.8, gapMetres: 2, besideHeights: 0.4, gapHeights: 1.1 }

export interface QueueLength {
  people: number
  /** From the head of the line to the last one, along it; only where the floor is known. */
  metres?: number
}

interface Standing {
  /** From the head of the line, along it. */
  readonly along: number
  readonly away: number
  /** What a metre, or a box height, is in the units of the line. */
  readonly unit: number
}

const placeAlong = (line: readonly Point[], place: Point, unit: number): Standing => {
  let nearest: Standing = { along: 0, away: Number.POSITIVE_INFINITY, unit }
  let walked = 0
  for (const [i, to] of line.entries()) {
    const from = line[i - 1]
    if (!from) continue
    const length = distance(from, to)
    const { share, away } = nearestOnLine(place, from, to)
    if (away < nearest.away) nearest = { along: walked + share * length, away, unit }
    walked += length
  }
  return nearest
}

/** `line` begins where people are served; `people` are boxes, both in pixels of the image. */
export const queueAlong = (
  line: readonly Point[],
  people: readonly Box[],
  homography: Homography | undefined,
  rules: QueueRules,
): QueueLength => {
  const onPlan = homography && line.flatMap((point) => placeThrough(homography, point) ?? [])
  const [beside, gap] = homography ? [rules.besideMetres, rules.gapMetres] : [rules.besideHeights, rules.gapHeights]
  const standing = people
    .flatMap((box) => {
      const place = homography ? placeThrough(homography, footOf(box)) : footOf(box)
      return place ? placeAlong(onPlan ?? line, place, homography ? 1 : heightOf(box)) : []
    })
    .filter(({ away, unit }) => away <= beside * unit)
    .sort((a, b) => a.along - b.along)
  const end = standing.findIndex(({ along, unit }, i) => along - (standing[i - 1]?.along ?? 0) > gap * unit)
  const queue = end < 0 ? standing : standing.slice(0, end)
  return { people: queue.length, ...(homography && { metres: Math.round((queue.at(-1)?.along ?? 0) * 10) / 10 }) }
}
