/** The seats of the simulated hall, and the zone they make on the floor plan and in the image. */
import type { Polygon } from '#contracts/places.ts'
import { AT_ORIGIN, FRAME, type Placement, type Spot, toPixel, toPlan } from './lens.ts'

export interface Seat extends Spot {
  /** Where one walks to reach it: the ahead of the aisle before it. */
  aisleZ: number
}

const SPACING = 1.2

const row = (count: number, z: number): Seat[] =>
  Array.from({ length: count }, (_, i) => ({ x: (i - (count - 1) / 2) * SPACING, z, aisleZ: z - 1.1 }))

/** The front row, left to right, then the back row, whose people look through the gaps of the front row. */
export const seats: Seat[] = [...row(6, 5.4), ...row(5, 7.6).map((seat) => ({ ...seat, x: seat.x * 1.3 }))]

/** Shoes of the front row to backs of the back row. */
const ZONE = { left: -3.7, right: 3.7, near: 4.6, far: 8.1 }

/** Corners in order. */
const corners: Spot[] = [
  { x: ZONE.left, z: ZONE.near },
  { x: ZONE.right, z: ZONE.near },
  { x: ZONE.right, z: ZONE.far },
  { x: ZONE.left, z: ZONE.far },
]

export const seatsOnPlan = (placement: Placement = AT_ORIGIN): Polygon =>
  corners.map((corner) => toPlan(corner, placement))

/** Pixels; what lies beside the frame is cut to its edge. */
export const seatsInImage = (): Polygon =>
  corners.map((corner) => {
    const { x, y } = toPixel(corner)
    return { x: within(x, FRAME.width), y: within(y, FRAME.height) }
  })

const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)))
