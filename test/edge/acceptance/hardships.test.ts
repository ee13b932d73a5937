/** What robots do to a hall: they vanish, come back elsewhere, or forget where they are; and what a crash does to it. */
import { describe, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import { eventually, soon } from '#test/support/eventually.ts'
import { startHallProcess } from './hallProcesses.ts'
import { openWorld, type World } from './openWorld.ts'
import { eventsOf, site } from './world.ts'

/** In the hall's own time. */
const THIRTY_SECONDS = 30_000

const allDelivered = (facts: readonly Fact[], count: number): Promise<void> =>
  soon(() => expect(eventsOf(facts, 'missionDelivered').length).toBe(count))

const robotOf = (facts: readonly Fact[], missionId: string | undefined) => {
  const assigned = eventsOf(facts, 'missionAssigned').findLast((event) => event.missionId === missionId)
  return site.robots.find(({ robotId }) => robotId === assigned?.robotId)
}

/** The first robot that carries something. */
const carrier = (facts: readonly Fact[]) =>
  eventually(() => robotOf(facts, eventsOf(facts, 'missionUnderway')[0]?.missionId))

/** One that is on its way to take something up. */
const fetcher = (facts: readonly Fact[]) =>
  eventually(() => {
    const fetched = new Set(eventsOf(facts, 'missionUnderway').map(({ missionId }) => missionId))
    const [waits] = eventsOf(facts, 'missionAssigned').filter(({ missionId }) => !fetched.has(missionId))
    const robot = robotOf(facts, waits?.missionId)
    const moves = eventsOf(facts, 'stepsPassed').some(({ robotId }) => robotId === robot?.robotId)
    return moves && robot
  })

const thirtySeconds = async ({ clock }: World): Promise<void> => {
  const since = clock.now()
  await soon(() => expect(clock.now() - since).toBeGreaterThan(THIRTY_SECONDS))
}

/** It is switched off, and another of the same name comes up 30 seconds later, somewhere else. */
const comesUpElsewhere = async (world: World, tellsNode: boolean): Promise<void> => {
  const robot = await fetcher(world.facts)
  await world.stopRobot(robot.robotId)
  world.witness.loseSightOf(robot.serialNumber)
  await thirtySeconds(world)
  await world.startRobot(robot, { nodeId: world.freeNode(), tellsNode })
}

const delivers = async (world: World, count: number): Promise<void> => {
  await allDelivered(world.facts, count)
  const delivered = eventsOf(world.facts, 'missionDelivered').map(({ missionId }) => missionId)
  expect(new Set(delivered).size).toBe(count)
  expect(world.witness.violations).toEqual([])
  await world.close()
}

describe('a robot out of reach for 30 seconds with papers on it', () => {
  it('delivers them when it is back', async () => {
    const world = await openWorld({})
    await world.ask(6)
    const robot = await carrier(world.facts)
    const letBack = world.broker.banish(robot.serialNumber)
    await thirtySeconds(world)
    letBack()
    await delivers(world, 6)
    expect(world.witness.meetings).toEqual([])
    expect(world.witness.drops.size).toBe(6)
  })
})

describe('a robot that is switched off on its way to take papers up', () => {
  it('and comes up elsewhere leaves nothing undelivered', async () => {
    const world = await openWorld({})
    await world.ask(6)
    await comesUpElsewhere(world, true)
    await delivers(world, 6)
  })

  it('and comes up without knowing its last node leaves nothing undelivered', async () => {
    const world = await openWorld({})
    await world.ask(6)
    await comesUpElsewhere(world, false)
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
