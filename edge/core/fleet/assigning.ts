/** Which robot goes for which mission: the pairs that together take least, worked out anew on each dispatch. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import { isOngoing } from '#contracts/missionLife.ts'
import type { Mission, Unfit, Waiting } from '#contracts/missions.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { cheapest } from '../traffic/matching.ts'
import { baseOf, isCommitted } from './committing.ts'
import { readiness } from './fitness.ts'
import { groundOf, waysTo } from './ground.ts'
import { stopsOf } from './stops.ts'

/** A robot that is already on its way is only called off for one that is sooner there by this much. */
const LOYALTY = 5 * SECOND

/** A mission that has waited gains on younger ones at half the speed of time, up to this. */
const LARGEST_AGE_CREDIT = 5 * MINUTE

/** Each step of priority is worth this much of way. */
const PRIORITY_CREDIT = 10 * MINUTE

/** A mission this near its deadline gains as if it were one step more urgent for each half of it gone. */
const DEADLINE_NEAR = 10 * MINUTE

/** A mission that may still be given to any robot. */
type Free = Extract<Mission, { state: 'waiting' | 'assigned' }>

interface Candidate {
  mission: Free
  pick: RouteNodeId
  why: Waiting
}

export const assign = (hall: HallState, at: Instant): HallEvent[] => {
  const free = freeMissions(hall)
  if (free.length === 0) return []
  const { reasonsFor } = readiness(hall, at)
  const candidates = free.flatMap((mission): Candidate[] => {
    const stops = stopsOf(hall, mission)
    if (stops === undefined) return []
    const { kind, refusedBy } = mission
    return [{ mission, pick: stops.pick, why: reasonsFor({ kind, ...stops, refusedBy }) }]
  })
  const robotIds = [...hall.paper.robots.keys()]
  const ends = robotIds.map((robotId) => {
    const course = hall.courses.get(robotId)
    return course && baseOf(course).at(-1)
  })
  const ground = groundOf(hall)
  const costs = candidates.map((candidate) => {
    const way = waysTo(ground, candidate.pick)
    return robotIds.map((robotId, i) => costOf(candidate, robotId, ends[i], way, at))
  })
  const pairs = new Map(cheapest(costs))
  return candidates.flatMap((candidate, i) => {
    const column = pairs.get(i)
    return tell(candidate, column === undefined ? undefined : robotIds[column], robotIds)
  })
}

const freeMissions = (hall: HallState): Free[] =>
  [...hall.missions.values()].filter(
    (mission): mission is Free =>
      mission.state === 'waiting' || (isOngoing(mission) && !mission.cancelAsked && !isCommitted(mission, hall)),
  )

/** What may pass in a moment: for so long as its robot is not lost, a mission waits for it. */
const PASSING: readonly Unfit[] = ['offline', 'notAutomatic', 'paused', 'placeUnknown', 'busy']

/** In ms of way, less what urgency is worth; infinite when the robot cannot go. */
const costOf = (
  { mission, why }: Candidate,
  robotId: RobotId,
  from: RouteNodeId | undefined,
  way: (from: RouteNodeId) => number,
  at: Instant,
): number => {
  const isIts = mission.state === 'assigned' && mission.robotId === robotId
  const isOpposed = why[robotId]?.some((reason) => !isIts || !PASSING.includes(reason)) ?? true
  if (from === undefined || isOpposed) return Number.POSITIVE_INFINITY
  return way(from) - (isIts ? LOYALTY : 0) - urgency(mission, at)
}

const urgency = ({ priority, requestedAt, deadline }: Free, at: Instant): number => {
  const age = Math.min((at - requestedAt) / 2, LARGEST_AGE_CREDIT)
  const late = deadline === undefined ? 0 : Math.max(0, Math.min(1, 1 - (deadline - at) / DEADLINE_NEAR))
  return age + (priority + 2 * late) * PRIORITY_CREDIT
}

/** Only what is new. */
const tell = ({ mission, why }: Candidate, robotId: RobotId | undefined, robotIds: readonly RobotId[]): HallEvent[] => {
  const { missionId } = mission
  if (robotId !== undefined) {
    const isNew = mission.state === 'waiting' || mission.robotId !== robotId
    return isNew ? [{ type: 'missionAssigned', missionId, robotId }] : []
  }
  const isKnown = (id: RobotId) => mission.state === 'waiting' && sameList(whyNot(id, why), mission.why[id])
  if (mission.state === 'waiting' && robotIds.every(isKnown)) return []
  return [{ type: 'missionHeld', missionId, why: Object.fromEntries(robotIds.map((id) => [id, whyNot(id, why)])) }]
}

/** Nothing speaks against those who are needed elsewhere but that. */
const whyNot = (robotId: RobotId, why: Waiting): Unfit[] => {
  const reasons = why[robotId] ?? []
  return reasons.length > 0 ? reasons : BUSY
}

const BUSY: Unfit[] = ['busy']

const sameList = (a: readonly Unfit[], b: readonly Unfit[] = []): boolean =>
  a.length === b.length && a.every((reason, i) => reason === b[i])
