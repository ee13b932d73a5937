/** A person is called: for a robot that cannot go on by itself, and for a visitor whom a robot could not answer. */
import type { Alert, AlertSource } from '#contracts/alerts.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { AskForPerson } from '#contracts/machineCommands.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision } from '../decision.ts'
import type { HallState } from '../state.ts'
import { nextId, openAlerts } from './alerts.ts'

/** Whoever is to load or unload a robot has this long before a colleague is sent. */
const HANDOVER_PATIENCE = 3 * MINUTE

type RobotTrouble = Extract<AlertSource, { by: 'robot' }>

/** What among these events needs a person; `offset` alerts come before them in the same decision. */
export const helpFor = (events: readonly HallEvent[], hall: HallState, at: Instant, offset = 0): HallEvent[] => {
  const known = openAlerts(hall).map(({ source }) => source)
  const troubles = events.flatMap((event) => troubleOf(event, hall) ?? [])
  return troubles
    .filter((trouble) => !known.some((source) => isSame(source, trouble)))
    .map((source, i) => asked(source, hall, at, offset + i))
}

const isSame = (source: AlertSource, trouble: RobotTrouble): boolean =>
  source.by === 'robot' && source.robotId === trouble.robotId && source.problem === trouble.problem

const troubleOf = (event: HallEvent, hall: HallState): RobotTrouble | undefined => {
  switch (event.type) {
    case 'missionFailed':
      return onMission(event, hall, 'failed')
    case 'missionCancelled':
      return hall.missions.get(event.missionId)?.state === 'underway' ? onMission(event, hall, 'load') : undefined
    case 'robotChanged':
      return event.robot.faults.length > 0 ? { by: 'robot', robotId: event.robotId, problem: 'faulty' } : undefined
    case 'robotHeldUp':
      return heldUp(event)
    default:
      return undefined
  }
}

const onMission = (
  { missionId }: EventOf<'missionFailed' | 'missionCancelled'>,
  hall: HallState,
  problem: RobotTrouble['problem'],
): RobotTrouble | undefined => {
  const mission = hall.missions.get(missionId)
  const robotId = mission && 'robotId' in mission ? mission.robotId : undefined
  return robotId && mission?.kind !== 'guide' ? { by: 'robot', robotId, missionId, problem } : undefined
}

const heldUp = ({ robotId, heldUp: told }: EventOf<'robotHeldUp'>): RobotTrouble | undefined =>
  told?.what === 'obstacle' ? { by: 'robot', robotId, problem: 'obstacle' } : undefined

const asked = (source: AlertSource, hall: HallState, at: Instant, offset: number): EventOf<'helpAsked'> => {
  const place = 'robotId' in source ? placeOf(source.robotId, hall) : undefined
  return { type: 'helpAsked', alertId: nextId(hall, offset), source, since: at, ...(place && { place }) }
}

const placeOf = (robotId: RobotId, { robots, paper }: HallState) => {
  const nodeId = robots.get(robotId)?.nodeId
  return nodeId && paper.routeNodes.get(nodeId)?.place
}

/** On each tick: what has waited for a person too long, and troubles that have passed. */
export const watchRobots = (hall: HallState, at: Instant, offset: number): HallEvent[] => {
  const over = openAlerts(hall).filter((alert) => hasPassed(alert, hall))
  const known = openAlerts(hall).map(({ source }) => source)
  const late = [...hall.robots.keys()]
    .flatMap((robotId) => lateTrouble(robotId, hall, at) ?? [])
    .filter((trouble) => !known.some((source) => isSame(source, trouble)))
  return [
    ...over.map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
    ...late.map((source, i) => asked(source, hall, at, offset + i)),
  ]
}

const hasPassed = ({ source }: Alert, { robots }: HallState): boolean => {
  if (source.by !== 'robot') return false
  const robot = robots.get(source.robotId)
  switch (source.problem) {
    case 'obstacle':
      return robot?.heldUp?.what !== 'obstacle'
    case 'faulty':
      return robot?.faults.length === 0
    case 'lost':
      return robot?.online === true
    case 'handover':
      return robot?.heldUp?.what !== 'handover'
    case 'lift':
      return robot?.heldUp?.what !== 'lift'
    default:
      return false
  }
}

/** Things on a robot out of reach; a robot before a window where nobody comes, or in a cabin that does not go on. */
const lateTrouble = (robotId: RobotId, hall: HallState, at: Instant): RobotTrouble | undefined => {
  const robot = hall.robots.get(robotId)
  const mission = robot?.missionId ? hall.missions.get(robot.missionId) : undefined
  if (robot === undefined || mission === undefined) return undefined
  const { lostSeconds } = hall.site.fleet
  const trouble = { by: 'robot' as const, robotId, missionId: mission.missionId }
  const silentFor = robot.silentSince === undefined ? 0 : at - robot.silentSince
  if (mission.state === 'underway' && silentFor > lostSeconds * SECOND) return { ...trouble, problem: 'lost' }
  const stoodFor = robot.stoodSince === undefined ? 0 : at - robot.stoodSince
  const { heldUp: told } = robot
  if (told?.what === 'handover' && stoodFor > HANDOVER_PATIENCE) return { ...trouble, problem: 'handover' }
  if (told?.what !== 'lift') return undefined
  const lift = hall.site.lifts.find(({ liftId }) => liftId === told.liftId)
  return lift && stoodFor > lift.leaseMinutes * MINUTE ? { ...trouble, problem: 'lift' } : undefined
}

/** A visitor has asked what the catalogue does not answer; one open alert for each robot is enough. */
export const askForPerson = ({ robotId, language }: AskForPerson, hall: HallState, at: Instant): Decision => {
  const isKnown = openAlerts(hall).some(({ source }) => source.by === 'question' && source.robotId === robotId)
  return isKnown ? accept() : accept(asked({ by: 'question', robotId, language }, hall, at, 0))
}
