/** One visit to the seats: somebody walks in, sits, and walks out again. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import { createDice } from '../random.ts'
import type { Spot } from './lens.ts'
import { lengthOfPath, type Person, walker } from './persons.ts'
import type { Seat } from './seats.ts'

export interface Visit {
  look: number
  seat: Seat
  /** Comes through the left edge of the picture. */
  enters: Instant
  /** Stands up. */
  leaves: Instant
}

export const WALKING_SPEED_MPS = 0.9
/** Beside the picture. */
const OUTSIDE_X = -6

/** The same answer for the same question; undefined before the visit and after it. */
export const visitorAt = ({ look, seat, enters, leaves }: Visit, at: Instant): Person | undefined => {
  if (at < enters) return undefined
  const path = [{ x: OUTSIDE_X, z: seat.aisleZ }, { x: seat.x, z: seat.aisleZ }, standing(seat)]
  if (at >= leaves) return walker(look, path.toReversed(), metresIn(at - leaves))
  return walker(look, path, metresIn(at - enters)) ?? sitter(look, seat, at)
}

/** When the visitor sits, if not gone by then. */
export const sitsDownAt = ({ seat, enters }: Visit): Instant => {
  const metres = lengthOfPath([{ x: OUTSIDE_X, z: seat.aisleZ }, { x: seat.x, z: seat.aisleZ }, standing(seat)])
  return enters + (metres / WALKING_SPEED_MPS) * SECOND
}

const standing = ({ x, z }: Seat): Spot => ({ x, z: z - 0.5 })

const metresIn = (duration: number) => (duration / SECOND) * WALKING_SPEED_MPS

const POSTURE_LASTS = 40 * SECOND

/** Now and then shifts the feet and turns a little. */
const sitter = (look: number, { x, z }: Seat, at: Instant): Person => {
  const dice = createDice(look, x * 100, z * 100, Math.floor(at / POSTURE_LASTS))
  return dice.chance(0.5)
    ? { look, stance: 'sit', phase: 0.5, x, z, yaw: 0.3 - Math.atan2(x, z) }
    : { look, stance: 'sit', phase: -0.8, x, z, yaw: 0.15 - Math.atan2(x, z) }
}
