import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HallEvent } from '#contracts/facts.ts'
import { HallId, type ServiceId, TicketId, TicketNumber, ZoneId } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { store } from '#server/history/storing.ts'
import { keptLog } from '#test/support/log.ts'
import { alertId, appointmentCode, commandId, serviceId, windowId } from '#test/support/names.ts'
import { type OpenedHouse, openHouse } from '#test/support/openHouse.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const MINUTE = 60_000
/** 09:00 and 14:00 in the hall on the 20th. */
const MORNING = Date.UTC(2026, 10, 20, 1)
const AFTERNOON = Date.UTC(2026, 10, 20, 6)
const [SOCIAL, TAX, W1, W2] = [serviceId('social'), serviceId('tax'), windowId('W1'), windowId('W2')]

let fresh: FreshDatabase
let database: Database
let house: OpenedHouse
let seq = 1_000

const remember = async (at: number, event: HallEvent) => {
  seq += 1
  await store(database.db, HallId.parse('test-hall'), [{ seq, at, by: 'test', cause: commandId(seq), event }])
}

/** Called after so many minutes, and served for so many; without the latter the visitor did not come. */
const visit = async (number: string, issued: number, service: ServiceId, waits: number, takes?: number, desk = W1) => {
  const id = TicketId.parse(`20261120-${number}`)
  const about = { ticketId: id, windowId: desk }
  const called = issued + waits * MINUTE
  await remember(issued, {
    type: 'ticketIssued',
    ticketId: id,
    number: TicketNumber.parse(number),
    serviceIds: [service],
    lane: 'walkIn',
  })
  await remember(called, { type: 'ticketCalled', ...about, reason: { code: 'waitedLongest', waitedMinutes: waits } })
  if (takes === undefined) return remember(called + MINUTE, { type: 'ticketMissed', ...about })
  await remember(called, { type: 'ticketStarted', ...about })
  await remember(called + takes * MINUTE, { type: 'ticketServed', ...about })
}

const alert = async (id: string, at: number, acceptedAfter?: number, helpedAfter?: number) => {
  const A = alertId(id)
  const source = { by: 'zone', zoneId: ZoneId.parse('Z1'), people: 30 } as const
  await remember(at, { type: 'helpAsked', alertId: A, source, since: at })
  if (acceptedAfter !== undefined) await remember(at + acceptedAfter * MINUTE, { type: 'alertAccepted', alertId: A })
  if (helpedAfter !== undefined)
    await remember(at + helpedAfter * MINUTE, { type: 'alertEnded', alertId: A, how: 'resolved' })
}

beforeAll(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
  house = await openHouse({ db: database.db })
  await remember(MORNING, { type: 'windowOpened', windowId: W1, serviceIds: [SOCIAL, TAX] })
  await remember(MORNING, { type: 'windowOpened', windowId: W2, serviceIds: [SOCIAL] })
  await visit('A001', MORNING, SOCIAL, 10, 6)
  await visit('A002', MORNING, SOCIAL, 20, 10)
  await visit('B001', MORNING, TAX, 30, 14)
  await remember(MORNING + 60 * MINUTE, { type: 'windowPaused', windowId: W1 })
  await remember(MORNING + 90 * MINUTE, { type: 'windowResumed', windowId: W1 })
  await remember(MORNING + 120 * MINUTE, { type: 'windowClosed', windowId: W1 })
  await visit('A003', AFTERNOON, SOCIAL, 4)
  await alert('L0001', MORNING, 2, 6)
  await alert('L0002', MORNING)
  const slot = { serviceIds: [TAX], from: AFTERNOON, until: AFTERNOON + 30 * MINUTE }
  const [came, missed] = [appointmentCode('100001'), appointmentCode('100002')]
  for (const code of [came, missed]) await remember(MORNING, { type: 'appointmentBooked', code, ...slot })
  const ticketId = TicketId.parse('20261120-B001')
  await remember(AFTERNOON, { type: 'appointmentArrived', code: came, ticketId })
  await remember(AFTERNOON, { type: 'appointmentMissed', code: missed })
})
afterAll(async () => {
  await house.close()
  await database.close()
  await fresh.drop()
})

const report = async (name: string, from = '2026-11-19', to = '2026-11-20') =>
  (await house.ask('GET', `/api/reports/${name}?from=${from}&to=${to}`)).json()

describe('the waits of a period', () => {
  it('are told of the whole, by day, by hour of the hall and by service', async () => {
    const { longWaitMinutes, whole, days, hours, services } = await report('waits')
    expect([longWaitMinutes, whole]).toEqual([15, { called: 4, medianMinutes: 15, p90Minutes: 27, overLong: 2 }])
    expect(days).toEqual([
      { day: '2026-11-19', called: 0, overLong: 0 },
      { day: '2026-11-20', ...whole },
    ])
    expect(hours).toEqual([
      { hour: 9, called: 3, medianMinutes: 20, p90Minutes: 28, overLong: 2 },
      { hour: 14, called: 1, medianMinutes: 4, p90Minutes: 4, overLong: 0 },
    ])
    expect(services.map(({ serviceId: id, called }: { serviceId: string; called: number }) => [id, called])).toEqual([
      ['social', 3],
      ['tax', 1],
    ])
  })

  it('come as CSV to whoever wants that', async () => {
    const answer = await house.ask('GET', '/api/reports/waits?from=2026-11-20&to=2026-11-20', undefined, {
      accept: 'text/csv',
    })
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines[0]).toBe('day,hour,serviceId,called,medianMinutes,p90Minutes,overLong')
    expect(lines.at(-1)).toBe(',,,4,15,27,2')
    expect(lines).toHaveLength(1 + 1 + 2 + 2 + 1)
  })

  it('of a year without anybody are days without waits', async () => {
    const { whole, days, hours } = await report('waits', '2025-01-01', '2025-12-31')
    expect([whole, days.length, hours]).toEqual([{ called: 0, overLong: 0 }, 365, []])
  })
})

describe('services', () => {
  it('are told with what became of their numbers and how long they took', async () => {
    const { whole, services } = await report('services')
    expect(whole).toEqual({ issued: 4, served: 3, missed: 1, left: 0, medianMinutes: 10 })
    expect(services[0]).toEqual({ serviceId: 'social', issued: 3, served: 2, missed: 1, left: 0, medianMinutes: 8 })
  })
})

describe('windows', () => {
  it('are told with their open time, pauses aside, and the share of it that somebody was there', async () => {
    const { whole, windows, days } = await report('windows')
    expect(windows[0]).toEqual({ windowId: 'W1', served: 3, meanMinutes: 10, openHours: 1.5, busyShare: 0.33 })
    // Nobody closed the second: it counts until the day ends.
    expect(windows[1]).toEqual({ windowId: 'W2', served: 0, openHours: 15, busyShare: 0 })
    expect([whole.served, whole.openHours, days[0]]).toEqual([3, 16.5, { day: '2026-11-19', served: 0, openHours: 0 }])
  })
})

describe('appointments and care', () => {
  it('tell who came, by the day of the slot', async () => {
    const { whole, services } = await report('appointments')
    expect(whole).toEqual({ booked: 0, arrived: 1, missed: 1, cancelled: 0 })
    expect(services).toEqual([{ serviceId: 'tax', ...whole }])
  })

  it('tell how soon somebody went there and helped', async () => {
    const { whole, kinds } = await report('care')
    expect(whole).toEqual({ raised: 2, helped: 1, dismissed: 0, over: 0, acceptMinutes: 2, helpMinutes: 6 })
    expect(kinds).toEqual([{ kind: 'crowding', ...whole }])
  })
})
