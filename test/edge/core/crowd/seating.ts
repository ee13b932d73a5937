/** Seats before a camera, and people on them, for the tests of stays. */
import { MINUTE } from '#contracts/durations.ts'
import { ZoneId } from '#contracts/ids.ts'
import type { Occupancy } from '#contracts/readings.ts'
import { SiteCamera } from '#contracts/siteCameras.ts'
import { type CameraCrowd, type CrowdRules, emptyCrowd, observe, usualCrowd } from '#edge/core/crowd/crowd.ts'
import type { Box } from '#edge/core/crowd/geometry.ts'
import type { LongStay } from '#edge/core/crowd/occupancy.ts'

const privacy = { operator: 'hall', purpose: 'long waits', legalBasis: 'law', assessment: '1', signsPosted: true }

/** Seats in the left half of the picture, 100 pixels a metre. */
export const camera = SiteCamera.parse({
  cameraId: 'C1',
  floorId: 'F1',
  width: 1280,
  height: 720,
  zones: [
    {
      zoneId: 'seats',
      outline: [
        { x: 0, y: 0 },
        { x: 640, y: 0 },
        { x: 640, y: 720 },
        { x: 0, y: 720 },
      ],
    },
  ],
  homography: [0.01, 0, 0, 0, -0.01, 7.2, 0, 0, 1],
  privacy,
})

export const seats = ZoneId.parse('seats')
export const rules: CrowdRules = { ...usualCrowd, longWait: 15 * MINUTE, seats: new Set([seats]) }
export const START = 1_800_000_000_000

export const person = (x: number, { score = 0.6, foot = 400, height = 160 } = {}): Box => ({
  x1: x - 30,
  y1: foot - height,
  x2: x + 30,
  y2: foot,
  score,
})

export interface Seen {
  crowd: CameraCrowd
  found: LongStay[]
  over: string[]
  last: Occupancy | undefined
  at: number
}

export const nothing: Seen = { crowd: emptyCrowd, found: [], over: [], last: undefined, at: START }

/** Frames `step` ms apart for `time` ms after what was seen before; `boxes` get the time since then. */
export const watch = (before: Seen, time: number, step: number, boxes: (elapsed: number) => Box[]): Seen => {
  let seen = before
  for (let elapsed = step; elapsed <= time; elapsed += step) {
    const at = before.at + elapsed
    const { crowd, occupancy, found, over } = observe(seen.crowd, { at, boxes: boxes(elapsed) }, camera, rules)
    seen = {
      crowd,
      found: [...seen.found, ...found],
      over: [...seen.over, ...over],
      last: occupancy.at(-1) ?? seen.last,
      at,
    }
  }
  return seen
}

/** Leans another way every minute, as people do. */
export const leaning = (elapsed: number): number => 6 * Math.sin(Math.floor(elapsed / MINUTE))
export const sits = (elapsed: number) => [person(300 + leaning(elapsed))]
export const leant = ({ x1, x2 }: Box, elapsed: number) => ({ x1: x1 + leaning(elapsed), x2: x2 + leaning(elapsed) })
export const thing = () => [person(300)]
export const nobody = () => []
