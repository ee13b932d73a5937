/** A robot's errand, and a refusal, in words. */
import { describe, expect, it } from 'vitest'
import { Mission } from '#contracts/missions.ts'
import { missionSaid, ongoingFirst } from '#dashboard/parts/missions.ts'
import { refusalSaid } from '#dashboard/parts/refusing.ts'
import { en } from '#dashboard/words/missions/en.ts'
import { smallSite } from '#test/support/smallSite.ts'

const saying = { words: en, robotName: (id: string) => `Robot ${id}`, clock: () => '10:00' }
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
const waiting = (why: object) => missionSaid(mission({ state: 'waiting', why }), saying)
const errand = {
  robotId: 'R1',
  orderId: 'o',
  orderUpdateId: 0,
  path: ['n0'],
  pickAt: 0,
  dropAt: 0,
  acknowledged: true,
}

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

  it('names the gravest reason of each robot', () =>
    expect(waiting({ R1: ['busy', 'batteryLow'], R2: ['offline', 'busy'] })).toEqual({
      state: 'attention',
      headline: 'No robot can go now',
      why: 'Robot\u00a0R1\u00a0battery\u00a0low · Robot\u00a0R2\u00a0offline',
    }))

  it('tells the way to the papers from the way with them', () => {
    const said = (state: string) => missionSaid(mission({ state, errand, cancelAsked: false }), saying).headline
    expect(said('assigned')).toBe('Robot R1 is coming to fetch')
    expect(said('underway')).toBe('Robot R1 is on its way')
  })

  it('says why nothing arrived', () =>
    expect(missionSaid(mission({ state: 'failed', reason: 'fault: E42', finishedAt: 2000 }), saying)).toEqual({
      state: 'urgent',
      headline: 'Not delivered',
      why: 'the robot has a fault',
    }))
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
