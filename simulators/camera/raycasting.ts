/** What a ray in the simulated hall meets first. */
import type { Colour } from '../people/looks.ts'
import { along, dot, type Vector } from '../people/vectors.ts'
import { finished } from './finishes.ts'
import { type Block, type Finish, furniture, walls } from './room.ts'

interface Touch {
  distance: number
  normal: Vector
  colour: Colour
  finish: Finish
}

export interface Hit extends Touch {
  point: Vector
}

/** `direction` has length 1. The room is closed: there is always something. */
export const firstHit = (origin: Vector, direction: Vector): Hit => {
  const touches = [...walls.map((wall) => touchWall(wall, origin, direction)), ...touchedFurniture(origin, direction)]
  const nearest = touches.reduce((a, b) => (b.distance < a.distance ? b : a))
  const point = along(origin, direction, nearest.distance)
  return { ...nearest, point, colour: finished(nearest.finish, nearest.colour, point) }
}

const touchWall = (wall: (typeof walls)[number], origin: Vector, direction: Vector): Touch => {
  const approach = dot(wall.normal, direction)
  const distance = approach < -1e-9 ? (wall.offset - dot(wall.normal, origin)) / approach : Number.POSITIVE_INFINITY
  return { distance, normal: wall.normal, colour: wall.colour, finish: wall.finish }
}

const touchedFurniture = (origin: Vector, direction: Vector): Touch[] =>
  furniture.flatMap((block) => touchBlock(block, origin, direction) ?? [])

/** Enters where the last of the three pairs of planes is entered, unless one is left before. */
const touchBlock = ({ low, high, colour, finish }: Block, origin: Vector, direction: Vector): Touch | undefined => {
  let [enter, leave] = [1e-3, Number.POSITIVE_INFINITY]
  let entered: 0 | 1 | 2 | undefined
  for (const axis of [0, 1, 2] as const) {
    const toLow = (low[axis] - origin[axis]) / direction[axis]
    const toHigh = (high[axis] - origin[axis]) / direction[axis]
    if (Math.min(toLow, toHigh) > enter) {
      enter = Math.min(toLow, toHigh)
      entered = axis
    }
    leave = Math.min(leave, Math.max(toLow, toHigh))
    if (enter > leave) return undefined
  }
  if (entered === undefined) return undefined
  const side = direction[entered] > 0 ? -1 : 1
  const normal: Vector = [entered === 0 ? side : 0, entered === 1 ? side : 0, entered === 2 ? side : 0]
  return { distance: enter, normal, colour, finish }
}
