/** The robots: what they say reaches the hall, what the hall decides reaches them, over VDA 5050. */

import { SECOND } from '#contracts/durations.ts'
import type { RobotId } from '#contracts/ids.ts'
import { createKnowing } from './fleet/knowing.ts'
import { type FleetNeeds, openRobotLink, type RobotLink } from './fleet/robotLink.ts'

/** Orders that were not acknowledged before a restart are sent again; those that were are not. */
export const openFleet = (needs: FleetNeeds): { close(): void } => {
  const { site, hall, bus, clock } = needs
  const knowing = createKnowing()
  const links = new Map<RobotId, RobotLink>()

  const unwatch = hall.watch((message) => {
    const changed = knowing.learn(message)
    const told = message.type === 'snapshot' ? links.keys() : changed
    for (const robotId of told) links.get(robotId)?.learn(knowing.of(robotId))
  })
  for (const robot of site.robots) {
    links.set(robot.robotId, openRobotLink(robot, knowing.of(robot.robotId), needs))
  }
  for (const [robotId, link] of links) link.learn(knowing.of(robotId))
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
