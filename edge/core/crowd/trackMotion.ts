/** How the box around a tracked person moves and grows: four coordinates, each with a filter of its own. */
import type { Box } from './geometry.ts'
import { corrected, type Habit, type Motion, motionAt, movedOn } from './kalman.ts'

/** Standard deviations, in box heights: what is near to the camera is large, and moves fast. */
export interface MotionRules {
  /** Of the middle and the size of a detected box. */
  readonly blurHeights: number
  /** Of the speeds people have, and of how fast their boxes grow or shrink, per second. */
  readonly paceHeights: number
  readonly growthHeights: number
  /** How long (ms) somebody keeps a speed: about two thirds of it are gone after that. */
  readonly paceLasts: number
}

/** Pixels, and pixels per second. */
export interface BoxMotion {
  /** Of the middle. */
  readonly x: Motion
  readonly y: Motion
  readonly width: Motion
  readonly height: Motion
}

/** Of the moving middle and of the growing sides, in pixels; a box without height has no measure of its own. */
const habitsOf = (height: number, rules: MotionRules): { middle: Habit; side: Habit } => {
  const unit = Math.max(1, height)
  const { blurHeights, paceHeights, growthHeights, paceLasts } = rules
  const habit = (speed: number): Habit => ({ blur: unit * blurHeights, pace: unit * speed, paceLasts })
  return { middle: habit(paceHeights), side: habit(growthHeights) }
}

const measuresOf = ({ x1, y1, x2, y2 }: Box) => ({
  x: (x1 + x2) / 2,
  y: (y1 + y2) / 2,
  width: x2 - x1,
  height: y2 - y1,
})

export const newMotion = (box: Box, rules: MotionRules): BoxMotion => {
  const { x, y, width, height } = measuresOf(box)
  const { middle, side } = habitsOf(height, rules)
  return {
    x: motionAt(x, middle),
    y: motionAt(y, middle),
    width: motionAt(width, side),
    height: motionAt(height, side),
  }
}

/** After some time (ms) unseen. */
export const later = ({ x, y, width, height }: BoxMotion, elapsed: number, rules: MotionRules): BoxMotion => {
  const { middle, side } = habitsOf(height.place, rules)
  return {
    x: movedOn(x, elapsed, middle),
    y: movedOn(y, elapsed, middle),
    width: movedOn(width, elapsed, side),
    height: movedOn(height, elapsed, side),
  }
}

/** After the box that is seen now. */
export const seenWith = ({ x, y, width, height }: BoxMotion, box: Box, rules: MotionRules): BoxMotion => {
  const seen = measuresOf(box)
  const { middle, side } = habitsOf(height.place, rules)
  return {
    x: corrected(x, seen.x, middle),
    y: corrected(y, seen.y, middle),
    width: corrected(width, seen.width, side),
    height: corrected(height, seen.height, side),
  }
}

export const boxOf = ({ x, y, width, height }: BoxMotion, score: number): Box => ({
  x1: x.place - width.place / 2,
  y1: y.place - height.place / 2,
  x2: x.place + width.place / 2,
  y2: y.place + height.place / 2,
  score,
})
