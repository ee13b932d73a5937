/** The whole of it: a rough broker, a witness, a lift, ten robots, and the hall. */
import type { Fact } from '#contracts/facts.ts'
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { createDice } from '#simulators/random.ts'
import { commandId } from '#test/support/names.ts'
import { openRoughBroker, type Roughness } from './roughBroker.ts'
import { openWitness } from './witness.ts'
import { clockSince, eventsOf, missionsOf, openAcceptanceHall, site, startItsLift, startTheirRobot } from './world.ts'

export type World = Awaited<ReturnType<typeof openWorld>>

/** `hall` false leaves it to the test to start one. */
export const openWorld = async ({ hall: withHall = true, ...roughness }: Partial<Roughness> & { hall?: boolean }) => {
  const dice = createDice(20261122)
  const random = () => dice.uniform()
  const broker = await openRoughBroker({ random, ...roughness })
  const witness = await openWitness(broker.url)
  const lift = await startItsLift(broker.url)
  const robots = new Map<RobotId, { close(): Promise<void> }>()
  const startRobot = async (robot: SiteRobot, how?: Parameters<typeof startTheirRobot>[2]): Promise<void> => {
    robots.set(robot.robotId, await startTheirRobot(broker.url, robot, how))
  }
  const stopRobot = async (robotId: RobotId): Promise<void> => {
    await robots.get(robotId)?.close()
    robots.delete(robotId)
  }
  await Promise.all(site.robots.map((robot) => startRobot(robot)))
  const facts: Fact[] = []
  const clock = clockSince(Date.now())
  const opened = withHall ? await openAcceptanceHall(broker.url, memoryJournal(facts), clock) : undefined

  /** Where the hall believes it to be. */
  const placeOf = (robotId: RobotId): RouteNodeId => {
    const told = eventsOf(facts, 'robotChanged').findLast((event) => event.robotId === robotId)
    if (told?.robot.nodeId === undefined) throw new Error(`${robotId} has not been heard of`)
    return told.robot.nodeId
  }

  /** A node in a corner that no robot is on or bound for. */
  const freeNode = (): RouteNodeId => {
    const used = new Set(eventsOf(facts, 'orderWritten').flatMap(({ order }) => order.nodes))
    const homes = new Set<string>(site.robots.map(({ homeNodeId }) => homeNodeId))
    const node = site.routeNodes.find(({ nodeId, liftId }) => !liftId && !used.has(nodeId) && !homes.has(nodeId))
    if (node === undefined) throw new Error('every node is in use')
    return node.nodeId
  }

  return {
    broker,
    witness,
    facts,
    clock,
    log: opened?.log,
    startRobot,
    stopRobot,
    placeOf,
    freeNode,
    ask: async (count: number) => {
      for (const [i, command] of missionsOf(count, random).entries()) {
        const receipt = await opened?.hall.send({ id: commandId(`ask-${i}`), by: 'test', command })
        if (!receipt?.ok) throw new Error(`refused: ${JSON.stringify(receipt)}`)
      }
    },
    close: async () => {
      await opened?.close()
      for (const robot of robots.values()) await robot.close()
      await lift.close()
      await witness.close()
      await broker.close()
    },
  }
}
