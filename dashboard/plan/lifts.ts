/** Lifts and doors on the plan: where the cabin is, how its door stands, and whether anything has been heard of them. */
import type { HallDoor, HallLift, Leaf } from '#contracts/lifts.ts'
import type { Site } from '#contracts/site.ts'
import type { Point } from './scale.ts'

export interface LiftSight {
  /** `silent` while it has never been heard of. */
  readonly cabin: 'here' | 'above' | 'below' | 'out' | 'silent'
  /** Of the cabin, while it is in service. */
  readonly door?: Leaf
  readonly floorId?: string
  readonly servesRobot: boolean
}

const levelOf = (site: Site, id: string): number => site.floors.find(({ floorId }) => floorId === id)?.level ?? 0

/** As seen from one floor. */
export const liftSight = (lift: HallLift | undefined, floorId: string, site: Site): LiftSight => {
  if (lift === undefined) return { cabin: 'silent', servesRobot: false }
  const servesRobot = lift.session !== null
  if (!lift.inService) return { cabin: 'out', servesRobot }
  const { floor, door } = lift
  if (floor === floorId) return { cabin: 'here', door, floorId: floor, servesRobot }
  const isAbove = levelOf(site, floor) > levelOf(site, floorId)
  return { cabin: isAbove ? 'above' : 'below', door, floorId: floor, servesRobot }
}

export interface DoorSight {
  readonly doorId: string
  readonly leaf: Leaf | 'out' | 'silent'
  /** The middle of the way it stands on, in metres. */
  readonly place: Point
  /** Of that way, radians, counter-clockwise. */
  readonly heading: number
}

/** `silent` while it has never been heard of. */
export const leafOf = (door: HallDoor | undefined): DoorSight['leaf'] => {
  if (door === undefined) return 'silent'
  return door.inService ? door.door : 'out'
}

/** A door stands on the floor of both its ends. */
export const doorsOn = (site: Site, floorId: string, doors: ReadonlyMap<string, { door: HallDoor }>): DoorSight[] =>
  site.doors.flatMap(({ doorId, between }) => {
    const [a, b] = between.map((id) => site.routeNodes.find(({ nodeId }) => nodeId === id)?.place)
    if (!a || !b || a.floorId !== floorId || b.floorId !== floorId) return []
    const leaf = leafOf(doors.get(doorId)?.door)
    const place = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    return [{ doorId, leaf, place, heading: Math.atan2(b.y - a.y, b.x - a.x) }]
  })
