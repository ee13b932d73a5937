/** A day on which everything goes wrong at once, in the example hall. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RobotId } from '#contracts/ids.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { createFleetWorld, type FleetWorld } from './fleetWorld.ts'
import { bring, node } from './floors.ts'

const site = SiteFile.parse(JSON.parse(readFileSync('edge/sites/district.json', 'utf8')))
const robotIds = site.robots.map(({ robotId }) => robotId)
const places = [...site.windows.map(({ windowId }) => windowId), ...site.places.map(({ placeId }) => placeId)]

const MISSIONS = 30
const SECONDS_APART = 40
const WILD_SECONDS = 1500
const MOST_SECONDS = 6000

interface Mishap {
  /** Each second. */
  chance: number
  seconds: number
  begin: () => void
  end: () => void
}

const mishapsOf = (world: FleetWorld, robotId: RobotId): Mishap[] => {
  const robot = world.robot(robotId)
  const { report } = robot
  const flag = (name: 'away' | 'stands' | 'refusing', chance: number, seconds: number): Mishap => ({
    chance,
    seconds,
    begin: () => Object.assign(robot, { [name]: true }),
    end: () => Object.assign(robot, { [name]: false }),
  })
  const once = (chance: number, begin: () => void): Mishap => ({ chance, seconds: 1, begin, end: () => {} })
  const set = (chance: number, seconds: number, begin: () => unknown, end: () => unknown): Mishap => ({
    chance,
    seconds,
    begin: () => void begin(),
    end: () => void end(),
  })
  return [
    flag('away', 0.004, 60),
    flag('stands', 0.003, 70),
    flag('refusing', 0.001, 40),
    once(0.003, robot.forget),
    once(0.002, () => Object.assign(robot, { failing: 2 })),
    set(
      0.002,
      40,
      () => report.faults.push('laser'),
      () => report.faults.splice(0),
    ),
    set(
      0.002,
      60,
      () => Object.assign(report, { mode: 'manual' }),
      () => Object.assign(report, { mode: 'automatic' }),
    ),
    set(
      0.002,
      50,
      () => world.send({ type: 'pauseRobot', robotId }),
      () => world.send({ type: 'resumeRobot', robotId }),
    ),
  ]
}

const liftMishaps = ({ lifts }: FleetWorld): Mishap[] =>
  [...lifts.values()].map(({ lift }) => ({
    chance: 0.004,
    seconds: 60,
    begin: () => Object.assign(lift, { inService: false }),
    end: () => Object.assign(lift, { inService: true }),
  }))

/** Batteries run down on the way and fill on chargers. */
const drain = (world: FleetWorld, second: number): void => {
  for (const { report } of world.robots.values()) {
    if (report.charging) report.batteryPercent = Math.min(100, report.batteryPercent + 1)
    else if (second % 15 === 0) report.batteryPercent = Math.max(5, report.batteryPercent - 1)
  }
}

/** Loads and unloads, sees to alarms, and calls off what no robot may do any more. */
const help = (world: FleetWorld): void => {
  const { missions, alerts } = world.hall()
  for (const { alertId, state, source, raisedAt } of alerts.values()) {
    if (state !== 'open' || source.by !== 'robot' || world.now() - raisedAt < 60_000) continue
    world.send({ type: 'resolveAlert', alertId })
  }
  for (const mission of missions.values()) {
    const { missionId } = mission
    if ('arrivedAt' in mission) world.send({ type: 'confirmHandover', missionId })
    const isRefused = mission.state === 'waiting' && Object.values(mission.why).every((why) => why.includes('refused'))
    if (isRefused) world.send({ type: 'cancelMission', missionId })
  }
}

const wildDay = (seed: number): FleetWorld => {
  const world = createFleetWorld(site, { seed, delay: 0.3, loss: 0.3 })
  const { pick, chance } = world.dice
  const mishaps = [...robotIds.flatMap((robotId) => mishapsOf(world, robotId)), ...liftMishaps(world)]
  const until = new Map<Mishap, number>()
  const isOpen = () => [...world.hall().missions.values()].some(({ state }) => /waiting|assigned|underway/.test(state))
  for (let second = 0; second < MOST_SECONDS && (second <= MISSIONS * SECONDS_APART || isOpen()); second++) {
    if (second % SECONDS_APART === 0 && second < MISSIONS * SECONDS_APART) {
      const from = pick(places)
      world.ask(bring(from, pick(places.filter((to) => to !== from)), { kind: pick(['delivery', 'return', 'guide']) }))
    }
    for (const mishap of mishaps) {
      const end = until.get(mishap)
      if (end !== undefined && second >= end) {
        until.delete(mishap)
        mishap.end()
      } else if (end === undefined && second < WILD_SECONDS && chance(mishap.chance)) {
        until.set(mishap, second + mishap.seconds)
        mishap.begin()
      }
    }
    drain(world, second)
    help(world)
    world.tick()
  }
  for (const mishap of until.keys()) mishap.end()
  return world
}

describe.each([1, 2, 3])('a day on which everything goes wrong, dice %i', (seed) => {
  const world = wildDay(seed)
  const missions = [...world.hall().missions.values()]

  it('ends with every mission done, or with a person who knows why not', () => {
    const failed = missions.filter(({ state }) => state === 'failed')
    expect(missions).toHaveLength(MISSIONS)
    expect(missions.filter(({ state }) => !['delivered', 'failed', 'cancelled'].includes(state))).toEqual([])
    const told = new Set([...world.hall().alerts.values()].map(({ source }) => 'robotId' in source && source.robotId))
    for (const mission of failed) expect(told).toContain('robotId' in mission && mission.robotId)
    expect(missions.filter(({ state }) => state === 'delivered').length).toBeGreaterThan(MISSIONS / 2)
  })

  it('leaves no robot stuck: all are at home or on a charger in the end', () => {
    const homes = new Set([
      ...site.robots.map(({ homeNodeId }) => homeNodeId),
      ...site.chargers.map(({ nodeId }) => nodeId),
    ])
    const isHome = () => [...world.robots.values()].every(({ report }) => homes.has(node(report.lastNodeId)))
    world.until(() => {
      help(world)
      drain(world, 1)
      return isHome()
    }, 900)
    expect(isHome()).toBe(true)
  })
})
