/** A robot's errand in words: how it stands, and what holds it. */
import type { Mission, Unfit, Waiting } from '#contracts/missions.ts'
import type { PartState } from '#contracts/readings.ts'
import type { Robot } from '#contracts/robots.ts'
import type { MissionWords } from '../words/missions/zh.ts'
import type { FleetSaying } from './fleetSaying.ts'
import { heldUpSaid, hindranceOf, needsPerson } from './holdUps.ts'

export interface MissionSaid {
  readonly state: PartState['state']
  readonly headline: string
  /** What holds it; empty when nothing does. */
  readonly why: string
}

export type Ongoing = Extract<Mission, { state: 'assigned' | 'underway' }>

export const isOngoing = ({ state }: Mission): boolean =>
  state === 'waiting' || state === 'assigned' || state === 'underway'

/** Whether a robot is on it. */
export const isUnderway = (mission: Mission): mission is Ongoing =>
  mission.state === 'assigned' || mission.state === 'underway'

/** Those that still go on, oldest first, then those that ended since `from`, latest first. */
export const ongoingFirst = (missions: Iterable<Mission>, from: number): Mission[] => {
  const all = [...missions]
  const ended = all.flatMap((mission) => ('finishedAt' in mission && mission.finishedAt >= from ? mission : []))
  return [
    ...all.filter(isOngoing).sort((a, b) => b.priority - a.priority || a.requestedAt - b.requestedAt),
    ...ended.sort((a, b) => b.finishedAt - a.finishedAt),
  ]
}

/** What keeps a robot away for long comes before what passes by itself. */
export const gravity: readonly Unfit[] = [
  'wrongKind',
  'offline',
  'faulty',
  'notAutomatic',
  'paused',
  'placeUnknown',
  'refused',
  'noRoute',
  'liftOut',
  'batteryLow',
  'charging',
  'busy',
]

const waitingSaid = (why: Waiting, { missions: words, robotName }: FleetSaying): MissionSaid => {
  const robots = Object.entries(why).map(([robotId, against]) => ({
    name: robotName(robotId).replaceAll(' ', '\u00a0'),
    gravest: gravity.find((reason) => against.includes(reason)),
  }))
  if (robots.length === 0 || robots.some(({ gravest }) => gravest === undefined))
    return { state: 'fine', headline: words.looking, why: '' }
  /** A robot that never does such errands is not waited for. */
  const able = robots.filter(({ gravest }) => gravest !== 'wrongKind')
  const isCalm = able.length > 0 && able.every(({ gravest }) => gravest === 'busy' || gravest === 'charging')
  if (isCalm && robots.every(({ gravest }) => gravest === 'busy'))
    return { state: 'fine', headline: words.waiting, why: words.allBusy }
  const grouped = gravity.flatMap((reason) => {
    const names = robots.filter(({ gravest }) => gravest === reason).map(({ name }) => name)
    return names.length === 0 ? [] : words.against(names, words.unfit[reason])
  })
  const hopeful = able.some(({ gravest }) => gravest === 'busy' || gravest === 'charging')
  return {
    state: isCalm ? 'fine' : 'attention',
    headline: hopeful ? words.waiting : words.noRobot,
    why: words.reasons(grouped),
  }
}

/** `robot` is the one that is on it, if the hall has told of it. */
const ongoingSaid = (mission: Ongoing, robot: Robot | undefined, saying: FleetSaying): MissionSaid => {
  const { missions: words } = saying
  const name = saying.robotName(mission.robotId)
  const heldUp = robot && hindranceOf(robot, mission)
  const said = heldUp && robot ? heldUpSaid(heldUp, robot, mission, saying) : ''
  if (mission.cancelAsked) return { state: 'attention', headline: words.cancelling(name), why: said }
  const headline = mission.state === 'assigned' ? words.coming[mission.kind](name) : words.going[mission.kind](name)
  if (heldUp === undefined) return { state: 'fine', headline, why: '' }
  if (heldUp.what === 'handover') return { state: 'attention', headline: words.arrived(name), why: said }
  if (heldUp.what === 'silent') return { state: 'unknown', headline, why: said }
  return { state: needsPerson(heldUp) ? 'urgent' : 'attention', headline, why: said }
}

const failureSaid = (reason: string, words: MissionWords): string => {
  if (reason.startsWith('rejected')) return words.rejected
  return reason.startsWith('fault') ? words.faulted : (words.failure[reason] ?? reason)
}

/** `robotOf` gives a robot as the hall knows it. */
export const missionSaid = (
  mission: Mission,
  saying: FleetSaying,
  robotOf: (robotId: string) => Robot | undefined,
): MissionSaid => {
  const { missions: words, clock } = saying
  switch (mission.state) {
    case 'waiting':
      return waitingSaid(mission.why, saying)
    case 'assigned':
    case 'underway':
      return ongoingSaid(mission, robotOf(mission.robotId), saying)
    case 'delivered': {
      const said = mission.kind === 'guide' ? words.guided : words.delivered
      return { state: 'fine', headline: said(clock(mission.finishedAt)), why: '' }
    }
    case 'failed':
      return { state: 'urgent', headline: words.failed, why: failureSaid(mission.reason, words) }
    case 'cancelled':
      return { state: 'unknown', headline: words.cancelled, why: '' }
  }
}
