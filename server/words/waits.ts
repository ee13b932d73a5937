/** Why a mission or a robot does not go on, in one sentence. */
import type { Mission, Unfit } from '#contracts/missions.ts'
import type { HeldUp, Robot } from '#contracts/robots.ts'

type WaitingMission = Extract<Mission, { state: 'waiting' }>
type RobotOf = (robotId: string) => Robot | undefined

/** Each follows `is`. */
const reasons: Record<Unfit, string> = {
  offline: 'out of reach',
  notAutomatic: 'not in automatic mode',
  paused: 'paused',
  busy: 'busy',
  wrongKind: 'not meant for such missions',
  batteryLow: 'low on battery',
  charging: 'charging',
  placeUnknown: 'at no place that is known',
  noRoute: 'without a way there',
  liftOut: 'cut off by a lift that is out of order',
  faulty: 'faulty',
  refused: 'not sent again after trying in vain',
}

const liftIs = { coming: 'coming', busy: 'busy', outOfOrder: 'out of order' }
const doorIs = { opening: 'opening', outOfOrder: 'out of order' }

const all = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)
const either = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words)

/** Nothing of a mission that is over, or whose robot goes on. */
export const missionWaits = (mission: Mission, robotOf: RobotOf): string | undefined => {
  if (mission.state === 'waiting') return unsent(mission, robotOf)
  if (mission.state !== 'assigned' && mission.state !== 'underway') return undefined
  const robot = robotOf(mission.robotId)
  return robot && robotWaits(robot, mission)
}

/** Nothing of a robot that goes on, or has nowhere to go. `mission` is the one it is on. */
export const robotWaits = (robot: Robot, mission: Mission | undefined): string | undefined =>
  robot.heldUp && `${robot.robotId} ${held(robot, robot.heldUp, mission)}.`

const unsent = ({ missionId, why }: WaitingMission, robotOf: RobotOf): string => {
  const robots = Object.entries(why).map(([robotId, against]) => {
    const { missionId: its = missionId } = robotOf(robotId) ?? {}
    const elsewhere = its === missionId ? [] : ['on its way for another mission']
    return { robotId, words: against.length > 0 ? against.map((reason) => reasons[reason]) : elsewhere }
  })
  const free = robots.filter(({ words }) => words.length === 0).map(({ robotId }) => robotId)
  if (free.length > 0) return `${either(free)} is about to be sent.`
  const [first, ...others] = robots
  if (first === undefined) return 'No robot has been chosen yet.'
  return others.length === 0 ? `${first.robotId} is ${all(first.words)}.` : `Every robot is ${either(grouped(robots))}.`
}

/** As `busy (R1, R2)`. */
const grouped = (robots: readonly { robotId: string; words: string[] }[]): string[] => {
  const groups = new Map<string, string[]>()
  for (const { robotId, words } of robots) groups.set(all(words), [...(groups.get(all(words)) ?? []), robotId])
  return [...groups].map(([words, robotIds]) => `${words} (${robotIds.join(', ')})`)
}

const held = ({ nodeId, faults }: Robot, heldUp: HeldUp, mission: Mission | undefined): string => {
  switch (heldUp.what) {
    case 'robot':
      return `waits${nodeId ? ` at ${nodeId}` : ''} for ${heldUp.robotId} to leave ${heldUp.nodeId}`
    case 'lift':
      return `waits for lift ${heldUp.liftId}, which is ${liftIs[heldUp.why]}`
    case 'door':
      return `waits for door ${heldUp.doorId}, which is ${doorIs[heldUp.why]}`
    case 'handover':
      return `waits at ${heldUp.placeId} for somebody to ${heldUp.placeId === mission?.from ? 'load it' : 'take what it brings'}`
    case 'obstacle':
      return `is free to drive to ${heldUp.nodeId} and does not get there`
    case 'noWay':
      return `finds no way to ${heldUp.to} past what cannot move aside`
    case 'order':
      return 'has not taken its order yet'
    case 'silent':
      return 'is out of reach'
    case 'paused':
      return 'is paused'
    case 'notAutomatic':
      return 'is not in automatic mode'
    case 'faulty':
      return `is faulty${faults.length > 0 ? ` (${faults.join(', ')})` : ''}`
    case 'placeUnknown':
      return 'is at no place that is known'
  }
}
