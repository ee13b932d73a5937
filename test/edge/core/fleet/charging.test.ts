/** Who charges where, and until when; and where robots wait when nothing is to be done. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import type { RobotReport } from '#contracts/robots.ts'
import { tick } from '#test/support/asking.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, isSilent, lift, M1, node, R1, R2, R3, says, twoFloors } from './floors.ts'

const chargerOf = (story: ReturnType<typeof heardAt>, robotId = R1) => story.hall.robots.get(robotId)?.charger?.nodeId

/** R1 with so much in its battery; what the next second brings. */
const ticked = (more: Partial<RobotReport>, home = 'd3') => {
  const story = heardAt(twoFloors({ robots: [{ homeNodeId: home }] }))
  story.does(says(R1, more))
  story.does(tick)
  return story
}

describe('a robot with nothing to do', () => {
  it.each([
    [35, 'd1'],
    [40, undefined],
  ])('with %i percent goes to a charger: %s', (batteryPercent, charger) =>
    expect(chargerOf(ticked({ batteryPercent, lastNodeId: 'a1' }))).toBe(charger),
  )

  it.each([
    [89, 'd1'],
    [90, undefined],
  ])('that stands on a charger with %i percent uses the time: %s', (batteryPercent, charger) =>
    expect(chargerOf(ticked({ batteryPercent, lastNodeId: 'd1' }, 'd1'))).toBe(charger),
  )

  it('goes to the nearest charger that is free', () => {
    const story = heardAt(twoFloors({ robots: [{ homeNodeId: 'a4' }, { homeNodeId: 'd3' }] }))
    story.does(says(R1, { lastNodeId: 'a2', batteryPercent: 20 }))
    story.does(says(R2, { lastNodeId: 'a3', batteryPercent: 10 }))
    story.does(tick)
    expect([chargerOf(story, R1), chargerOf(story, R2)]).toEqual(['d1', 'd2'])
  })

  it('rather goes to a charger at its own home, or where nobody lives, than to another’s home', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}] }))
    story.does(says(R1, { lastNodeId: 'd1' }))
    story.does(says(R2, { lastNodeId: 'a1', batteryPercent: 20 }))
    story.does(tick)
    expect(chargerOf(story, R2)).toBe('d2')
  })

  it('waits when all chargers are another’s, or somebody stands on them who cannot be moved', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}, {}] }), 'd1', 'd2')
    story.does(says(R1, { lastNodeId: 'd1', paused: true }))
    story.does(says(R2, { lastNodeId: 'd2', batteryPercent: 20 }))
    story.does(says(R3, { lastNodeId: 'd3', batteryPercent: 20 }))
    story.does(tick)
    expect([chargerOf(story, R1), chargerOf(story, R2), chargerOf(story, R3)]).toEqual([undefined, 'd2', undefined])
  })

  it('drives home', () => {
    const world = createFleetWorld(twoFloors({ robots: [{ homeNodeId: 'd3' }] }))
    world.carry(R1, 'b2')
    world.until(() => world.robot(R1).report.lastNodeId === 'd3', 120)
    expect(world.happened('chargingAsked')).toEqual([])
  })
})

describe('a robot on its charger', () => {
  it('charges until it is full', () => {
    const world = createFleetWorld(twoFloors({ robots: [{ homeNodeId: 'd3' }] }))
    world.robot(R1).report.batteryPercent = 30
    world.until(() => world.robot(R1).report.charging, 60)
    expect(world.robot(R1).report.lastNodeId).toBe('d2')
    world.robot(R1).report.batteryPercent = 94
    for (let second = 0; second < 5; second++) world.tick()
    expect(world.robot(R1).report.charging).toBe(true)
    world.robot(R1).report.batteryPercent = 95
    world.until(() => world.robot(R1).report.lastNodeId === 'd3', 60)
    expect(world.robot(R1).report.charging).toBe(false)
    expect(world.happened('chargingOver')).toHaveLength(1)
  })

  it('is called away only from a sufficient battery on, and stops charging first', () => {
    const world = createFleetWorld(twoFloors())
    world.robot(R1).report.batteryPercent = 30
    world.until(() => world.robot(R1).report.charging, 60)
    const id = world.ask(bring('a4', 'a5'))
    for (let second = 0; second < 10; second++) world.tick()
    world.robot(R1).report.batteryPercent = 59
    for (let second = 0; second < 10; second++) world.tick()
    expect(world.stateOf(id)).toBe('waiting')
    world.robot(R1).report.batteryPercent = 60
    world.until(() => world.stateOf(id) === 'delivered', 200)
  })

  it('is not pushed away by others', () => {
    const world = createFleetWorld(twoFloors({ robots: [{}, {}] }))
    world.robot(R1).report.batteryPercent = 50
    world.until(() => world.robot(R1).report.charging, 60)
    world.ask(bring('a1', 'd1'))
    for (let second = 0; second < 60; second++) world.tick()
    expect(world.robot(R1).report.lastNodeId).toBe('d1')
  })
})

describe('a robot on its way to a charger', () => {
  it('may still be sent, and gives the charger back', () => {
    const story = ticked({ lastNodeId: 'a4', batteryPercent: 30 })
    expect(chargerOf(story)).toBe('d2')
    story.does(bring('a3', 'a5'))
    expect(story.does(tick)).toEqual(
      expect.arrayContaining([
        { type: 'missionAssigned', missionId: M1, robotId: 'R1' },
        { type: 'chargingOver', robotId: 'R1' },
      ]),
    )
  })

  it('with a critical battery is sent nowhere else, and drops what it has not begun', () => {
    const story = heardAt(twoFloors(), 'a1')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    story.does(says(R1, { lastNodeId: 'a1', batteryPercent: 14 }))
    expect(story.does(tick)).toEqual(
      expect.arrayContaining([
        { type: 'missionHeld', missionId: M1, why: { R1: ['batteryLow'] } },
        { type: 'chargingAsked', robotId: 'R1', nodeId: 'd2' },
      ]),
    )
  })

  it('that is lost leaves the charger to others', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}] }))
    story.does(says(R1, { lastNodeId: 'a4', batteryPercent: 30 }))
    story.does(tick)
    story.does(isSilent(R1))
    story.does(tick, story.at + 46 * SECOND)
    expect(chargerOf(story)).toBeUndefined()
    story.does(says(R2, { lastNodeId: 'a3', batteryPercent: 30 }))
    story.does(tick)
    expect(chargerOf(story, R2)).toBe('d2')
  })

  it('that it cannot reach any more takes another', () => {
    const story = heardAt(twoFloors({ chargers: ['d1', 'b1'].map((nodeId) => ({ chargerId: nodeId, nodeId })) }))
    story.does(lift())
    story.does(says(R1, { lastNodeId: 'a5', batteryPercent: 30 }))
    story.happens({ type: 'chargingAsked', robotId: R1, nodeId: node('b1') })
    story.does(lift({ inService: false }))
    for (const command of [tick, tick]) story.does(command)
    expect(chargerOf(story)).toBe('d1')
  })
})
