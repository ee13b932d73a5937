/** Each robot of the hall with all that is known of it, as every screen puts it together from the records. */
import type { Alert } from '#contracts/alerts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { HallScreen } from '../live/hallScreen.svelte.ts'
import { type Condition, stateOf } from './condition.ts'
import type { FleetSaying } from './fleetSaying.ts'
import { whySaid } from './holdUps.ts'
import { isUnderway, type Ongoing } from './missions.ts'
import { conditionOf, type RobotSituation } from './situation.ts'
import { isRobotAlert, type RobotAlert, troubleSaid } from './troubles.ts'

export interface FleetMember {
  readonly onPaper: SiteRobot
  /** Whom a person has been called for, the oldest first. */
  readonly alerts: readonly RobotAlert[]
  /** Absent while the hall has never heard of it. */
  readonly situation: (RobotSituation & { readonly mission: Ongoing | undefined }) | undefined
}

export type FleetRecords = Pick<HallScreen['records'], 'robot' | 'course' | 'mission' | 'alert'>

/** In the order of the site. */
export const fleetOf = (site: Site, records: FleetRecords): FleetMember[] =>
  site.robots.map((onPaper) => {
    const { robotId } = onPaper
    const alerts = alertsOf(robotId, records)
    const robot = records.robot.get(robotId)?.robot
    if (robot === undefined) return { onPaper, alerts, situation: undefined }
    const told = robot.missionId && records.mission.get(robot.missionId)?.mission
    return {
      onPaper,
      alerts,
      situation: {
        robot,
        mission: told && isUnderway(told) ? told : undefined,
        course: records.course.get(robotId)?.course,
        troubled: alerts.length > 0,
        criticalPercent: site.fleet.battery.criticalPercent,
      },
    }
  })

const alertsOf = (robotId: RobotId, { alert }: FleetRecords): RobotAlert[] =>
  [...alert.values()]
    .map((record): Alert => record.alert)
    .filter(isRobotAlert)
    .filter(({ source }) => source.robotId === robotId)
    .sort((a, b) => a.since - b.since)

export interface MemberSaid {
  readonly condition: Condition
  readonly state: ReturnType<typeof stateOf>
  readonly word: string
  /** Why it stands, or what a person has been called for; empty while nothing keeps it. */
  readonly why: string
}

export const memberSaid = (
  { situation, alerts }: FleetMember,
  saying: FleetSaying,
  records: FleetRecords,
): MemberSaid => {
  const condition = situation ? conditionOf(situation) : 'outOfReach'
  const isOff = condition === 'driving' && situation?.robot.charger !== undefined && !situation.mission
  const word = isOff ? saying.robots.toCharger : saying.robots.condition[condition]
  const said = { condition, state: stateOf(condition), word }
  if (!situation) return { ...said, why: saying.robots.neverHeard }
  const held = whySaid(situation.robot, situation.mission, saying)
  const [alert] = alerts
  /** Somebody has been called for a silent robot only because of what is on it. */
  if (!alert || (held && situation.robot.online)) return { ...said, why: held }
  const { missionId } = alert.source
  const mission = missionId && records.mission.get(missionId)?.mission
  return { ...said, why: troubleSaid(alert, { robot: situation.robot, mission: mission || undefined }, saying).what }
}
