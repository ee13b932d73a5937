/** The fleet of the example hall at work: lost messages, delays, and everything that goes wrong. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RobotId } from '#contracts/ids.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { createFleetWorld, type FleetWorld } from './fleetWorld.ts'
import { bring } from './floors.ts'

const site = SiteFile.parse(JSON.parse(readFileSync('edge/sites/district.json', 'utf8')))
const robotIds = site.robots.map(({ robotId }) => robotId)
const places = [...site.windows.map(({ windowId }) => windowId), ...site.places.map(({ placeId }) => placeId)]

const MISSIONS = 20
const SECONDS_APART = 30
const MOST_SECONDS = 3600
/** After which somebody has loaded or unloaded a robot without arms. */
const HANDOVER_MS = 20_000

type Mishap = (world: FleetWorld, second: number) => void

const missionsOf = (world: FleetWorld) => [...world.hall().missions.values()]
const isDone = (world: FleetWorld): boolean =>
  missionsOf(world).length === MISSIONS &&
  missionsOf(world).every(({ state }) => state !== 'waiting' && state !== 'assigned' && state !== 'underway')

/** Missions between places at random; a second at a time until all are over. The world throws when robots meet. */
const workday = (seed: number, mishap: Mishap = () => {}): FleetWorld => {
  const world = createFleetWorld(site, { seed, delay: 0.2, loss: 0.2 })
  const { pick } = world.dice
  for (let second = 0; second < MOST_SECONDS && !isDone(world); second++) {
    if (second % SECONDS_APART === 0 && second < MISSIONS * SECONDS_APART) {
      const from = pick(places)
      world.ask(bring(from, pick(places.filter((to) => to !== from))))
    }
    mishap(world, second)
    world.tick()
    for (const mission of missionsOf(world)) {
      const isLate = 'arrivedAt' in mission && world.now() - (mission.arrivedAt ?? world.now()) > HANDOVER_MS
      if (isLate) world.send({ type: 'confirmHandover', missionId: mission.missionId })
    }
  }
  return world
}

const allDelivered = (world: FleetWorld): void =>
  expect(missionsOf(world).map(({ missionId, state }) => [missionId, state])).toEqual(
    missionsOf(world).map(({ missionId }) => [missionId, 'delivered']),
  )

/** What robots with arms have really carried, and what the hall holds for delivered by them. */
const carriedBy = (world: FleetWorld) =>
  [...world.robots]
    .flatMap(([robotId, { carried }]) => carried.map(({ from, to }) => `${robotId} ${from} ${to}`))
    .sort()
const deliveredBy = (world: FleetWorld, withArms: (robotId: RobotId) => boolean) =>
  missionsOf(world)
    .flatMap((mission) => {
      if (mission.state !== 'delivered' || !withArms(mission.robotId)) return []
      const { stops } = world.hall().paper
      return [`${mission.robotId} ${stops.get(mission.from)} ${stops.get(mission.to)}`]
    })
    .sort()

describe.each([1, 2, 3, 4])('twenty missions with a fifth of all messages lost, dice %i', (seed) => {
  it('are all delivered, and no robot refuses anything', () => {
    const world = workday(seed)
    allDelivered(world)
    expect([...world.robots.values()].flatMap(({ refused }) => refused)).toEqual([])
    expect(carriedBy(world)).toEqual(
      deliveredBy(world, (robotId) => world.hall().paper.robots.get(robotId)?.profile !== 'tray'),
    )
    expect(world.happened('helpAsked')).toEqual([])
  })

  it('are all delivered though robots are out of reach for half a minute each', () => {
    const backAt = new Map<RobotId, number>()
    allDelivered(
      workday(seed, (world, second) => {
        for (const robotId of robotIds) {
          const robot = world.robot(robotId)
          if (!robot.away && world.dice.chance(0.01)) backAt.set(robotId, second + 30)
          robot.away = second < (backAt.get(robotId) ?? 0)
        }
      }),
    )
  })

  it('are all delivered though robots are carried elsewhere', () => {
    allDelivered(
      workday(seed, (world, second) => {
        if (second % 60 !== 59) return
        const held = new Set(
          [...world.hall().courses.values()].flatMap(({ steps }) => steps.map(({ nodeId }) => nodeId)),
        )
        const free = site.routeNodes.filter(({ nodeId, liftId }) => liftId === undefined && !held.has(nodeId))
        world.carry(world.dice.pick(robotIds), world.dice.pick(free).nodeId)
      }),
    )
  })

  it('are all delivered though robots are switched off and on', () => {
    allDelivered(
      workday(seed, (world) => {
        if (world.dice.chance(0.02)) world.robot(world.dice.pick(robotIds)).forget()
      }),
    )
  })

  it('are all delivered though the lift is out of order for two minutes of every five', () => {
    const world = workday(seed, ({ lifts }, second) => {
      for (const { lift } of lifts.values()) lift.inService = second % 300 < 100 || second % 300 >= 220
    })
    allDelivered(world)
    const floors = [...world.happened('robotPlaced'), ...world.happened('coursesPlanned').flatMap(({ moves }) => moves)]
    expect(
      new Set(floors.map(({ nodeId }) => nodeId && world.hall().paper.routeNodes.get(nodeId)?.place.floorId)).size,
    ).toBe(2)
  })

  it('are all delivered though plans are dropped again and again', () => {
    allDelivered(
      workday(seed, (world) => {
        if (world.dice.chance(0.1)) world.take([{ type: 'plansDropped' }])
      }),
    )
  })
})
