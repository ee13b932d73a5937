/** Robots that take things up and hand them over by themselves, and fail at it. */
import { describe, expect, it } from 'vitest'
import { createFleetWorld, type FleetWorld } from './fleetWorld.ts'
import { bring, M1, R1, R2, twoFloors } from './floors.ts'

const missionEvents = (world: FleetWorld): string[] =>
  world.facts.flatMap(({ event }) =>
    /^(mission|stop)/.test(event.type) && event.type !== 'missionRequested' ? [event.type] : [],
  )

/** One delivery from a1 to a5, with so many failures of R1 at the pick, or at the drop. */
const world = ({ robots = 1, picks = 0, drops = 0 }): FleetWorld => {
  const made = createFleetWorld(twoFloors({ robots: Array.from({ length: robots }, () => ({})) }))
  made.robot(R1).failing = picks
  made.ask(bring('a1', 'a5'))
  if (drops === 0) return made
  made.until(() => made.stateOf(M1) === 'underway')
  made.robot(R1).failing = drops
  return made
}

describe('a delivery', () => {
  it('is picked and dropped by orders of its robot, and saves its clerk a walk', () => {
    const done = world({})
    done.until(() => done.stateOf(M1) === 'delivered')
    expect(missionEvents(done)).toEqual(['missionAssigned', 'missionUnderway', 'missionDelivered'])
    expect(done.robot(R1).carried).toEqual([{ from: 'a1', to: 'a5' }])
    expect(done.hall().missions.get(M1)).toMatchObject({ robotId: 'R1', savedSeconds: 140 })
  })

  it.each(['return', 'delivery'] as const)('is carried alike as a %s', (kind) => {
    const back = createFleetWorld(twoFloors({ robots: [{ kinds: [kind] }] }))
    const id = back.ask(bring('a5', 'a1', { kind }))
    back.until(() => back.stateOf(id) === 'delivered')
    expect(back.robot(R1).carried).toEqual([{ from: 'a5', to: 'a1' }])
  })
})

describe('a pick that fails', () => {
  it('once is tried again by the same robot', () => {
    const tried = world({ picks: 1, robots: 2 })
    tried.until(() => tried.stateOf(M1) === 'delivered')
    expect(missionEvents(tried)).toEqual(['missionAssigned', 'stopFailed', 'missionUnderway', 'missionDelivered'])
  })

  it('twice is left to another robot, and not to the same again', () => {
    const tried = world({ picks: 2, robots: 2 })
    tried.until(() => tried.stateOf(M1) === 'delivered')
    expect(tried.happened('missionHeld')[0]).toEqual({
      type: 'missionHeld',
      missionId: M1,
      why: {},
      after: 'pickFailed',
      refusedBy: 'R1',
    })
    expect(tried.robot(R2).carried).toEqual([{ from: 'a1', to: 'a5' }])
    expect(tried.hall().missions.get(M1)).toMatchObject({ robotId: 'R2', refusedBy: ['R1'] })
    expect(tried.happened('helpAsked')).toEqual([])
  })

  it('twice by the only robot is why the mission waits', () => {
    const tried = world({ picks: 2 })
    tried.until(() => tried.hall().missions.get(M1)?.state === 'waiting' && tried.happened('stopFailed').length === 2)
    tried.tick()
    expect(tried.hall().missions.get(M1)).toMatchObject({ why: { R1: ['refused'] } })
  })
})

describe('a drop that fails', () => {
  it('once is tried again, whatever failed at the pick', () => {
    const tried = world({ picks: 1, drops: 1 })
    tried.until(() => tried.stateOf(M1) === 'delivered')
    expect(tried.happened('stopFailed').map(({ stop }) => stop)).toEqual(['pick', 'drop'])
  })

  it('twice fails the mission and calls a person to the robot', () => {
    const tried = world({ drops: 2 })
    tried.until(() => tried.stateOf(M1) === 'failed')
    expect(tried.hall().missions.get(M1)).toMatchObject({ reason: 'dropFailed', robotId: 'R1' })
    expect(tried.happened('helpAsked')).toMatchObject([
      {
        source: { by: 'robot', robotId: 'R1', missionId: M1, problem: 'failed' },
        place: { floorId: 'F1', x: 15, y: 5 },
      },
    ])
  })
})

describe('a fault of the robot', () => {
  it('with things on it fails the mission and calls a person', () => {
    const broken = world({})
    broken.until(() => broken.stateOf(M1) === 'underway')
    broken.robot(R1).report.faults = ['laser']
    broken.until(() => broken.stateOf(M1) === 'failed', 5)
    broken.tick()
    expect(broken.hall().missions.get(M1)).toMatchObject({ reason: 'fault: laser' })
    expect(broken.happened('helpAsked').map(({ source }) => 'problem' in source && source.problem)).toEqual([
      'failed',
      'faulty',
    ])
  })
})
