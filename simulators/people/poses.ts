/** Where the joints of a figure 1.755 m tall are when it stands, walks or sits. Feet on y = 0, facing z. */
import { plus, type Vector } from './vectors.ts'

export type Stance = 'stand' | 'walk' | 'sit'

export interface Pose {
  stance: Stance
  /** Where in the stride a walker is, rad; of the others it shifts feet and arms a little. */
  phase: number
}

export interface Limbs {
  hip: Vector
  knee: Vector
  ankle: Vector
  toe: Vector
  shoulder: Vector
  elbow: Vector
  wrist: Vector
  hand: Vector
}

export interface Skeleton {
  pelvis: Vector
  chest: Vector
  neck: Vector
  head: Vector
  left: Limbs
  right: Limbs
}

/** Left is x > 0. */
const LEFT = 1
const RIGHT = -1

export const skeletonOf = ({ stance, phase }: Pose, girth: number): Skeleton =>
  stance === 'sit' ? seated(phase, girth) : upright(phase, girth, stance === 'walk' ? 1 : 0.06)

const SEAT_HEIGHT = 0.5

const seated = (phase: number, girth: number): Skeleton => ({
  pelvis: [0, SEAT_HEIGHT, 0],
  chest: [0, SEAT_HEIGHT + 0.33, -0.04],
  neck: [0, SEAT_HEIGHT + 0.53, -0.03],
  head: [0, SEAT_HEIGHT + 0.69, 0.01],
  left: seatedLimbs(LEFT, phase, girth),
  right: seatedLimbs(RIGHT, phase, girth),
})

const seatedLimbs = (side: number, phase: number, girth: number): Limbs => {
  const footShift = 0.03 * side * Math.sin(phase)
  return {
    hip: [0.095 * side, SEAT_HEIGHT - 0.02, 0.02],
    knee: [0.13 * side, SEAT_HEIGHT - 0.02, 0.45],
    ankle: [0.12 * side, 0.08, 0.47 + footShift],
    toe: [0.13 * side, 0.035, 0.62 + footShift],
    shoulder: [0.18 * side * girth, SEAT_HEIGHT + 0.43, -0.04],
    elbow: [0.235 * side * girth, SEAT_HEIGHT + 0.2, 0.06],
    wrist: [0.1 * side, SEAT_HEIGHT + 0.09, 0.29],
    hand: [0.07 * side, SEAT_HEIGHT + 0.08, 0.36],
  }
}

/** `swing` is 1 for a full stride and near 0 for somebody who stands. */
const upright = (phase: number, girth: number, swing: number): Skeleton => {
  const bob = 0.02 * swing * Math.abs(Math.cos(phase))
  return {
    pelvis: [0, 0.95 - 0.02 * swing + bob, 0],
    chest: [0, 1.28 + bob, 0.01 * swing],
    neck: [0, 1.48 + bob, 0.01],
    head: [0, 1.635 + bob, 0.025],
    left: uprightLimbs(LEFT, phase, girth, swing, bob),
    right: uprightLimbs(RIGHT, phase + Math.PI, girth, swing, bob),
  }
}

const uprightLimbs = (side: number, phase: number, girth: number, swing: number, bob: number): Limbs => {
  const thigh = 0.48 * swing * Math.sin(phase)
  const kneeBend = 0.03 + swing * (0.05 + 0.75 * Math.max(0, -Math.cos(phase)))
  const hip: Vector = [0.095 * side, 0.92 + bob, 0]
  const knee = plus(hip, hanging(thigh, 0.43, 0.01 * side))
  const ankle = plus(knee, hanging(thigh - kneeBend, 0.42, 0))
  const upperArm = 0.05 - 0.5 * swing * Math.sin(phase)
  const forearm = upperArm + 0.25 + 0.25 * swing
  const shoulder: Vector = [0.18 * side * girth, 1.39 + bob, 0]
  const elbow = plus(shoulder, hanging(upperArm, 0.29, 0.045 * side))
  const wrist = plus(elbow, hanging(forearm, 0.25, 0.005 * side))
  const hand = plus(wrist, hanging(forearm, 0.075, 0))
  return { hip, knee, ankle, toe: plus(ankle, [0.02 * side, -0.045, 0.16]), shoulder, elbow, wrist, hand }
}

/** The far end of a bone that hangs down, turned forward by `angle`. */
const hanging = (angle: number, length: number, aside: number): Vector => [
  aside,
  -length * Math.cos(angle),
  length * Math.sin(angle),
]
