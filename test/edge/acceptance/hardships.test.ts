/** What robots do to a hall: they vanish, come back elsewhere, or forget where they are; and what a crash does to it. */
import { describe, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import { eventually, soon } from '#test/support/eventually.ts'
import { startHallProcess } from './hallProcesses.ts'
import { openWorld, type World } from './openWorld.ts'
import { eventsOf, site, type startTheirRobot } from './world.ts'

/** In the hall's own time. */
const THIRTY_SECONDS = 30_000

const allDelivered = (facts: readonly Fact[], count: number): Promise<void> =>
  soon(() => expect(eventsOf(facts, 'missionDelivered').length).toBe(count))

/** The first robot that carries something, and its place in the site. */
const carrier = (facts: readonly Fact[]) =>
  eventually(() => {
    const [underway] = eventsOf(facts, 'missionUnderway')
    const assigned = eventsOf(facts, 'missionAssigned').findLast(({ missionId }) => missionId === underway?.missionId)
    return site.robots.find(({ robotId }) => robotId === assigned?.robotId)
  })

/** The robot is switched off, and another of the same name comes up 30 seconds later. */
const comesBack = async (world: World, how: Parameters<typeof startTheirRobot>[2]): Promise<void> => {
  const robot = await carrier(world.facts)
  await world.stopRobot(robot.robotId)
  world.witness.loseSightOf(robot.serialNumber)
  const since = world.clock.now()
  await soon(() => expect(world.clock.now() - since).toBeGreaterThan(THIRTY_SECONDS))
  await world.startRobot(robot, how)
}

const delivers = async (world: World, count: number): Promise<void> => {
  await allDelivered(world.facts, count)
  const delivered = eventsOf(world.facts, 'missionDelivered').map(({ missionId }) => missionId)
  expect(new Set(delivered).size).toBe(count)
  expect(world.witness.violations).toEqual([])
  await world.close()
}

describe('a robot that vanishes with papers on it for 30 seconds', () => {
  it('delivers them when it returns where it was', async () => {
    const world = await openWorld({})
    await world.ask(6)
    const robot = await carrier(world.facts)
    await comesBack(world, { nodeId: world.placeOf(robot.robotId) })
    await delivers(world, 6)
  })

  it('delivers them when it returns elsewhere', async () => {
    const world = await openWorld({})
    await world.ask(6)
    await comesBack(world, { nodeId: world.freeNode() })
    await delivers(world, 6)
  })

  it('delivers them when it returns without knowing its last node', async () => {
    const world = await openWorld({})
    await world.ask(6)
    await comesBack(world, { nodeId: world.freeNode(), tellsNode: false })
    await delivers(world, 6)
  })
})

describe('a hall killed in the middle of ten deliveries', () => {
  it('goes on where it was: nothing is lost, and nothing is delivered twice', async () => {
    const world = await openWorld({ hall: false })
    const first = await startHallProcess(world.broker.url)
    await first.ask(10)
    await eventually(() => eventsOf(first.facts, 'missionUnderway').length >= 3)
    await first.kill()
    expect(eventsOf(first.facts, 'missionDelivered').length).toBeLessThan(10)

    const second = await startHallProcess(world.broker.url, first)
    await allDelivered(second.facts, 10)
    expect(second.facts.slice(0, first.facts.length)).toEqual(first.facts)
    expect(world.witness.drops.size).toBe(10)
    expect(world.witness.meetings).toEqual([])
    expect(world.witness.violations).toEqual([])
    await second.kill()
    await second.remove()
    await world.close()
  })
})
