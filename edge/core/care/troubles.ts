/** What keeps robots from going on until a person comes, as it is now. */
import type { AlertSource } from '#contracts/alerts.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import { liftSession } from '../fleet/lifts.ts'
import { ongoingOf } from '../fleet/ongoing.ts'
import type { HallState } from '../state.ts'
import { openAlerts } from './alerts.ts'

/** Whoever is to load or unload a robot has this long before a colleague is sent. */
const HANDOVER_PATIENCE = 3 * MINUTE

export type RobotTrouble = Extract<AlertSource, { by: 'robot' }>

interface Trouble {
  source: RobotTrouble
  since: Instant
}

export const troublesOf = (hall: HallState, at: Instant): Trouble[] => {
  const leases = leasesOf(hall)
  return [...hall.robots.values()].flatMap((robot): Trouble[] => {
    const { robotId, stoodSince = at, silentSince = at } = robot
    const mission = ongoingOf(hall, robotId)
    const stoodFor = at - stoodSince
    const lost = hall.site.fleet.lostSeconds * SECOND
    const lease = leases.get(robotId) ?? outOfOrder(robot, hall)
    const is: Partial<Record<RobotTrouble['problem'], boolean>> = {
      faulty: robot.faults.length > 0,
      obstacle: robot.heldUp?.what === 'obstacle',
      lost: mission?.state === 'underway' && at - silentSince > lost,
      misplaced: robot.online && robot.mode === 'automatic' && robot.nodeId === undefined && stoodFor > lost,
      handover: robot.heldUp?.what === 'handover' && stoodFor > HANDOVER_PATIENCE,
      lift: lease !== undefined && stoodFor > lease,
    }
    const source = { by: 'robot' as const, robotId, ...(mission && { missionId: mission.missionId }) }
    return PROBLEMS.filter((problem) => is[problem]).map((problem) => ({
      source: { ...source, problem },
      since: problem === 'lost' ? silentSince : stoodSince,
    }))
  })
}

const PROBLEMS = ['faulty', 'obstacle', 'lost', 'misplaced', 'handover', 'lift'] as const

/** For how long, in ms, whoever has a lift now may have it. */
const leasesOf = (hall: HallState): Map<RobotId, number> =>
  new Map(
    hall.site.lifts.flatMap(({ liftId, leaseMinutes }) => {
      const robotId = liftSession(liftId, hall)?.robotId
      return robotId ? [[robotId, leaseMinutes * MINUTE] as const] : []
    }),
  )

/** The same for a robot that stands before a lift that is out of order. */
const outOfOrder = ({ heldUp }: Robot, { site }: HallState): number | undefined => {
  if (heldUp?.what !== 'lift' || heldUp.why !== 'outOfOrder') return undefined
  const lift = site.lifts.find(({ liftId }) => liftId === heldUp.liftId)
  return lift && lift.leaseMinutes * MINUTE
}

/** Only a person can say that things have been taken off a robot. */
export const isOfThings = (source: AlertSource): boolean =>
  source.by === 'robot' && (source.problem === 'failed' || source.problem === 'load')

/** Robots on which a mission has left things that nobody has taken off. */
export const withThingsLeft = (hall: HallState): Set<RobotId> =>
  new Set(openAlerts(hall).flatMap(({ source }) => (source.by === 'robot' && isOfThings(source) ? source.robotId : [])))
