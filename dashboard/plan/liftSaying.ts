/** Lifts and doors in words: where the cabin is, how its door stands, and whether it is in service. */
import type { FleetSaying } from '../parts/fleetSaying.ts'
import type { DoorSight, LiftSight } from './lifts.ts'

/** First where it is, then, if it goes at all, how its door stands and whom it serves. */
export const liftSaid = (liftId: string, sight: LiftSight, { robots, liftName, floorName }: FleetSaying): string[] => {
  const name = liftName(liftId)
  if (sight.cabin === 'silent') return [robots.silent(name)]
  if (sight.cabin === 'out') return [robots.out(name)]
  const where = sight.cabin === 'here' ? robots.liftHere(name) : robots.liftAt(name, floorName(sight.floorId ?? ''))
  const door = sight.cabin === 'here' && sight.door ? [robots.liftDoor(robots.leaf[sight.door])] : []
  return [where, ...door, ...(sight.servesRobot ? [robots.servesRobot] : [])]
}

export const doorSaid = (doorId: string, leaf: DoorSight['leaf'], { robots, doorName }: FleetSaying): string => {
  const name = doorName(doorId)
  if (leaf === 'out') return robots.out(name)
  return leaf === 'silent' ? robots.silent(name) : `${name} ${robots.leaf[leaf]}`
}
