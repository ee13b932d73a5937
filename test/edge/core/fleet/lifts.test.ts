/** Lifts and doors on a robot's way. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { DoorId } from '#contracts/ids.ts'
import type { HallDoor } from '#contracts/lifts.ts'
import { isDoorWanted, liftRequest } from '#edge/core/fleet/lifts.ts'
import { tick } from '#test/support/asking.ts'
import type { Story } from '#test/support/story.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, F2, heardAt, isSilent, L1, lift, M1, node, R1, R2, twoFloors } from './floors.ts'
import { along, orderOf, ordersIn } from './ordered.ts'

const requestOf = ({ hall }: Story) => liftRequest(L1, hall)
const ours = { session: 'R1', door: 'open' as const }

/** R1 is to bring something from a5 up to b2; the lift stands on F1. */
const bound = (start: string) => {
  const story = heardAt(twoFloors({ robots: [{}, {}] }), start)
  story.does(lift())
  story.does(bring('a5', 'b2'))
  story.happens({ type: 'missionAssigned', missionId: M1, robotId: R1 }, { type: 'missionUnderway', missionId: M1 })
  story.does(tick)
  return story
}

describe('a lift', () => {
  it('is asked for when the cabin is next on a robot’s way, and not before', () => {
    expect(requestOf(bound('a1'))).toEqual({ session: null })
    const far = heardAt(twoFloors(), 'a4')
    far.does(lift())
    const moves = ['a5', 'c1', 'c2', 'b1'].map((id, i) => ({ robotId: R1, nodeId: node(id), turn: 9 + i }))
    far.happens({ type: 'coursesPlanned', moves, nextTurn: 20 })
    expect(requestOf(far)).toEqual({ session: null })
    const near = bound('a5')
    expect(requestOf(near)).toEqual({ session: 'R1', from: 'F1', to: 'F2', boarded: false })
  })

  it('lets a robot in only when it stands open there, and for that robot', () => {
    for (const told of [
      {},
      { session: 'R1' },
      { ...ours, floor: F2 },
      { ...ours, session: 'R2' },
      { ...ours, inService: false },
    ]) {
      const story = bound('a5')
      expect(ordersIn(story.does(lift(told)))).toEqual([])
    }
    const story = bound('a5')
    expect(ordersIn(story.does(lift(ours)))).toMatchObject([{ nodes: ['a5', 'c1', 'c2', 'b1'], released: 2 }])
  })

  it('rides when the robot is inside, and lets it out only on the other floor, in front of the lift', () => {
    const story = bound('a5')
    story.does(lift(ours))
    story.does(along(story, 1))
    expect(requestOf(story)).toEqual({ session: 'R1', from: 'F1', to: 'F2', boarded: true })
    story.does(tick)
    expect(ordersIn(story.does(lift({ ...ours, door: 'moving' })))).toEqual([])
    const [out] = ordersIn(story.does(lift({ ...ours, floor: F2 })))
    expect(out).toMatchObject({ from: 1, released: 3 })
    expect(out?.nodes.slice(0, 3)).toEqual(['c1', 'c2', 'b1'])
    story.does(along(story, 1))
    expect(requestOf(story)).toMatchObject({ session: 'R1', boarded: true })
    story.does(along(story, 2))
    expect(requestOf(story)).toEqual({ session: null })
  })

  it('has the robot told its new map as it arrives', () => {
    const world = createFleetWorld(twoFloors())
    const id = world.ask(bring('a5', 'b2'))
    const done = () => world.robot(R1).report.actions.filter(({ actionId }) => actionId.includes('-map-'))
    world.until(() => world.robot(R1).report.lastNodeId === 'b1', 120)
    expect(done()).toMatchObject([{ status: 'finished' }])
    world.until(() => world.stateOf(id) === 'delivered', 60)
    expect(world.robot(R1).carried).toEqual([{ from: 'a5', to: 'b2' }])
  })

  it('is given back by one robot before the next may ask for it', () => {
    const story = bound('a5')
    story.does(lift({ session: 'R2' }))
    expect(requestOf(story)).toEqual({ session: null })
    story.does(lift({ session: null }))
    expect(requestOf(story)).toMatchObject({ session: 'R1' })
  })

  it('is one robot’s at a time, with robots that cross', () => {
    const world = createFleetWorld(twoFloors({ robots: [{}, { homeNodeId: 'b2' }] }), {
      seed: 2,
      delay: 0.2,
      loss: 0.2,
    })
    world.ask(bring('a1', 'b1'))
    world.ask(bring('b2', 'a2'))
    world.until(() => world.happened('missionDelivered').length === 2, 600)
  })

  it('out of order is not planned into, and what was planned is dropped', () => {
    const story = bound('a4')
    expect(story.hall.courses.get(R1)?.steps.map(({ nodeId }) => nodeId)).toEqual(['a4', 'a5', 'c1', 'c2', 'b1'])
    story.does(lift({ inService: false }))
    story.does(tick)
    expect(story.hall.courses.get(R1)?.steps.map(({ nodeId }) => nodeId)).toEqual(['a4', 'a5'])
    expect(requestOf(story)).toEqual({ session: null })
    story.does(lift())
    story.does(tick)
    expect(story.hall.courses.get(R1)?.steps.length).toBeGreaterThan(2)
  })

  it('out of order with a robot inside keeps it there, and takes it on when it works again', () => {
    const world = createFleetWorld(twoFloors())
    const id = world.ask(bring('a5', 'b2'))
    world.until(() => world.robot(R1).report.lastNodeId === 'c1', 120)
    for (const { lift: cabin } of world.lifts.values()) cabin.inService = false
    for (let second = 0; second < 60; second++) world.tick()
    expect(world.robot(R1).report.lastNodeId).toBe('c1')
    expect(world.hall().robots.get(R1)).toMatchObject({ heldUp: { what: 'lift', liftId: 'L1', why: 'outOfOrder' } })
    for (const { lift: cabin } of world.lifts.values()) cabin.inService = true
    world.until(() => world.stateOf(id) === 'delivered', 200)
  })
})

describe('a cabin that a robot has for too long', () => {
  const problemsOf = (story: Story) =>
    [...story.hall.alerts.values()].map(({ source, state }) => ['problem' in source && source.problem, state])

  it('raises an alarm, is never taken from it, and the alarm is over when it gets out', () => {
    const story = bound('a5')
    story.does(lift(ours))
    story.does(along(story, 1))
    const boardedAt = story.at
    story.does(tick, boardedAt + 3 * MINUTE)
    expect(problemsOf(story)).toEqual([])
    story.does(tick, boardedAt + 3 * MINUTE + SECOND)
    expect(problemsOf(story)).toEqual([['lift', 'open']])
    expect(requestOf(story)).toMatchObject({ session: 'R1', boarded: true })
    story.does(lift({ ...ours, floor: F2 }))
    story.does(along(story, 2))
    story.does(tick)
    expect(problemsOf(story)).toEqual([['lift', 'over']])
  })

  it('raises it, too, for a robot that is silent in there on nobody’s errand', () => {
    const story = heardAt(twoFloors({ robots: [{ homeNodeId: 'b2' }] }), 'c1')
    story.does(lift(ours))
    story.does(isSilent(R1))
    story.does(tick, story.at + 3 * MINUTE + SECOND)
    expect(problemsOf(story)).toEqual([['lift', 'open']])
  })

  it('raises none for those who wait outside', () => {
    const story = heardAt(twoFloors({ robots: [{ homeNodeId: 'b2' }, { homeNodeId: 'b1' }] }), 'c1', 'a5')
    story.does(lift(ours))
    story.does(tick)
    story.does(isSilent(R1))
    for (let minute = 0; minute < 5; minute++) story.does(tick, story.at + MINUTE)
    expect(story.hall.robots.get(R2)).toMatchObject({ heldUp: { what: 'lift', why: 'busy' } })
    expect([...story.hall.alerts.values()].map(({ source }) => 'robotId' in source && source.robotId)).toEqual(['R1'])
  })
})

describe('a door', () => {
  const D1 = DoorId.parse('D1')
  const withDoor = twoFloors({
    robots: [{ homeNodeId: 'a5' }],
    doors: [{ doorId: 'D1', names: { zh: '门', en: 'Door' }, between: ['a2', 'a3'] }],
  })
  const door = (more: Partial<HallDoor>) =>
    ({ type: 'reportDoor', door: { doorId: D1, door: 'closed', inService: true, ...more } }) as const
  const before = (start: string) => {
    const story = heardAt(withDoor, start)
    story.does(door({}))
    story.does(tick)
    return story
  }

  it('is wanted open by whoever is next on it, either way', () => {
    expect(isDoorWanted(D1, before('a5').hall)).toBe(false)
    expect(isDoorWanted(D1, before('a1').hall)).toBe(true)
  })

  it('lets a robot through only when it stands open and works', () => {
    const story = before('a1')
    expect(orderOf(story)).toMatchObject({ nodes: ['a1', 'a2', 'a3'], released: 2 })
    story.does(along(story, 0))
    expect(ordersIn(story.does(door({ door: 'moving' })))).toEqual([])
    expect(ordersIn(story.does(door({ door: 'open', inService: false })))).toEqual([])
    expect(ordersIn(story.does(door({ door: 'open' })))).toMatchObject([{ from: 1, nodes: ['a2', 'a3'], released: 2 }])
  })

  it('stays wanted until the robot is through', () => {
    const story = before('a1')
    story.does(door({ door: 'open' }))
    story.does(along(story, 1))
    expect(isDoorWanted(D1, story.hall)).toBe(true)
    story.does(along(story, 1))
    expect(story.hall.courses.get(R1)?.steps[0]).toMatchObject({ nodeId: 'a3' })
    expect(isDoorWanted(D1, story.hall)).toBe(false)
  })
})
