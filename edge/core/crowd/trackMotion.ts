/** How the box around a tracked person moves and grows: four coordinates, each with a filter of its own. */
import type { Box } from './geometry.ts'
import { corrected, type Habit, type Motion, motionAt, movedOn } from './kalman.ts'

/** Standard deviations, in box heights (per second): what is near to the camera is large, and moves fast. */
export interface MotionRules {
  /** Of the middle and the sides of a box of score 1; of one of score 0, twice as much (as in GIAOTracker, Du et al. 2021). */
  readonly blurHeights: number
  /** Of speeds not known yet, and of what a speed changes by within a second. */
  readonly speedHeights: number
  readonly speedChangeHeights: number
  /** The same of the sides, for boxes grow and shrink. */
  readonly growthHeights: number
  readonly growthChangeHeights: number
}

/** Pixels, and pixels per second. */
export interface BoxMotion {
  /** Of the middle. */
  readonly x: Motion
  readonly y: Motion
  readonly width: Motion
  readonly height: Motion
}

/** A box without height has no measure of its own. */
const unitOf = (height: number): number => Math.max(1, height)

/** Of the middle and of the sides. */
const habitsOf = (height: number, rules: MotionRules): [Habit, Habit] => {
  const unit = unitOf(height)
  return [
    { speed: unit * rules.speedHeights, speedChange: unit * rules.speedChangeHeights },
    { speed: unit * rules.growthHeights, speedChange: unit * rules.growthChangeHeights },
  ]
}

const blurOf = (height: number, { score }: Box, { blurHeights }: MotionRules): number =>
  unitOf(height) * blurHeights * (2 - score)

const measuresOf = ({ x1, y1, x2, y2 }: Box) => ({
  x: (x1 + x2) / 2,
  y: (y1 + y2) / 2,
  width: x2 - x1,
  height: y2 - y1,
})

export const newMotion = (box: Box, rules: MotionRules): BoxMotion => {
  const { x, y, width, height } = measuresOf(box)
  const [pace, growth] = habitsOf(height, rules)
  const blur = blurOf(height, box, rules)
  return {
    x: motionAt(x, blur, pace),
    y: motionAt(y, blur, pace),
    width: motionAt(width, blur, growth),
    height: motionAt(height, blur, growth),
  }
}

/** After some time (ms) unseen. */
export const later = ({ x, y, width, height }: BoxMotion, elapsed: number, rules: MotionRules): BoxMotion => {
  const [pace, growth] = habitsOf(height.place, rules)
  return {
    x: movedOn(x, elapsed, pace),
    y: movedOn(y, elapsed, pace),
    width: movedOn(width, elapsed, growth),
    height: movedOn(height, elapsed, growth),
  }
}

/** With the box that is seen now. */
export const seenWith = ({ x, y, width, height }: BoxMotion, box: Box, rules: MotionRules): BoxMotion => {
  const seen = measuresOf(box)
  const blur = blurOf(height.place, box, rules)
  return {
    x: corrected(x, seen.x, blur),
    y: corrected(y, seen.y, blur),
    width: corrected(width, seen.width, blur),
    height: corrected(height, seen.height, blur),
  }
}

export const boxOf = ({ x, y, width, height }: BoxMotion, score: number): Box => ({
  x1: x.place - width.place / 2,
  y1: y.place - height.place / 2,
  x2: x.place + width.place / 2,
  y2: y.place + height.place / 2,
  score,
})
