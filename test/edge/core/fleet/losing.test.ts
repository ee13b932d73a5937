/** Missions whose robot is lost. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import { decide } from '#edge/core/hall.ts'
import { tick } from '#test/support/asking.ts'
import { hallOf } from '#test/support/given.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, isSilent, lift, M1, R1, R2, robotOf, says, twoFloors } from './floors.ts'
import { along, orderOf } from './ordered.ts'

/** R1 may already pick at a2; R2 is far. */
const bound = () => {
  const story = heardAt(twoFloors({ robots: [{}, {}] }), 'a1', 'b2')
  story.does(lift())
  story.does(bring('a2', 'a5'))
  story.does(tick)
  return story
}

describe('a robot lost before the pick-up', () => {
  it('gives its mission to another after a while, not before', () => {
    const story = bound()
    story.does(isSilent(R1))
    const silentSince = story.at
    story.does(tick, silentSince + 45 * SECOND)
    expect(robotOf(story)).toBe('R1')
    const events = story.does(tick, silentSince + 46 * SECOND)
    expect(events).toContainEqual({ type: 'missionHeld', missionId: M1, why: {}, after: 'robotLost' })
    expect(events).toContainEqual({ type: 'missionAssigned', missionId: M1, robotId: 'R2' })
  })

  it('does so, too, when it is there but cannot be driven for as long', () => {
    const story = bound()
    story.does(along(story, 0, { paused: true }))
    const pausedAt = story.at
    story.does(tick, pausedAt + 45 * SECOND)
    expect(robotOf(story)).toBe('R1')
    expect(story.does(tick, pausedAt + 46 * SECOND)).toContainEqual(
      expect.objectContaining({ type: 'missionHeld', after: 'robotUnfit' }),
    )
  })

  it('is patient anew each time, however long it has stood for other reasons', () => {
    const story = bound()
    story.does(along(story, 0))
    const standsAt = story.at
    story.does(along(story, 0, { paused: true }), standsAt + 44 * SECOND)
    story.does(tick, standsAt + 60 * SECOND)
    expect(robotOf(story)).toBe('R1')
  })

  it('is told to stop when it is back, and takes nothing else before it has', () => {
    const story = bound()
    const { orderId } = orderOf(story)
    story.does(along(story, 0))
    story.does(isSilent(R1))
    story.does(tick, story.at + 46 * SECOND)
    expect(robotOf(story)).toBe('R2')
    story.does(along(story, 0))
    story.does(bring('a1', 'a5'))
    story.does(tick)
    expect(story.hall.missions.get(M1)).toMatchObject({ robotId: 'R2' })
    const waiting = [...story.hall.missions.values()].at(-1)
    expect(waiting).toMatchObject({ state: 'waiting', why: { R1: ['busy'], R2: ['busy'] } })
    const stopped = [{ actionId: `${orderId}-cancel`, status: 'finished' as const }]
    story.does(says(R1, { orderId, lastNodeId: 'a1', actions: stopped }))
    story.does(tick)
    expect(story.hall.robots.get(R1)).toMatchObject({ missionId: 'M0002' })
  })

  it('leaves what it has taken up after all to a person', () => {
    const story = bound()
    const { orderId } = orderOf(story)
    story.does(isSilent(R1))
    story.does(tick, story.at + 46 * SECOND)
    const picked = [{ actionId: `${orderId}-pick`, status: 'finished' as const }]
    expect(story.does(says(R1, { orderId, lastNodeId: 'a2', lastSequence: 2, actions: picked })).at(-1)).toMatchObject({
      type: 'helpAsked',
      source: { by: 'robot', robotId: 'R1', problem: 'load' },
    })
  })
})

describe('a robot lost after the pick-up', () => {
  it('keeps its mission, calls a person, and delivers when it is back', () => {
    const world = createFleetWorld(twoFloors({ robots: [{}, {}] }))
    const id = world.ask(bring('a2', 'b2'))
    world.until(() => world.stateOf(id) === 'underway')
    const [, robot] = [...world.robots].find(([, { load }]) => load === 'a2') ?? []
    if (robot === undefined) throw new Error('who carries it')
    robot.away = true
    robot.stands = true
    for (let second = 0; second < 120; second++) world.tick()
    expect(world.stateOf(id)).toBe('underway')
    expect(world.happened('helpAsked')).toMatchObject([{ source: { missionId: id, problem: 'lost' } }])
    robot.away = false
    robot.stands = false
    world.until(() => world.stateOf(id) === 'delivered', 200)
    expect([...world.hall().alerts.values()]).toMatchObject([{ state: 'over' }])
    expect(robot.carried).toEqual([{ from: 'a2', to: 'b2' }])
  })
})

describe('a robot that the site no longer has', () => {
  const { hall, at } = bound()
  const facts = bound().facts.map(({ event }) => ({ event, at }))

  it('has no place in the hall, and leaves its mission to another, or to a person', () => {
    const site = { ...hall.site, robots: hall.site.robots.filter(({ robotId }) => robotId === R2) }
    const without = hallOf(site, ...facts)
    expect([...without.robots.keys()]).toEqual([R2])
    expect([...without.courses.keys()]).toEqual([R2])
    const events = (carried: boolean) => {
      const before = hallOf(
        site,
        ...facts,
        ...(carried ? [{ event: { type: 'missionUnderway' as const, missionId: M1 }, at }] : []),
      )
      const decision = decide(tick, before, at + SECOND)
      return decision.ok ? decision.events : []
    }
    expect(events(false)).toContainEqual({ type: 'missionAssigned', missionId: M1, robotId: 'R2' })
    expect(events(true)).toContainEqual({ type: 'missionFailed', missionId: M1, reason: 'orderLost' })
    expect(events(true)).toContainEqual(expect.objectContaining({ type: 'helpAsked' }))
  })
})
