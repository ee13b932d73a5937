/** A person is called: for a robot that cannot go on by itself, and for a visitor whom a robot could not answer. */
import type { AlertSource } from '#contracts/alerts.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { MissionId, RobotId } from '#contracts/ids.ts'
import type { AskForPerson } from '#contracts/machineCommands.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision } from '../decision.ts'
import type { HallState } from '../state.ts'
import { isOpen, nextId, openAlerts } from './alerts.ts'
import { isOfThings, type RobotTrouble, troublesOf } from './troubles.ts'

/** Things that stay on a robot because of these events; `offset` alerts come before in the same decision. */
export const helpFor = (events: readonly HallEvent[], hall: HallState, at: Instant, offset = 0): HallEvent[] =>
  events
    .flatMap((event) => loadLeftBy(event, events, hall) ?? [])
    .filter((trouble) => !openAlerts(hall).some(({ source }) => isSame(source, trouble)))
    .map((source, i) => asked(source, hall, at, offset + i))

/** It has taken up what no mission of its own waits for. */
export const helpWithLoad = (robotId: RobotId, hall: HallState, at: Instant, offset: number): HallEvent[] => {
  const trouble: RobotTrouble = { by: 'robot', robotId, problem: 'load' }
  const isKnown = openAlerts(hall).some(({ source }) => isSame(source, trouble))
  return isKnown ? [] : [asked(trouble, hall, at, offset)]
}

const isSame = (source: AlertSource, { robotId, problem }: RobotTrouble): boolean =>
  source.by === 'robot' && source.robotId === robotId && source.problem === problem

const loadLeftBy = (event: HallEvent, events: readonly HallEvent[], hall: HallState): RobotTrouble | undefined => {
  switch (event.type) {
    case 'missionFailed':
      return onMission(event.missionId, hall, 'failed')
    case 'missionCancelled':
      return isUnderway(event.missionId, events, hall) ? onMission(event.missionId, hall, 'load') : undefined
    default:
      return undefined
  }
}

const isUnderway = (missionId: MissionId, events: readonly HallEvent[], { missions }: HallState): boolean =>
  missions.get(missionId)?.state === 'underway' ||
  events.some((event) => event.type === 'missionUnderway' && event.missionId === missionId)

/** A guide carries nothing. */
const onMission = (
  missionId: MissionId,
  { missions }: HallState,
  problem: RobotTrouble['problem'],
): RobotTrouble | undefined => {
  const mission = missions.get(missionId)
  const robotId = mission && 'robotId' in mission ? mission.robotId : undefined
  return robotId && mission?.kind !== 'guide' ? { by: 'robot', robotId, missionId, problem } : undefined
}

const asked = (source: AlertSource, hall: HallState, since: Instant, offset: number): EventOf<'helpAsked'> => {
  const place = 'robotId' in source ? placeOf(source.robotId, hall) : undefined
  return { type: 'helpAsked', alertId: nextId(hall, offset), source, since, ...(place && { place }) }
}

const placeOf = (robotId: RobotId, { robots, paper }: HallState) => {
  const nodeId = robots.get(robotId)?.nodeId
  return nodeId && paper.routeNodes.get(nodeId)?.place
}

/** On each tick: what a person has to see to, and what has passed; once for each time it begins. */
export const watchRobots = (hall: HallState, at: Instant, offset: number): HallEvent[] => {
  const troubles = troublesOf(hall, at)
  const over = openAlerts(hall).filter(
    ({ source }) => source.by === 'robot' && !isOfThings(source) && !troubles.some((one) => isSame(source, one.source)),
  )
  const fresh = troubles.filter(({ source, since }) => !isKnown(source, since, hall))
  return [
    ...over.map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
    ...fresh.map(({ source, since }, i) => asked(source, hall, since, offset + i)),
  ]
}

/** Also when somebody has been there since it began: whoever has seen it is not called again. */
const isKnown = (trouble: RobotTrouble, since: Instant, { alerts }: HallState): boolean =>
  [...alerts.values()].some((alert) => isSame(alert.source, trouble) && (isOpen(alert) || alert.raisedAt >= since))

/** A visitor has asked what the catalogue does not answer; one open alert for each robot is enough. */
export const askForPerson = ({ robotId, language }: AskForPerson, hall: HallState, at: Instant): Decision => {
  const isAsked = openAlerts(hall).some(({ source }) => source.by === 'question' && source.robotId === robotId)
  return isAsked ? accept() : accept(asked({ by: 'question', robotId, language }, hall, at, 0))
}
