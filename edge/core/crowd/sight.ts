/** How well a camera sees: from each frame's light, contrast and layout to what is wrong with the camera. */
import type { CameraProblem } from '#contracts/cameras.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'

/** What is measured of a frame, after its masks; no picture can be made of it. */
export interface Sight {
  /** Mean, 0..255. */
  brightness: number
  /** Standard deviation of brightness, 0..255. */
  contrast: number
  /** Of the bytes of the frame: two frames of a living camera never have the same. */
  fingerprint: string
  /** How much edge there is in each cell of the frame, 0..1; LAYOUT.columns × LAYOUT.rows, row by row. */
  layout: readonly number[]
}

export const LAYOUT = { columns: 32, rows: 18 }

/** The same bytes, since when and how often. */
interface Repeat {
  fingerprint: string
  since: Instant
  frames: number
}

/** Where the edges of the place lie, learned slowly, so that people who come and go leave no trace. */
interface Place {
  layout: readonly number[]
  frames: number
  at: Instant
}

/** What is known of a camera's sight so far. */
export interface SightWatch {
  readonly problem?: CameraProblem
  /** Since when the problem is there. */
  readonly since?: Instant
  /** What may become a problem if it lasts. */
  readonly suspected?: { problem: Seen; since: Instant }
  readonly repeat?: Repeat
  readonly place?: Place
}

/** What frames show; that none come is seen by others. */
type Seen = Exclude<CameraProblem, 'offline'>

export const nothingSeen: SightWatch = {}

/** A suspicion that lasts so long is a problem. */
const LASTS: Record<Seen, number> = {
  blind: 10 * SECOND,
  covered: 10 * SECOND,
  frozen: 20 * SECOND,
  moved: 30 * SECOND,
}
const FROZEN_FRAMES = 3
/** The first frames count alike; later ones as much as their time is of this. */
const LEARNED_WITHIN = 10 * MINUTE
const FIRST_FRAMES = 20

/** Each with its hysteresis: what has begun ends only beyond the second number. */
const DARK = [20, 28] as const
const BRIGHT = [235, 225] as const
const GLARING_CONTRAST = [25, 32] as const
/** Mean edge of a frame that is light enough: sensor noise alone stays below, the emptiest hall is far above. */
const BARE = [0.012, 0.016] as const
/** In less light edges are fainter, too. */
const LIGHT_ENOUGH = 80
/** Correlation of layouts: the same place with other people stays above, another view falls below. */
const ALIKE = [0.6, 0.7] as const

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Pearson's; -1..1, and 1 where either has no shape. */
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [meanOf(a), meanOf(b)]
  let [both, squaresA, squaresB] = [0, 0, 0]
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[i] ?? meanB) - meanB]
    both += x * y
    squaresA += x * x
    squaresB += y * y
  }
  return squaresA === 0 || squaresB === 0 ? 1 : both / Math.sqrt(squaresA * squaresB)
}

const isBlind = ({ brightness, contrast }: Sight, has: 0 | 1): boolean =>
  brightness < DARK[has] || (brightness > BRIGHT[has] && contrast < GLARING_CONTRAST[has])

const isBare = ({ brightness, layout }: Sight, has: 0 | 1): boolean =>
  meanOf(layout) < BARE[has] * Math.min(1, brightness / LIGHT_ENOUGH)

const suspect = (before: SightWatch, sight: Sight, repeat: Repeat): Seen | undefined => {
  const has = (problem: Seen) => (before.problem === problem ? 1 : 0)
  if (isBlind(sight, has('blind'))) return 'blind'
  if (isBare(sight, has('covered'))) return 'covered'
  if (repeat.frames > 1) return 'frozen'
  const { place } = before
  const isKnown = place !== undefined && place.frames >= FIRST_FRAMES
  return isKnown && correlation(place.layout, sight.layout) < ALIKE[has('moved')] ? 'moved' : undefined
}

const repeatOf = (before: Repeat | undefined, { fingerprint }: Sight, at: Instant): Repeat =>
  before?.fingerprint === fingerprint && at >= before.since
    ? { ...before, frames: before.frames + 1 }
    : { fingerprint, since: at, frames: 1 }

const learn = (place: Place | undefined, { layout }: Sight, at: Instant): Place => {
  if (place === undefined) return { layout, frames: 1, at }
  const elapsed = Math.max(0, at - place.at)
  const weight = Math.min(
    1,
    Math.max(place.frames < FIRST_FRAMES ? 1 / (place.frames + 1) : 0, elapsed / LEARNED_WITHIN),
  )
  return {
    layout: place.layout.map((value, cell) => value + weight * ((layout[cell] ?? value) - value)),
    frames: place.frames + 1,
    at,
  }
}

/** After one more frame, taken at `at`. A new place is learned only by beginning with `nothingSeen` again. */
export const watchSight = (before: SightWatch, sight: Sight, at: Instant): SightWatch => {
  const repeat = repeatOf(before.repeat, sight, at)
  const problem = suspect(before, sight, repeat)
  if (problem === undefined) return { repeat, place: learn(before.place, sight, at) }
  const place = before.place && { ...before.place, at }
  const remembered = { repeat, ...(place && { place }) }
  const last = before.suspected
  const isSame = last?.problem === problem && last.since <= at
  const since = problem === 'frozen' ? repeat.since : isSame ? last.since : at
  const suspected = { problem, since }
  const lasts = at - since >= LASTS[problem] && (problem !== 'frozen' || repeat.frames >= FROZEN_FRAMES)
  return { ...remembered, suspected, ...(lasts && { problem, since }) }
}
