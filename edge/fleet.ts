/** The robots: what they say reaches the hall, what the hall decides reaches them, over VDA 5050. */

import { SECOND } from '#contracts/durations.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { HallRecord, LiveMessage } from '#contracts/live.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import { isOngoing, type Ongoing } from './core/fleet/missions.ts'
import { type FleetNeeds, openRobotLink, type RobotLink } from './fleet/robotLink.ts'

/** The missions robots are on, and the robots as the hall remembers them, kept up to date from what it tells. */
const createKnown = () => {
  const missions = new Map<string, Mission>()
  const robots = new Map<string, Robot>()

  const put = (record: HallRecord): void => {
    if (record.kind === 'mission') missions.set(record.id, record.mission)
    if (record.kind === 'robot') robots.set(record.id, record.robot)
  }

  /** Whether a mission has changed. */
  const learn = (message: LiveMessage): boolean => {
    if (message.type === 'reading') return false
    const records = message.type === 'snapshot' ? message.records : message.put
    const gone = message.type === 'snapshot' ? [...missions.keys()] : message.remove.map(({ id }) => id)
    const hadMissions = gone.filter((id) => missions.delete(id)).length > 0
    for (const record of records) put(record)
    return hadMissions || records.some(({ kind }) => kind === 'mission')
  }

  const ongoing = (): Map<RobotId, Ongoing> =>
    new Map([...missions.values()].filter(isOngoing).map((mission) => [mission.errand.robotId, mission]))

  return { learn, ongoing, robot: (robotId: RobotId) => robots.get(robotId) }
}

/** Orders that were not acknowledged before a restart are sent again; those that were are not. */
export const openFleet = (needs: FleetNeeds): { close(): void } => {
  const { site, hall, bus, clock } = needs
  const known = createKnown()
  const links = new Map<RobotId, RobotLink>()

  const assign = (): void => {
    const missions = known.ongoing()
    for (const [robotId, link] of links) link.assign(missions.get(robotId))
  }

  const unwatch = hall.watch((message) => {
    if (known.learn(message)) assign()
  })
  for (const robot of site.robots) {
    links.set(robot.robotId, openRobotLink(robot, known.robot(robot.robotId), needs))
  }
  assign()
  const stopBeat = clock.every(SECOND, () => {
    for (const link of links.values()) link.beat()
  })
  const stopListening = bus.onConnection((connected) => {
    if (connected) for (const link of links.values()) link.hurry()
  })

  return {
    close: () => {
      stopListening()
      stopBeat()
      for (const link of [...links.values()].reverse()) link.close()
      unwatch()
    },
  }
}
