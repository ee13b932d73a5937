/** Somebody the camera is to see, and how people walk. */
import type { Pose } from '../people/poses.ts'
import type { Spot } from './lens.ts'

export interface Person extends Spot, Pose {
  /** Place in the list of looks of the atlas. */
  look: number
  /** Where they face: 0 towards the camera's side of the hall, pi/2 to the right of the picture, pi away. */
  yaw: number
}

/** Metres of two steps. */
const STRIDE = 1.3

/** Somebody who has gone `distance` metres along the path; undefined once at its end. */
export const walker = (look: number, path: readonly Spot[], distance: number): Person | undefined => {
  let [from, ...rest] = path
  let left = distance
  for (const to of rest) {
    if (!from) return undefined
    const length = Math.hypot(to.x - from.x, to.z - from.z)
    if (left < length) {
      const share = left / length
      return {
        look,
        stance: 'walk',
        phase: (2 * Math.PI * distance) / STRIDE,
        x: from.x + (to.x - from.x) * share,
        z: from.z + (to.z - from.z) * share,
        yaw: Math.atan2(to.x - from.x, from.z - to.z),
      }
    }
    left -= length
    from = to
  }
  return undefined
}

/** Metres. */
export const lengthOfPath = ([first, ...rest]: readonly Spot[]): number => {
  let [length, from] = [0, first]
  for (const to of rest) {
    if (from) length += Math.hypot(to.x - from.x, to.z - from.z)
    from = to
  }
  return length
}
