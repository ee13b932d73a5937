/** What one robot says: reports for the hall to decide by, and readings to look at. */

import { SECOND } from '#contracts/durations.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { Instant } from '#contracts/time.ts'
import { hearConnection } from '#contracts/vda5050/connection.ts'
import type { HeardPosition } from '#contracts/vda5050/position.ts'
import { hearState } from '#contracts/vda5050/state.ts'
import { hearVisualization } from '#contracts/vda5050/visualization.ts'
import { blamed, healthOf, poseOf, reportOf } from '../core/fleet/translating.ts'
import type { Clock, EdgeHall, Log } from '../ports.ts'
import { createComplaints } from './complaints.ts'

/** VDA 5050 2.1, 6.10: a state comes every 30 s at the latest; one may get lost. */
const LONGEST_SILENCE = 60 * SECOND
const HEALTH_INTERVAL = 10 * SECOND

export interface ListeningNeeds {
  site: Site
  hall: EdgeHall
  clock: Clock
  log: Log
  /** Called with each report, and with nothing when only `online` has changed. */
  tell: (online: boolean, report?: RobotReport) => void
  /** The order that was sent and is not acknowledged yet. */
  sentOrderId: () => string | undefined
}

/** `wasOnline` is what the hall knows from before: it stays true until the robot has been silent for too long. */
export const createListening = (robot: SiteRobot, wasOnline: boolean, needs: ListeningNeeds) => {
  const { site, hall, clock, log, tell, sentOrderId } = needs
  const complaints = createComplaints(robot.robotId, log)
  const passHealth = createHealth(robot, hall)
  let online = wasOnline
  let heardAt = clock.now()
  let driving = false
  let last: RobotReport | undefined

  const setOnline = (now: boolean): boolean => {
    const changed = online !== now
    if (now) heardAt = clock.now()
    online = now
    if (changed) log.info({ robotId: robot.robotId, online }, 'robot')
    return changed
  }

  const passPose = (position: HeardPosition): void => {
    const pose = poseOf(robot, position, driving, site)
    if (pose) hall.pass(pose)
  }

  const connection = (text: string): void => {
    const message = complaints.checked('connection', hearConnection(text), clock.now())
    if (message && setOnline(message.connectionState === 'ONLINE')) tell(online)
    passHealth(online, last, clock.now())
  }

  const state = (text: string): void => {
    const message = complaints.checked('state', hearState(text), clock.now())
    if (message === undefined) return
    const sent = sentOrderId()
    const report = reportOf(message, site)
    const told = last && sent !== undefined ? blamed(report, last, sent) : report
    setOnline(true)
    last = report
    driving = message.driving
    tell(online, told)
    passPose(message.agvPosition)
    passHealth(online, last, clock.now())
  }

  const visualization = (text: string): void => {
    const message = complaints.checked('visualization', hearVisualization(text), clock.now())
    if (message) passPose(message.agvPosition)
  }

  const beat = (): void => {
    if (online && clock.now() - heardAt > LONGEST_SILENCE && setOnline(false)) tell(online)
    passHealth(online, last, clock.now())
  }

  return { connection, state, visualization, beat, report: () => last, online: () => online }
}

/** Tells how the robot is when that changes, and now and then while it is heard. */
const createHealth = (robot: SiteRobot, hall: EdgeHall) => {
  let told: { text: string; at: Instant } | undefined
  return (online: boolean, report: RobotReport | undefined, now: Instant): void => {
    const part = healthOf(robot, online, report)
    const text = JSON.stringify(part)
    if (told?.text === text && (!online || now - told.at < HEALTH_INTERVAL)) return
    told = { text, at: now }
    hall.pass(part)
  }
}
