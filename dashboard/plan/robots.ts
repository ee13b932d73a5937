/** Robots on the plan: where each is, how it is, what it does, and the way it still has to go. */
import type { RecordOf } from '#contracts/live.ts'
import type { Mission } from '#contracts/missions.ts'
import type { RobotPose } from '#contracts/readings.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { Point } from './scale.ts'

export interface RobotSight {
  readonly robotId: string
  readonly floorId: string
  readonly place: Point
  /** Radians, counter-clockwise, 0 to the right; absent while only its node is known. */
  readonly theta?: number
  readonly state: 'fine' | 'attention' | 'urgent' | 'unknown'
  readonly batteryPercent: number
  /** Present while it has something to do. */
  readonly errand?: { readonly kind: Mission['kind']; readonly to: string; readonly carrying: boolean }
  /** From where it is to the end, in metres, one line for each floor. */
  readonly ahead: readonly { readonly floorId: string; readonly points: readonly Point[] }[]
}

const LOW_BATTERY_PERCENT = 20

const stateOf = ({ online, faults, mode, batteryPercent, charging }: Robot): RobotSight['state'] => {
  if (!online) return 'unknown'
  if (faults.length > 0) return 'urgent'
  return mode !== 'automatic' || (batteryPercent <= LOW_BATTERY_PERCENT && !charging) ? 'attention' : 'fine'
}

const nodePlace = (site: Site, nodeId: string | undefined) =>
  site.routeNodes.find((node) => node.nodeId === nodeId)?.place

const aheadOf = (robot: Robot, mission: Mission, site: Site, from: Point & { floorId: string }) => {
  if (mission.state !== 'assigned' && mission.state !== 'underway') return []
  const { path } = mission.errand
  const left = path.slice(robot.nodeId === undefined ? 0 : path.lastIndexOf(robot.nodeId) + 1)
  const places = [from, ...left.flatMap((nodeId) => nodePlace(site, nodeId) ?? [])]
  return [...new Set(places.map(({ floorId }) => floorId))].map((floorId) => ({
    floorId,
    points: places.filter((place) => place.floorId === floorId),
  }))
}

export const robotSight = (
  { robot }: RecordOf<'robot'>,
  pose: RobotPose | undefined,
  mission: Mission | undefined,
  site: Site,
): RobotSight | undefined => {
  const place = pose ?? nodePlace(site, robot.nodeId)
  if (!place) return undefined
  const busy = mission && (mission.state === 'assigned' || mission.state === 'underway')
  return {
    robotId: robot.robotId,
    floorId: place.floorId,
    place: { x: place.x, y: place.y },
    ...(pose && { theta: pose.theta }),
    state: stateOf(robot),
    batteryPercent: robot.batteryPercent,
    ...(busy && { errand: { kind: mission.kind, to: mission.to, carrying: mission.state === 'underway' } }),
    ahead: busy ? aheadOf(robot, mission, site, place) : [],
  }
}
