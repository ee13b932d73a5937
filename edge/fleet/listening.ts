/** What one robot says: reports for the hall to decide by, and readings to look at. */

import { SECOND } from '#contracts/durations.ts'
import type { RobotLimits, RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import type { Instant } from '#contracts/time.ts'
import { hearConnection } from '#contracts/vda5050/connection.ts'
import { hearFactsheet } from '#contracts/vda5050/factsheet.ts'
import type { HeardPosition } from '#contracts/vda5050/position.ts'
import { hearState } from '#contracts/vda5050/state.ts'
import { hearVisualization } from '#contracts/vda5050/visualization.ts'
import { blamed, healthOf, limitsOf, poseOf, reportOf } from '../core/fleet/translating.ts'
import type { Clock, EdgeHall, Log } from '../ports.ts'
import { createComplaints } from './complaints.ts'
import { createPresence } from './presence.ts'

const HEALTH_INTERVAL = 10 * SECOND

export interface ListeningNeeds {
  site: Site
  hall: EdgeHall
  clock: Clock
  log: Log
  /** Called with each report, and with nothing when only `online` has changed. */
  tell: (online: boolean, report?: RobotReport) => void
  /** Called with what each factsheet says of its limits. */
  describe: (limits: RobotLimits) => void
  /** The order that was sent and is not acknowledged yet. */
  sentOrderId: () => string | undefined
  /** It has come, or come back: what it was told before may not have reached it. */
  onArrival: () => void
}

export const createListening = (robot: SiteRobot, wasOnline: boolean, needs: ListeningNeeds) => {
  const { site, hall, clock, log, tell, describe, sentOrderId, onArrival } = needs
  const { robotId } = robot
  const complaints = createComplaints(robotId, log)
  const passHealth = createHealth(robot, hall)
  const presence = createPresence(wasOnline, clock.now)
  let driving = false
  let last: RobotReport | undefined

  /** Answers whether it has come or gone by this. */
  const changes = (deed: () => void): boolean => {
    const before = presence.online()
    deed()
    const online = presence.online()
    if (before === online) return false
    log.info({ robotId, online }, 'robot')
    if (online) onArrival()
    return true
  }

  const passPose = (position: HeardPosition): void => {
    const pose = poseOf(robot, position, driving, site)
    if (pose) hall.pass(pose)
  }

  const connection = (text: string): void => {
    const message = complaints.checked('connection', hearConnection(text), clock.now())
    if (message === undefined) return
    const { connectionState } = message
    if (changes(() => presence.connection(connectionState))) tell(presence.online())
    else if (connectionState === 'ONLINE') onArrival()
    passHealth(presence.online(), last, clock.now())
  }

  const state = (text: string): void => {
    const message = complaints.checked('state', hearState(text), clock.now())
    if (message === undefined) return
    const sent = sentOrderId()
    const report = reportOf(message, site)
    const told = last && sent !== undefined ? blamed(report, last, sent) : report
    changes(presence.heard)
    last = report
    driving = message.driving
    tell(true, told)
    passPose(message.agvPosition)
    passHealth(true, last, clock.now())
  }

  const visualization = (text: string): void => {
    const message = complaints.checked('visualization', hearVisualization(text), clock.now())
    if (message) passPose(message.agvPosition)
  }

  const factsheet = (text: string): void => {
    const message = complaints.checked('factsheet', hearFactsheet(text), clock.now())
    if (message) describe(limitsOf(message))
  }

  const beat = (): void => {
    if (changes(presence.beat)) tell(presence.online())
    passHealth(presence.online(), last, clock.now())
  }

  const heard = { connection, state, visualization, factsheet }
  return { heard, beat, report: () => last, online: presence.online }
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
