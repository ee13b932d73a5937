import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AlertSource } from '#contracts/alerts.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { AlertId, CameraId, RobotId, ZoneId } from '#contracts/ids.ts'
import { missionId, placeId } from '#test/support/names.ts'
import { openHouse } from '#test/support/openHouse.ts'
import { openRemembering, type RememberingHouse } from '#test/support/remembering.ts'

const MINUTE = 60_000
/** 23:50 and 00:10 in the hall, the same day in Greenwich. */
const LATE = Date.UTC(2026, 10, 20, 15, 50)
const EARLY = Date.UTC(2026, 10, 20, 16, 10)

let house: RememberingHouse

beforeEach(async () => {
  house = await openRemembering()
})
afterEach(() => house.close())

const remember: RememberingHouse['remember'] = (...said) => house.remember(...said)

interface Course {
  robot?: string
  /** How it ended, and after how many minutes. */
  end?: ['missionDelivered' | 'missionCancelled', number] | ['missionFailed', number]
  savedSeconds?: number
  hallId?: string
}

const mission = async (id: string, asked: number, { robot, end, savedSeconds, hallId }: Course = {}) => {
  const M = missionId(id)
  const places = { from: placeId('W1'), to: placeId('W2') }
  await remember(
    asked,
    { type: 'missionRequested', missionId: M, kind: 'delivery', ...places, priority: 0, why: {} },
    hallId,
  )
  if (robot) await remember(asked + 1, { type: 'missionAssigned', missionId: M, robotId: RobotId.parse(robot) }, hallId)
  if (!end) return
  const [type, minutes] = end
  const event: HallEvent =
    type === 'missionFailed'
      ? { type, missionId: M, reason: 'test' }
      : { type, missionId: M, ...(type === 'missionDelivered' && savedSeconds !== undefined && { savedSeconds }) }
  await remember(asked + minutes * MINUTE, event, hallId)
}

const twoDays = async () => {
  await mission('M0001', LATE, { robot: 'R1', end: ['missionDelivered', 30], savedSeconds: 1_800 })
  await mission('M0002', LATE, { robot: 'R1', end: ['missionDelivered', 4], savedSeconds: 900 })
  await mission('M0003', LATE, { robot: 'R2', end: ['missionDelivered', 5], savedSeconds: 900 })
  await mission('M0004', LATE, { robot: 'R2', end: ['missionFailed', 1] })
  await mission('M0005', LATE, { end: ['missionCancelled', 1] })
  await mission('M0006', EARLY)
  await mission('M0007', LATE, { robot: 'R1', end: ['missionDelivered', 1], savedSeconds: 9_000, hallId: 'south' })
}

const report = async (query: string, accept = '*/*') =>
  house.ask('GET', `/api/reports/missions?${query}`, undefined, { accept })
const none = { asked: 0, delivered: 0, failed: 0, cancelled: 0, hoursSaved: 0 }

describe('the report of missions', () => {
  it('counts by the day they were asked for, and by robot', async () => {
    await twoDays()
    const answer = await report('from=2026-11-20&to=2026-11-22')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      days: [
        {
          day: '2026-11-20',
          asked: 5,
          delivered: 3,
          failed: 1,
          cancelled: 1,
          medianMinutes: 5,
          hoursSaved: 1,
          robots: [
            { robotId: 'R1', ...none, asked: 2, delivered: 2, medianMinutes: 17, hoursSaved: 0.75 },
            { robotId: 'R2', ...none, asked: 2, delivered: 1, failed: 1, medianMinutes: 5, hoursSaved: 0.25 },
          ],
        },
        { day: '2026-11-21', ...none, asked: 1, robots: [] },
        { day: '2026-11-22', ...none, robots: [] },
      ],
    })
  })

  it('comes as CSV for whoever accepts that', async () => {
    await twoDays()
    const answer = await report('from=2026-11-20&to=2026-11-21', 'text/csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('vary')).toBe('Accept')
    expect((await answer.text()).split('\r\n')).toEqual([
      'day,robotId,asked,delivered,failed,cancelled,medianMinutes,hoursSaved',
      '2026-11-20,,5,3,1,1,5,1',
      '2026-11-20,R1,2,2,0,0,17,0.75',
      '2026-11-20,R2,2,1,1,0,5,0.25',
      '2026-11-21,,1,0,0,0,,0',
      '',
    ])
  })

  it('knows a mission asked for this very moment', async () => {
    await house.ask('POST', '/api/missions', { kind: 'delivery', from: 'W1', to: 'back-office' })
    expect(await (await report('from=2026-11-23&to=2026-11-23')).json()).toMatchObject({ days: [{ asked: 1 }] })
  })

  it('wants days in their order, and a year at most', async () => {
    for (const query of [
      'from=2026-11-21&to=2026-11-20',
      'from=2025-11-20&to=2026-11-21',
      'from=2026-11-31&to=2026-12-01',
      '',
    ]) {
      const answer = await report(query, 'text/csv')
      expect(answer.status, query).toBe(400)
      expect(await answer.json()).toMatchObject({ code: 'malformed' })
    }
    expect((await (await report('from=2025-11-20&to=2026-11-20')).json()).days).toHaveLength(366)
  })

  it('is shut without a database', async () => {
    const poor = await openHouse()
    const answer = await poor.ask('GET', '/api/reports/missions?from=2026-11-20&to=2026-11-20')
    expect(await answer.json()).toMatchObject({ status: 503, code: 'databaseDown' })
    await poor.close()
  })
})

describe('the report of alerts', () => {
  const zone = { by: 'zone', zoneId: ZoneId.parse('Z1'), people: 61 } as const
  const sight = { by: 'sight', cameraId: CameraId.parse('C1'), problem: 'covered' } as const

  const alert = async (id: string, at: number, source: AlertSource, how: 'resolved' | 'over', accepted?: number) => {
    const alertId = AlertId.parse(id)
    await remember(at, { type: 'helpAsked', alertId, source, since: at - MINUTE })
    if (accepted !== undefined) await remember(at + accepted * MINUTE, { type: 'alertAccepted', alertId })
    await remember(at + 30 * MINUTE, { type: 'alertEnded', alertId, how })
  }
  const nothing = { raised: 0, resolved: 0, dismissed: 0, over: 0 }

  beforeEach(async () => {
    await alert('L0001', LATE, zone, 'resolved', 2)
    await alert('L0002', LATE, zone, 'over', 4)
    await alert('L0003', LATE, sight, 'over')
    await alert('L0004', EARLY, sight, 'resolved', 1)
  })

  it('counts by the day they were raised, and by kind', async () => {
    const answer = await house.ask('GET', '/api/reports/alerts?from=2026-11-20&to=2026-11-22')
    expect(await answer.json()).toEqual({
      days: [
        {
          day: '2026-11-20',
          ...nothing,
          raised: 3,
          resolved: 1,
          over: 2,
          medianMinutes: 3,
          kinds: [
            { kind: 'camera', ...nothing, raised: 1, over: 1 },
            { kind: 'crowding', ...nothing, raised: 2, resolved: 1, over: 1, medianMinutes: 3 },
          ],
        },
        {
          day: '2026-11-21',
          ...nothing,
          raised: 1,
          resolved: 1,
          medianMinutes: 1,
          kinds: [{ kind: 'camera', ...nothing, raised: 1, resolved: 1, medianMinutes: 1 }],
        },
        { day: '2026-11-22', ...nothing, kinds: [] },
      ],
    })
  })

  it('comes as CSV for whoever accepts that', async () => {
    const path = '/api/reports/alerts?from=2026-11-20&to=2026-11-21'
    const answer = await house.ask('GET', path, undefined, { accept: 'text/csv' })
    expect((await answer.text()).split('\r\n')).toEqual([
      'day,kind,raised,resolved,dismissed,over,medianMinutes',
      '2026-11-20,,3,1,0,2,3',
      '2026-11-20,camera,1,0,0,1,',
      '2026-11-20,crowding,2,1,0,1,3',
      '2026-11-21,,1,1,0,0,1',
      '2026-11-21,camera,1,1,0,0,1',
      '',
    ])
  })
})
