/** The robots, and the lifts and doors on their ways: what they say reaches the hall, what it decides reaches them. */

import { SECOND } from '#contracts/durations.ts'
import { createKnowing, type LinkName } from './fleet/knowing.ts'
import type { FleetNeeds, Link } from './fleet/link.ts'
import { doorOnBus, knownDoor, knownLift, liftOnBus } from './fleet/plant.ts'
import { openPlantLink } from './fleet/plantLink.ts'
import { openRobotLink } from './fleet/robotLink.ts'

/** Orders that were not acknowledged before a restart are sent again; those that were are not. */
export const openFleet = (needs: FleetNeeds): { close(): void } => {
  const { site, hall, bus, clock } = needs
  const knowing = createKnowing()
  const links = new Map<LinkName, Link<void>>()

  const unwatch = hall.watch((message) => {
    const changed = knowing.learn(message)
    const told = message.type === 'snapshot' ? links.keys() : changed
    for (const name of told) links.get(name)?.learn()
  })
  for (const robot of site.robots) {
    const known = () => knowing.ofRobot(robot.robotId)
    links.set(`robot:${robot.robotId}`, fed(openRobotLink(robot, known(), needs), known))
  }
  for (const { liftId } of site.lifts) {
    const known = () => knownLift(knowing.ofLift(liftId))
    links.set(`lift:${liftId}`, fed(openPlantLink(liftOnBus(site.hallId, liftId), known(), needs), known))
  }
  for (const { doorId } of site.doors) {
    const known = () => knownDoor(knowing.ofDoor(doorId))
    links.set(`door:${doorId}`, fed(openPlantLink(doorOnBus(site.hallId, doorId), known(), needs), known))
  }
  for (const link of links.values()) link.learn()
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

/** A link that finds out by itself what the hall knows. */
const fed = <Known>(link: Link<Known>, known: () => Known): Link<void> => ({
  ...link,
  learn: () => link.learn(known()),
})
