/** A robot before a window or a shelf: who is to do what, and which papers may be asked back. */
import { describe, expect, it } from 'vitest'
import { Mission } from '#contracts/missions.ts'
import { handoverAt, handoverOf, mayReturn } from '#dashboard/parts/handover.ts'

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
const ongoing = (state: 'assigned' | 'underway', more: object = {}) =>
  mission({ state, robotId: 'R1', cancelAsked: false, arrivedAt: 2000, ...more })

describe('a robot that waits for somebody', () => {
  it('is loaded where the papers come from, and unloaded where they go', () => {
    expect(handoverAt([ongoing('assigned')], 'W1')?.deed).toBe('load')
    expect(handoverAt([ongoing('underway')], 'back-office')?.deed).toBe('unload')
    expect(handoverAt([ongoing('underway')], 'W1')).toBeUndefined()
    expect(handoverAt([ongoing('assigned')], 'back-office')).toBeUndefined()
  })

  it('is nobody’s while it drives, is told to stop, or has not been assigned', () => {
    const none = [
      ongoing('assigned', { arrivedAt: undefined }),
      ongoing('assigned', { cancelAsked: true }),
      mission({ state: 'waiting', why: {} }),
    ]
    expect(none.map(handoverOf)).toEqual([undefined, undefined, undefined])
  })

  it('is served in the order in which robots have come', () => {
    const later = ongoing('assigned', { missionId: 'M0002', arrivedAt: 3000 })
    expect(handoverAt([later, ongoing('assigned')], 'W1')?.mission.missionId).toBe('M0001')
  })
})

describe('asking papers back', () => {
  const delivered = mission({ state: 'delivered', robotId: 'R1', finishedAt: 5000 })
  const back = (more: object) =>
    mission({ missionId: 'M0002', kind: 'return', from: 'back-office', to: 'W1', requestedAt: 6000, ...more })

  it('is for what has been delivered, once', () => {
    expect(mayReturn(delivered, [delivered])).toBe(true)
    expect(mayReturn(delivered, [back({ state: 'waiting', why: {} })])).toBe(false)
    expect(mayReturn(ongoing('underway'), [])).toBe(false)
    expect(mayReturn(back({ state: 'delivered', robotId: 'R1', finishedAt: 9000 }), [])).toBe(false)
  })

  it('may be done again when it came to nothing, and after an earlier delivery', () => {
    expect(mayReturn(delivered, [back({ state: 'failed', reason: 'dropFailed', finishedAt: 7000 })])).toBe(true)
    expect(mayReturn(delivered, [back({ state: 'waiting', why: {}, requestedAt: 4000 })])).toBe(true)
  })
})
