/** A robot's errand in words: how it stands, and what holds it. */
import type { Mission, Unfit, Waiting } from '#contracts/missions.ts'
import type { PartState } from '#contracts/readings.ts'
import type { MissionWords } from '../words/missions/zh.ts'

export interface MissionSaid {
  readonly state: PartState['state']
  readonly headline: string
  /** What holds it; empty when nothing does. */
  readonly why: string
}

export interface Saying {
  readonly words: MissionWords
  readonly robotName: (robotId: string) => string
  readonly clock: (at: number) => string
}

export const isOngoing = ({ state }: Mission): boolean =>
  state === 'waiting' || state === 'assigned' || state === 'underway'

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
const gravity: readonly Unfit[] = ['offline', 'faulty', 'notAutomatic', 'noRoute', 'placeUnknown', 'batteryLow', 'busy']

const waitingSaid = (why: Waiting, { words, robotName }: Saying): MissionSaid => {
  const reasons = Object.entries(why).map(([robotId, against]) => ({
    robotId,
    gravest: gravity.find((reason) => against.includes(reason)),
  }))
  const held = reasons.flatMap(({ robotId, gravest }) => (gravest ? { robotId, gravest } : []))
  if (reasons.length === 0 || held.length < reasons.length) return { state: 'fine', headline: words.looking, why: '' }
  if (held.every(({ gravest }) => gravest === 'busy'))
    return { state: 'fine', headline: words.waiting, why: words.allBusy }
  const list = held
    .map(({ robotId, gravest }) => `${robotName(robotId)} ${words.unfit[gravest]}`.replaceAll(' ', '\u00a0'))
    .join(' · ')
  const hopeful = held.some(({ gravest }) => gravest === 'busy')
  return { state: 'attention', headline: hopeful ? words.waiting : words.noRobot, why: list }
}

const failureSaid = (reason: string, words: MissionWords): string => {
  if (reason.startsWith('rejected')) return words.rejected
  return reason.startsWith('fault') ? words.faulted : (words.failure[reason] ?? reason)
}

export const missionSaid = (mission: Mission, saying: Saying): MissionSaid => {
  const { words, robotName, clock } = saying
  switch (mission.state) {
    case 'waiting':
      return waitingSaid(mission.why, saying)
    case 'assigned':
    case 'underway': {
      const robot = robotName(mission.errand.robotId)
      if (mission.cancelAsked) return { state: 'attention', headline: words.cancelling(robot), why: '' }
      const headline = mission.state === 'assigned' ? words.fetching(robot) : words.carrying(robot)
      return { state: 'fine', headline, why: '' }
    }
    case 'delivered':
      return { state: 'fine', headline: words.delivered(clock(mission.finishedAt)), why: '' }
    case 'failed':
      return { state: 'urgent', headline: words.failed, why: failureSaid(mission.reason, words) }
    case 'cancelled':
      return { state: 'unknown', headline: words.cancelled, why: '' }
  }
}
