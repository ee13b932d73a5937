import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { RobotId } from '#contracts/ids.ts'
import { missionAfter } from '#contracts/missionLife.ts'
import { Mission } from '#contracts/missions.ts'
import { NINE } from '../../support/given.ts'
import { missionId, placeId, ticketId } from '../../support/names.ts'

const M1 = missionId('M0001')
const [R1, R2] = [RobotId.parse('R1'), RobotId.parse('R2')]

const asked = {
  missionId: M1,
  kind: 'delivery' as const,
  from: placeId('W1'),
  to: placeId('back-office'),
  note: 'blue folder',
  ticketId: ticketId('A001'),
  priority: 3,
  deadline: NINE + 60 * MINUTE,
}
const requested: HallEvent = { type: 'missionRequested', ...asked, why: { [R1]: ['busy'] } }
const assigned: HallEvent = { type: 'missionAssigned', missionId: M1, robotId: R1 }
const arrived: HallEvent = { type: 'missionArrived', missionId: M1 }
const stopFailed: HallEvent = { type: 'stopFailed', missionId: M1, stop: 'pick' }
const underway: HallEvent = { type: 'missionUnderway', missionId: M1 }
const cancelAsked: HallEvent = { type: 'missionCancelAsked', missionId: M1 }
const cancelled: HallEvent = { type: 'missionCancelled', missionId: M1 }
const delivered: HallEvent = { type: 'missionDelivered', missionId: M1, savedSeconds: 90 }
const failed: HallEvent = { type: 'missionFailed', missionId: M1, reason: 'orderLost' }
const heldBy = (robotId: RobotId): HallEvent => ({
  type: 'missionHeld',
  missionId: M1,
  why: { [R1]: ['refused'] },
  after: 'pickFailed',
  refusedBy: robotId,
})

const minute = (n: number) => NINE + n * MINUTE
const base = { ...asked, requestedAt: NINE }

/** One fact a minute. Whatever a mission has become is a mission of the contract, and nothing beside. */
const after = (...events: HallEvent[]) => {
  const mission = events.reduce<Mission | undefined>(
    (before, event, i) => missionAfter(before, { at: minute(i), event }),
    undefined,
  )
  expect(mission).toEqual(Mission.parse(mission))
  return mission
}

describe('the life of a mission', () => {
  it('begins with why it waits', () => {
    expect(after(requested)).toEqual({ ...base, state: 'waiting', why: { [R1]: ['busy'] } })
  })

  it('goes by its robot to the end, and forgets on the way what is over', () => {
    expect(after(requested, assigned, arrived, stopFailed, stopFailed)).toEqual({
      ...base,
      state: 'assigned',
      robotId: R1,
      since: minute(1),
      arrivedAt: minute(2),
      failures: 2,
      cancelAsked: false,
    })
    expect(after(requested, assigned, arrived, stopFailed, underway)).toEqual({
      ...base,
      state: 'underway',
      robotId: R1,
      since: minute(4),
      cancelAsked: false,
    })
    expect(after(requested, assigned, underway, arrived, delivered)).toEqual({
      ...base,
      state: 'delivered',
      robotId: R1,
      finishedAt: minute(4),
      savedSeconds: 90,
    })
  })

  it('returns to waiting and remembers every robot that has tried', () => {
    const tried = [requested, assigned, heldBy(R1), { ...assigned, robotId: R2 }, heldBy(R2)]
    expect(after(...tried)).toEqual({ ...base, state: 'waiting', why: { [R1]: ['refused'] }, refusedBy: [R1, R2] })
    expect(after(...tried, { type: 'missionHeld', missionId: M1, why: {} })).toMatchObject({ refusedBy: [R1, R2] })
  })

  it('keeps that it was asked to end, with the robot it had', () => {
    expect(after(requested, assigned, cancelAsked, underway)).toMatchObject({ state: 'underway', cancelAsked: true })
    expect(after(requested, assigned, cancelAsked, cancelled)).toEqual({
      ...base,
      state: 'cancelled',
      robotId: R1,
      finishedAt: minute(3),
    })
    expect(after(requested, cancelled)).toEqual({ ...base, state: 'cancelled', finishedAt: minute(1) })
    expect(after(requested, assigned, failed)).toMatchObject({ state: 'failed', reason: 'orderLost', robotId: R1 })
  })

  it('is not moved by what does not fit it, or speaks of something else', () => {
    const waiting = after(requested)
    for (const event of [arrived, stopFailed, underway, cancelAsked, delivered])
      expect(missionAfter(waiting, { at: NINE, event })).toBe(waiting)
    const acknowledged: HallEvent = { type: 'orderAcknowledged', missionId: M1, orderId: 'O1', orderUpdateId: 0 }
    expect(missionAfter(waiting, { at: NINE, event: acknowledged })).toBe(waiting)
    expect(missionAfter(undefined, { at: NINE, event: delivered })).toBeUndefined()
  })
})
