/** Why a robot does not go on, as a sentence that follows its name. */
import type { Mission } from '#contracts/missions.ts'
import type { HeldUp, Robot } from '#contracts/robots.ts'
import type { HeldUpCode, RobotFacts } from '../words/robots/zh.ts'
import type { FleetSaying } from './fleetSaying.ts'

/** What keeps it from driving, whether or not it has somewhere to go; a person asks no less of an idle one. */
export const hindranceOf = (robot: Robot, mission: Mission | undefined): HeldUp | undefined => {
  const { online, faults, mode, nodeId } = robot
  if (!online) return { what: 'silent' }
  if (faults.length > 0) return { what: 'faulty' }
  if (mode !== 'automatic') return { what: 'notAutomatic' }
  if (isPaused(robot)) return { what: 'paused' }
  if (nodeId === undefined) return { what: 'placeUnknown' }
  return arrival(mission) ?? robot.heldUp
}

/** As somebody has asked it to be, else as it says itself. */
export const isPaused = ({ pauseAsked, paused = false }: Robot): boolean => pauseAsked?.pause ?? paused

/** Known at once, while the hall tells only halts that last. */
const arrival = (mission: Mission | undefined): HeldUp | undefined => {
  if (mission === undefined || !('arrivedAt' in mission) || mission.arrivedAt === undefined) return undefined
  return { what: 'handover', placeId: mission.state === 'assigned' ? mission.from : mission.to }
}

/**
 * Whether it stands until somebody comes. Whoever loads or unloads it is on the mission's own cards; a way that others
 * take clears when they go on, or they themselves need a person.
 */
export const needsPerson = (heldUp: HeldUp): boolean =>
  ['obstacle', 'faulty', 'placeUnknown'].includes(heldUp.what) || ('why' in heldUp && heldUp.why === 'outOfOrder')

export const heldUpCode = (heldUp: HeldUp, mission: Mission | undefined): HeldUpCode => {
  switch (heldUp.what) {
    case 'lift':
      return ({ coming: 'liftComing', busy: 'liftBusy', outOfOrder: 'liftOut' } as const)[heldUp.why]
    case 'door':
      return heldUp.why === 'opening' ? 'doorOpening' : 'doorOut'
    case 'handover':
      return mission === undefined ? 'handover' : mission.state === 'assigned' ? 'load' : 'unload'
    default:
      return heldUp.what
  }
}

/** `mission` is the one the robot is on. */
export const heldUpSaid = (heldUp: HeldUp, robot: Robot, mission: Mission | undefined, saying: FleetSaying): string => {
  const bound = mission && (mission.state === 'assigned' ? mission.from : mission.to)
  const facts: RobotFacts = {
    where: saying.where(robot.nodeId),
    robot: 'robotId' in heldUp ? saying.robotName(heldUp.robotId) : '',
    lift: 'liftId' in heldUp ? saying.liftName(heldUp.liftId) : '',
    door: 'doorId' in heldUp ? saying.doorName(heldUp.doorId) : '',
    place: 'placeId' in heldUp ? saying.placeName(heldUp.placeId) : '',
    from: mission ? saying.placeName(mission.from) : '',
    to: 'to' in heldUp ? saying.destination(heldUp.to) : bound ? saying.placeName(bound) : '',
  }
  return saying.robots.heldUp[heldUpCode(heldUp, mission)](facts)
}

/** Why this robot stands; empty while nothing keeps it. */
export const whySaid = (robot: Robot, mission: Mission | undefined, saying: FleetSaying): string => {
  const heldUp = hindranceOf(robot, mission)
  if (heldUp) return heldUpSaid(heldUp, robot, mission, saying)
  return robot.strayOrderId === undefined ? '' : saying.robots.heldUp.stray(NO_FACTS)
}

const NO_FACTS: RobotFacts = { where: '', robot: '', lift: '', door: '', place: '', from: '', to: '' }
