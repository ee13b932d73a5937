/** Missions asked for, called off, and handed over by people. */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { callNext, finish, issue, open, start, tick, W1, W2 } from '#test/support/asking.ts'
import { missionId, ticketId } from '#test/support/names.ts'
import { storyOf } from '#test/support/story.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, isSilent, lift, M1, node, place, R1, R2, says, twoFloors } from './floors.ts'
import { along } from './ordered.ts'

const cancel = { type: 'cancelMission', missionId: M1 } as const
const confirm = { type: 'confirmHandover', missionId: M1 } as const
const cancelled = { type: 'missionCancelled', missionId: M1 }

describe('asking for a mission', () => {
  const story = () => storyOf(twoFloors())

  it('writes down all that was asked, and what speaks against each robot', () => {
    const asked = { priority: 3, note: 'blue folder', deadline: 1_800_000_000_000, ticketId: ticketId('A001') }
    const { type: _, ...ask } = bring('W1', 'office', asked)
    expect(
      story()
        .does({ type: 'requestMission', ...ask })
        .at(-1),
    ).toEqual({
      type: 'missionRequested',
      missionId: M1,
      ...ask,
      why: { R1: ['offline'] },
    })
  })

  it('counts on over all missions', () => {
    const one = story()
    one.does(bring('W1', 'office'))
    expect(one.does(bring('W1', 'office'))).toMatchObject([{ missionId: 'M0002' }])
  })

  it('is refused where no robot can stop, is known, or can go', () => {
    expect(story().cannot(bring('W1', 'moon'))).toEqual({ code: 'unknownPlace', placeId: 'moon' })
    expect(story().cannot(bring('W3', 'W1'))).toEqual({ code: 'noRobotStop', placeId: 'W3' })
    expect(story().cannot(bring('a5', 'office'))).toEqual({ code: 'samePlace', placeId: 'office' })
    expect(story().cannot(bring('i1', 'office'))).toEqual({ code: 'noRoute', from: 'i1', to: 'office' })
  })

  it('is taken down while the lift is out of order', () => {
    const one = heardAt(twoFloors(), 'd1')
    one.does(lift({ inService: false }))
    expect(one.does(bring('W1', 'archive'))).toMatchObject([{ why: { R1: ['liftOut'] } }])
    one.does(lift())
    expect(one.does(tick)).toContainEqual({ type: 'missionAssigned', missionId: M1, robotId: 'R1' })
  })
})

describe('a guide that is told no place', () => {
  const { to: _, ...guide } = bring('office', 'W2', { kind: 'guide', ticketId: ticketId('A001') })
  const { ticketId: __, ...untold } = guide

  it('leads to the window that has called the ticket', () => {
    const story = storyOf(twoFloors())
    for (const command of [open(W2), issue(), callNext(W2)]) story.does(command)
    expect(story.does(guide)).toMatchObject([{ kind: 'guide', from: 'office', to: 'W2', ticketId: '20261123-A001' }])
  })

  it('is refused without a ticket, for one that is not there, not called yet, or served already', () => {
    const story = storyOf(twoFloors())
    expect(story.cannot(untold)).toEqual({ code: 'noDestination', from: 'office' })
    expect(story.cannot(guide)).toEqual({ code: 'unknownTicket', ticketId: '20261123-A001' })
    for (const command of [open(W1), issue()]) story.does(command)
    expect(story.cannot(guide)).toEqual({ code: 'ticketNotCalled', ticketId: '20261123-A001' })
    for (const command of [callNext(), start(), finish()]) story.does(command)
    expect(story.cannot(guide)).toMatchObject({ code: 'unknownTicket' })
  })

  it('is no delivery: papers go where somebody says', () => {
    const story = storyOf(twoFloors())
    for (const command of [open(W2), issue(), callNext(W2)]) story.does(command)
    expect(story.cannot({ ...guide, kind: 'delivery' })).toEqual({ code: 'noDestination', from: 'office' })
  })
})

describe('calling a mission off', () => {
  /** One that R1 may already pick for. */
  const bound = (site = twoFloors()) => {
    const story = heardAt(site, 'a1')
    story.does(bring('a2', 'a5'))
    story.does(tick)
    const order = story.hall.courses.get(R1)?.order
    if (order?.stop !== 'pick') throw new Error('a pick')
    return { story, orderId: order.orderId }
  }

  it('is refused for one that is unknown or over', () => {
    const story = storyOf(twoFloors())
    expect(story.cannot(cancel)).toEqual({ code: 'unknownMission', missionId: M1 })
    story.does(bring('W1', 'office'))
    story.does(cancel)
    expect(story.cannot(cancel)).toEqual({ code: 'missionOver', missionId: M1, state: 'cancelled' })
    expect(story.cannot({ ...confirm, missionId: missionId('M0009') })).toMatchObject({ code: 'unknownMission' })
  })

  it('is over at once while it waits, and while its robot may not pick yet', () => {
    const waiting = storyOf(twoFloors())
    waiting.does(bring('W1', 'office'))
    expect(waiting.does(cancel)).toEqual([cancelled])
    const far = heardAt(twoFloors(), 'd1')
    far.does(bring('a5', 'a1'))
    far.does(tick)
    expect(far.does(cancel)).toEqual([cancelled])
    expect(far.hall.robots.get(R1)).not.toHaveProperty('missionId')
  })

  it('waits for the robot to have stopped, not merely to have heard of it', () => {
    const { story, orderId } = bound()
    const going = { orderId, orderUpdateId: 0, lastNodeId: 'a1', nodesLeft: 1, edgesLeft: 1 }
    expect(story.does(cancel)).toEqual([{ type: 'missionCancelAsked', missionId: M1 }])
    expect(story.does(cancel)).toEqual([])
    const stopping = { actionId: `${orderId}-cancel`, status: 'running' as const }
    story.does(says(R1, { ...going, actions: [stopping] }))
    story.does(says(R1, { ...going, nodesLeft: 0, edgesLeft: 0, actions: [stopping] }))
    expect(story.hall.missions.get(M1)).toMatchObject({ state: 'assigned', cancelAsked: true })
    const stopped = { ...stopping, status: 'finished' as const }
    expect(story.does(says(R1, { ...going, nodesLeft: 0, edgesLeft: 0, actions: [stopped] }))).toContainEqual(cancelled)
    expect(story.hall.missions.get(M1)).toMatchObject({ state: 'cancelled', robotId: 'R1' })
  })

  it('does not wait for a robot that had nothing to stop and leaves the cancel waiting for ever', () => {
    const { story, orderId } = bound()
    story.does(cancel)
    const waits = [{ actionId: `${orderId}-cancel`, status: 'waiting' as const }]
    expect(story.does(says(R1, { lastNodeId: 'a1', actions: waits }))).toContainEqual(cancelled)
  })

  it('is for good: no robot is sent for it once more', () => {
    const { story } = bound(twoFloors({ robots: [{}, {}] }))
    story.does(cancel)
    story.does(says(R2, { lastNodeId: 'a3' }))
    story.happens({ type: 'robotPlaced', robotId: R1, nodeId: node('i1') })
    const events = story.does(tick)
    expect(events).toContainEqual(cancelled)
    expect(events.map(({ type }) => type)).not.toContain('missionAssigned')
  })

  it('does not wait for a robot out of reach when asked twice', () => {
    const { story } = bound()
    story.does(cancel)
    story.does(isSilent(R1))
    expect(story.does(cancel)).toEqual([cancelled])
  })

  it('calls a person for what the robot has taken up meanwhile', () => {
    const { story, orderId } = bound()
    story.does(cancel)
    const picked = { actionId: `${orderId}-pick`, status: 'finished' as const }
    const events = story.does(says(R1, { orderId, lastNodeId: 'a2', lastSequence: 2, actions: [picked] }))
    expect(events.filter(({ type }) => /mission|help/.test(type))).toMatchObject([
      { type: 'missionUnderway', missionId: M1 },
      cancelled,
      { type: 'helpAsked', source: { robotId: 'R1', missionId: M1, problem: 'load' } },
    ])
  })

  it('is a delivery after all when the robot was quicker', () => {
    const { story } = bound()
    story.happens({ type: 'missionUnderway', missionId: M1 })
    story.happens({ type: 'orderOver', robotId: R1 })
    const order = {
      orderId: 'R1-x',
      orderUpdateId: 0,
      from: 0,
      nodes: [node('a1')],
      released: 1,
      stop: 'drop' as const,
    }
    story.happens({ type: 'orderWritten', robotId: R1, order })
    story.does(cancel)
    const dropped = { actionId: 'R1-x-drop', status: 'finished' as const }
    expect(story.does(says(R1, { orderId: 'R1-x', lastNodeId: 'a1', actions: [dropped] }))).toContainEqual(
      expect.objectContaining({ type: 'missionDelivered', missionId: M1 }),
    )
  })

  it('calls a person for what is on a robot that is out of reach', () => {
    const { story } = bound()
    story.happens({ type: 'missionUnderway', missionId: M1 })
    story.does(cancel)
    story.does(isSilent(R1))
    expect(story.does(cancel)).toMatchObject([cancelled, { type: 'helpAsked', source: { problem: 'load' } }])
  })
})

describe('a mission that a person loads and unloads', () => {
  const trayAt = (nodeId: string) => {
    const world = createFleetWorld(twoFloors({ robots: [{ profile: 'tray' }] }))
    world.ask(bring('W1', 'W2', { kind: nodeId === 'a1' ? 'delivery' : 'return' }))
    world.until(() => world.robot(R1).report.lastNodeId === 'a1' && world.happened('missionArrived').length === 1)
    return world
  }

  it('has arrived where its robot stands, once, and waits for somebody there', () => {
    const world = trayAt('a1')
    for (let second = 0; second < 30; second++) world.tick()
    expect(world.happened('missionArrived')).toHaveLength(1)
    expect(world.stateOf(M1)).toBe('assigned')
    expect(world.happened('orderWritten').filter(({ order }) => order.stop)).toEqual([])
  })

  it.each(['delivery', 'return'])(
    'goes on when somebody says that things are on it, and is over when taken off: %s',
    (kind) => {
      const world = trayAt(kind === 'delivery' ? 'a1' : '')
      expect(world.send(confirm)).toMatchObject({ ok: true, events: [{ type: 'missionUnderway' }] })
      expect(world.send(confirm)).toEqual({
        ok: false,
        refusal: { code: 'nothingToHandOver', missionId: M1, state: 'underway' },
      })
      world.until(() => world.happened('missionArrived').length === 2)
      expect(world.robot(R1).report.lastNodeId).toBe('a4')
      expect(world.send(confirm)).toMatchObject({ ok: true, events: [{ type: 'missionDelivered' }] })
      expect(world.send(confirm)).toMatchObject({
        ok: false,
        refusal: { code: 'nothingToHandOver', state: 'delivered' },
      })
    },
  )

  it('has not arrived while its robot is paused', () => {
    const story = heardAt(twoFloors({ robots: [{ profile: 'tray' }] }), 'd1')
    story.does(bring('W1', 'W2'))
    story.does(tick)
    const arrived = { type: 'missionArrived', missionId: M1 }
    expect(story.does(along(story, 1, { paused: true }))).not.toContainEqual(arrived)
    expect(story.does(says(R1, { lastNodeId: 'a1', paused: false }))).toContainEqual(arrived)
  })

  it('stays where it waits, though others want to pass, and its robot’s though it is moved', () => {
    const world = createFleetWorld(
      twoFloors({ robots: [{ profile: 'tray' }, { kinds: ['return'] }, { kinds: ['delivery'] }] }),
    )
    world.carry(R1, 'a2')
    world.ask(bring('a2', 'a4'))
    world.until(() => world.happened('missionArrived').length === 1)
    world.carry(R2, 'a1')
    world.ask(bring('a3', 'a5', { kind: 'return' }))
    for (let second = 0; second < 30; second++) world.tick()
    expect(world.robot(R1).report.lastNodeId).toBe('a2')
    world.carry(R1, 'b2')
    world.tick()
    expect(world.hall().missions.get(M1)).toMatchObject({ state: 'assigned', robotId: 'R1' })
  })

  it('is refused before the robot is there', () => {
    const story = heardAt(twoFloors({ robots: [{ profile: 'tray' }] }), 'd1')
    story.does(bring('W2', 'W1'))
    expect(story.cannot(confirm)).toMatchObject({ code: 'nothingToHandOver', state: 'waiting' })
    story.does(tick)
    expect(story.cannot(confirm)).toMatchObject({ code: 'nothingToHandOver', state: 'assigned' })
  })

  it('can be called off while the robot waits to be loaded', () => {
    const world = trayAt('a1')
    world.send(cancel)
    world.until(() => world.stateOf(M1) === 'cancelled', 5)
    expect(world.happened('helpAsked')).toEqual([])
    world.until(() => world.robot(R1).report.lastNodeId === 'd1', MINUTE)
  })
})

describe('a guide', () => {
  it('goes on as soon as it has met its visitor, needs nobody’s word, and carries nothing', () => {
    const world = createFleetWorld(twoFloors({ robots: [{ profile: 'tray' }] }))
    const id = world.ask(bring('a1', 'W2', { kind: 'guide' }))
    world.until(() => world.stateOf(id) === 'underway')
    expect(world.robot(R1).report.lastNodeId).toBe('a1')
    world.until(() => world.stateOf(id) === 'delivered')
    expect(world.robot(R1).report.lastNodeId).toBe('a4')
    expect(world.happened('missionArrived')).toEqual([])
    expect(world.happened('orderWritten').filter(({ order }) => order.stop)).toEqual([])
    expect(world.hall().paper.stops.get(place('W2'))).toBe(node('a4'))
  })
})
