/** A robot's errand, and a refusal, in words. */
import { describe, expect, it } from 'vitest'
import { Mission, Unfit } from '#contracts/missions.ts'
import { Robot } from '#contracts/robots.ts'
import { fleetSaying } from '#dashboard/parts/fleetSaying.ts'
import { gravity, missionSaid, ongoingFirst } from '#dashboard/parts/missions.ts'
import { refusalSaid } from '#dashboard/parts/refusing.ts'
import { smallSite } from '#test/support/smallSite.ts'
import { fleetSite } from './fleetSite.ts'

const saying = fleetSaying(fleetSite(), 'en')
const mission = (more: object) =>
  Mission.parse({
    missionId: 'M0001',
    kind: 'delivery',
    from: 'W1',
    to: 'back-office',
    priority: 0,
    requestedAt: 1000,
    ...more,
  })
const waiting = (why: object) => missionSaid(mission({ state: 'waiting', why }), saying, () => undefined)
const robot = (more: object = {}) =>
  Robot.parse({
    robotId: 'R1',
    online: true,
    mode: 'automatic',
    batteryPercent: 60,
    charging: false,
    nodeId: 'n2',
    faults: [],
    missionId: 'M0001',
    ...more,
  })
const underway = (more: object = {}, its?: Robot) =>
  missionSaid(mission({ state: 'underway', robotId: 'R1', cancelAsked: false, ...more }), saying, () => its)

describe('saying how an errand stands', () => {
  it('looks for a robot as long as nothing speaks against one', () => {
    expect(waiting({}).headline).toBe('Looking for a robot')
    expect(waiting({ R1: ['busy'], R2: [] }).headline).toBe('Looking for a robot')
  })

  it('is calm while all robots are only busy', () =>
    expect(waiting({ R1: ['busy'], R2: ['busy'] })).toEqual({
      state: 'fine',
      headline: 'Waiting for a robot',
      why: 'All robots are busy',
    }))

  it('groups the robots by the gravest reason of each', () =>
    expect(waiting({ R1: ['busy', 'batteryLow'], R2: ['offline', 'busy'], R3: ['batteryLow'] })).toEqual({
      state: 'attention',
      headline: 'No robot can go now',
      why: 'Walker: out of reach; Runner, Third\u00a0one: battery low',
    }))

  it('does not wait for a robot that never does such errands', () =>
    expect(waiting({ R1: ['wrongKind', 'offline'], R2: ['charging'] })).toEqual({
      state: 'fine',
      headline: 'Waiting for a robot',
      why: 'Runner: not for such errands; Walker: charging',
    }))

  it('says every reason against a robot, in Chinese and in English', () => {
    expect([...gravity].sort()).toEqual([...Unfit.options].sort())
    for (const language of ['zh', 'en'] as const) {
      const spoken = fleetSaying(fleetSite(), language)
      const said = Unfit.options.map((reason) => {
        const one = mission({ state: 'waiting', why: { R1: [reason], R2: ['offline'] } })
        return missionSaid(one, spoken, () => undefined).why
      })
      expect(new Set(said).size).toBe(Unfit.options.length)
      expect(said.filter((why) => /undefined|^$/.test(why))).toEqual([])
    }
  })

  it('tells the way to the papers from the way with them, and back', () => {
    expect(underway({ state: 'assigned' }).headline).toBe('Runner is coming to fetch')
    expect(underway().headline).toBe('Runner is on its way')
    expect(underway({ kind: 'return' }).headline).toBe('Runner is bringing it back')
    expect(underway({ kind: 'guide' }).headline).toBe('Runner is leading the way')
  })

  it('says why its robot does not go on', () => {
    const heldUp = { what: 'robot', robotId: 'R2', nodeId: 'n3' }
    expect(underway({}, robot({ heldUp }))).toEqual({
      state: 'attention',
      headline: 'Runner is on its way',
      why: 'waits near window 2 for Walker to make way',
    })
    expect(underway({}, robot({ online: false }))).toMatchObject({ state: 'unknown', why: 'has not been heard of' })
    expect(underway({}, robot({ heldUp: { what: 'obstacle', nodeId: 'n3' } })).state).toBe('urgent')
  })

  it('says at once that its robot is there and what to do', () =>
    expect(underway({ state: 'assigned', arrivedAt: 5 }, robot())).toEqual({
      state: 'attention',
      headline: 'Runner is there',
      why: 'waits at window 1 to be loaded',
    }))

  it('says why nothing arrived', () => {
    const failed = mission({ state: 'failed', reason: 'fault: E42', finishedAt: 2000 })
    expect(missionSaid(failed, saying, () => undefined)).toEqual({
      state: 'urgent',
      headline: 'Not delivered',
      why: 'the robot has a fault',
    })
  })
})

describe('listing errands', () => {
  it('has the urgent ones first, then the oldest, then what has just ended', () => {
    const list = [
      mission({ missionId: 'M0001', state: 'cancelled', finishedAt: 9000 }),
      mission({ missionId: 'M0002', state: 'waiting', why: {}, requestedAt: 3000 }),
      mission({ missionId: 'M0003', state: 'waiting', why: {}, requestedAt: 2000 }),
      mission({ missionId: 'M0004', state: 'waiting', why: {}, requestedAt: 4000, priority: 5 }),
      mission({ missionId: 'M0005', state: 'cancelled', finishedAt: 100 }),
    ]
    expect(ongoingFirst(list, 5000).map(({ missionId }) => missionId)).toEqual(['M0004', 'M0003', 'M0002', 'M0001'])
  })
})

describe('saying a refusal', () => {
  const site = smallSite()
  const said = (problem: { code: string; [fact: string]: unknown }) =>
    refusalSaid({ title: '', status: 409, ...problem }, site, 'en')

  it('calls tickets, windows and places by the names people read', () => {
    expect(said({ code: 'windowBusy', windowId: 'W1', ticketId: '20261122-A042' })).toContain('A042')
    expect(said({ code: 'noRoute', from: 'W1', to: 'back-office' })).toBe(
      'No robot route leads from window 1 to Back office.',
    )
  })

  it('has a sentence for a code it does not know', () =>
    expect(said({ code: 'somethingNew' })).toBe('This was not done. Please try again.'))
})
