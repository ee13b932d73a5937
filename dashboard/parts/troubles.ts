/** An alert of a robot in words: what is wrong, and what whoever goes there should do. */
import type { Alert } from '#contracts/alerts.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import type { RobotFacts } from '../words/robots/zh.ts'
import type { FleetSaying } from './fleetSaying.ts'
import { hindranceOf } from './holdUps.ts'

export type RobotAlert = Alert & { readonly source: Extract<Alert['source'], { by: 'robot' }> }

export const isRobotAlert = (alert: Alert): alert is RobotAlert => alert.source.by === 'robot'

/** Somebody may have to be helped; a robot, a crowd and a camera are no somebody. */
export const isOfPerson = ({ kind }: Alert): boolean => kind === 'longWait' || kind === 'question'

export interface TroubleSaid {
  readonly what: string
  readonly todo: string
}

export interface Involved {
  readonly robot: Robot | undefined
  /** The one the alert names. */
  readonly mission: Mission | undefined
}

export const troubleSaid = (alert: RobotAlert, { robot, mission }: Involved, saying: FleetSaying): TroubleSaid => {
  const { what, todo } = saying.robots.trouble[alert.source.problem]
  const heldUp = robot && hindranceOf(robot, mission)
  const facts: RobotFacts = {
    robot: saying.robotName(alert.source.robotId),
    where: saying.where(robot?.nodeId) || saying.whereAt(alert.place),
    lift: heldUp?.what === 'lift' ? saying.liftName(heldUp.liftId) : '',
    door: '',
    place: heldUp?.what === 'handover' ? saying.placeName(heldUp.placeId) : '',
    from: mission ? saying.placeName(mission.from) : '',
    to: mission ? saying.placeName(mission.to) : '',
  }
  return { what: what(facts), todo: todo(facts) }
}
