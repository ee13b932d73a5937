/** The errands of the day as managers list them, the thresholds of a battery, and where a robot may be sent. */
import { describe, expect, it } from 'vitest'
import { Mission } from '#contracts/missions.ts'
import { batteryState } from '#dashboard/manage/battery.ts'
import { missionReport } from '#dashboard/manage/exporting.ts'
import { cancellableState, countsOf, listOf, stopIds } from '#dashboard/manage/missions.ts'
import { fleetSite } from '../parts/fleetSite.ts'

const mission = (missionId: string, more: object) =>
  Mission.parse({
    missionId,
    kind: 'delivery',
    from: 'W1',
    to: 'back-office',
    priority: 0,
    requestedAt: 1000,
    ...more,
  })
const ongoing = { robotId: 'R1', cancelAsked: false }
const missions = [
  mission('M0001', { state: 'delivered', robotId: 'R1', finishedAt: 5000 }),
  mission('M0002', { state: 'waiting', why: {} }),
  mission('M0003', { state: 'underway', ...ongoing, priority: 5 }),
  mission('M0004', { state: 'failed', reason: 'dropFailed', finishedAt: 9000 }),
  mission('M0005', { state: 'cancelled', finishedAt: 3000 }),
]

describe('the errands of the day', () => {
  it('are counted by how they stand', () =>
    expect(countsOf(missions)).toEqual({ ongoing: 2, delivered: 1, failed: 1, cancelled: 1 }))

  it('are listed urgent first while they go on, then the latest', () => {
    const ids = (filter: Parameters<typeof listOf>[1]) => listOf(missions, filter).map(({ missionId }) => missionId)
    expect(ids('all')).toEqual(['M0003', 'M0002', 'M0004', 'M0001', 'M0005'])
    expect(ids('ongoing')).toEqual(['M0003', 'M0002'])
    expect(ids('failed')).toEqual(['M0004'])
  })

  it('can be called off until that is asked, or they are over', () => {
    expect(missions.map(cancellableState)).toEqual([undefined, 'waiting', 'underway', undefined, undefined])
    expect(cancellableState(mission('M0006', { state: 'assigned', ...ongoing, cancelAsked: true }))).toBeUndefined()
  })
})

describe('a battery', () => {
  it('is urgent where it only charges, and asks for attention where it charges when idle', () => {
    const rules = { criticalPercent: 15, goodPercent: 40 }
    expect([14, 15, 39, 40].map((percent) => batteryState(percent, rules))).toEqual([
      'urgent',
      'attention',
      'attention',
      'fine',
    ])
  })
})

describe('where a robot may be sent', () => {
  it('is every window it can stop at, and every place', () =>
    expect(stopIds(fleetSite())).toEqual(['W1', 'W2', 'back-office']))
})

describe('the report to save', () => {
  it('ends today by the clock of the hall, and has as many days as it says', () =>
    expect(missionReport(Date.UTC(2026, 10, 23, 17), 'Asia/Shanghai', 30)).toEqual({
      path: '/api/reports/missions?from=2026-10-26&to=2026-11-24',
      file: 'missions-2026-10-26-2026-11-24.csv',
    }))
})
