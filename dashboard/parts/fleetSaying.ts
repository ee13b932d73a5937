/** All that a sentence about robots needs: the words, and what people call robots, places, lifts and doors. */
import type { Language, Names } from '#contracts/languages.ts'
import type { FloorPoint } from '#contracts/places.ts'
import type { Site } from '#contracts/site.ts'
import { nameIn, wordsIn } from '../language.ts'
import type { MissionWords } from '../words/missions/zh.ts'
import { missionWords } from '../words/missions.ts'
import type { RobotWords } from '../words/robots/zh.ts'
import { robotWords } from '../words/robots.ts'
import { clockIn } from './clock.ts'
import { placeNamed } from './naming.ts'
import { type Spot, spotAt, spotOf } from './spots.ts'

export interface FleetSaying {
  readonly missions: MissionWords
  readonly robots: RobotWords
  readonly robotName: (robotId: string) => string
  readonly placeName: (placeId: string) => string
  readonly liftName: (liftId: string) => string
  readonly doorName: (doorId: string) => string
  readonly floorName: (floorId: string) => string
  /** `3 号窗口旁`, `near window 3`; empty for a node that is not known. */
  readonly where: (nodeId: string | undefined) => string
  readonly whereAt: (point: FloorPoint | undefined) => string
  /** As what one goes to: `3 号窗口`, `window 3`. */
  readonly destination: (nodeId: string) => string
  readonly clock: (at: number) => string
}

export const fleetSaying = (site: Site, language: Language): FleetSaying => {
  const missions = wordsIn(missionWords, language)
  const robots = wordsIn(robotWords, language)
  const nameOf = (id: string, found: { readonly names: Names } | undefined) =>
    found ? nameIn(found.names, language) : id
  const placeName = (id: string) => placeNamed(site, language, id, missions.window)
  const robotName = (id: string) =>
    nameOf(
      id,
      site.robots.find(({ robotId }) => robotId === id),
    )
  const liftName = (id: string) =>
    nameOf(
      id,
      site.lifts.find(({ liftId }) => liftId === id),
    )
  const doorName = (id: string) =>
    nameOf(
      id,
      site.doors.find(({ doorId }) => doorId === id),
    )
  const floorName = (id: string) =>
    nameOf(
      id,
      site.floors.find(({ floorId }) => floorId === id),
    )
  const spotSaid = (spot: Spot | undefined): string => {
    if (spot === undefined) return ''
    if (spot.by === 'place') return robots.beside(placeName(spot.id))
    if (spot.by === 'lift') return robots.inLift(liftName(spot.liftId))
    return spot.by === 'charger' ? robots.atCharger : robots.onFloor(floorName(spot.floorId))
  }
  const destinationSaid = (spot: Spot | undefined, id: string): string => {
    if (spot === undefined) return id
    if (spot.by === 'place') return placeName(spot.id)
    if (spot.by === 'lift') return liftName(spot.liftId)
    return spot.by === 'charger' ? robots.charger : floorName(spot.floorId)
  }
  return {
    missions,
    robots,
    robotName,
    placeName,
    liftName,
    doorName,
    floorName,
    where: (nodeId) => (nodeId === undefined ? '' : spotSaid(spotOf(site, nodeId))),
    whereAt: (point) => (point === undefined ? '' : spotSaid(spotAt(site, point))),
    destination: (nodeId) => destinationSaid(spotOf(site, nodeId), nodeId),
    clock: (at) => clockIn(site.timeZone, at),
  }
}
