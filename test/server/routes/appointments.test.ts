import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CommandId, HallId } from '#contracts/ids.ts'
import { BookAppointment } from '#contracts/ticketCommands.ts'
import { drawCode } from '#server/code.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { keptLog } from '../../support/log.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'
import { type FreshDatabase, freshDatabase } from '../../support/postgres.ts'
import { bookableSite } from '../bookableSite.ts'

const TEN = Date.UTC(2026, 10, 23, 2)
const HALF = 30 * 60_000
const DAY = 24 * 60 * 60_000

let fresh: FreshDatabase
let database: Database
let house: OpenedHouse

beforeEach(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
  house = await openHouse({ db: database.db, site: bookableSite() })
})

afterEach(async () => {
  await house.close()
  await database.close()
  await fresh.drop()
})

const ask = async (method: 'GET' | 'POST', path: string, body?: object, key?: string) => {
  const answer = await house.ask(method, path, body, key === undefined ? {} : { 'idempotency-key': key })
  return { status: answer.status, ...(await answer.json()) }
}
const book = (from: number, key?: string) =>
  ask('POST', '/api/appointments', { serviceIds: ['social'], from, priorityReason: 'pregnant', language: 'en' }, key)
const slots = (day: string, serviceId = 'social') =>
  ask('GET', `/api/appointments/slots?serviceId=${serviceId}&day=${day}`)
const ofDay = (day: string) => ask('GET', `/api/appointments?day=${day}`)

describe('the slots of a day', () => {
  it('are whole ones from each opening on, with the places left in each', async () => {
    await book(TEN)
    const { slots: found } = await slots('2026-11-24')
    expect(found.map(({ from }: { from: number }) => (from - TEN - DAY) / HALF)).toEqual([-2, -1, 0, 1, 2, 3, 8, 9])
    expect(found[0]).toEqual({ from: TEN + DAY - 2 * HALF, until: TEN + DAY - HALF, free: 2 })
    const today = await slots('2026-11-23')
    expect(today.slots.find(({ from }: { from: number }) => from === TEN)).toMatchObject({ free: 1 })
  })

  it('are neither over nor too far ahead', async () => {
    house.clock.set(TEN + 1)
    const { slots: left } = await slots('2026-11-23')
    expect(left[0].from).toBe(TEN)
    expect(await slots('2026-12-15')).toEqual({ status: 200, slots: [] })
  })

  it('have their place back when an appointment is called off', async () => {
    const { appointment } = await book(TEN)
    await ask('POST', `/api/appointments/${appointment.code}/cancel`)
    const { slots: found } = await slots('2026-11-23')
    expect(found.every(({ free }: { free: number }) => free === 2)).toBe(true)
  })

  it('are those of a service that takes appointments, on a day that there is', async () => {
    expect(await slots('2026-11-23', 'tax')).toMatchObject({ status: 409, code: 'noAppointments' })
    expect(await slots('2026-11-23', 'parking')).toMatchObject({ status: 404, code: 'unknownService' })
    expect(await slots('2026-02-30')).toMatchObject({ status: 400, flaws: [{ path: 'day' }] })
    expect(await ask('GET', '/api/appointments/slots')).toMatchObject({ status: 400, code: 'malformed' })
  })
})

describe('booking', () => {
  it('gives a code of eight digits, and the same one for the same key', async () => {
    const first = await book(TEN, 'k1')
    expect(first).toMatchObject({ status: 201, appointment: { from: TEN, until: TEN + HALF, state: 'booked' } })
    expect(first.appointment.code).toMatch(/^\d{8}$/)
    expect(await book(TEN, 'k1')).toEqual(first)
    expect((await book(TEN)).appointment.code).not.toBe(first.appointment.code)
    expect(await book(TEN)).toMatchObject({ status: 409, code: 'slotFull', capacity: 2 })
  })

  it('draws again when the code is taken, and finds that draw again', async () => {
    const { code } = drawCode(HallId.parse('test-hall'), CommandId.parse('http:k1'), 0)
    const command = BookAppointment.parse({ type: 'bookAppointment', code, serviceIds: ['social'], from: TEN })
    await house.hall.send({ id: CommandId.parse('test:1'), by: 'test', command })
    const second = await book(TEN, 'k1')
    expect(second.status).toBe(201)
    expect(second.appointment.code).not.toBe(code)
    expect(await book(TEN, 'k1')).toEqual(second)
  })

  it('takes only the begin of a slot, and no code of the client’s own', async () => {
    expect(await book(TEN + 1)).toMatchObject({ status: 409, code: 'unknownSlot' })
    const own = { serviceIds: ['social'], from: TEN, code: '00000000' }
    expect((await ask('POST', '/api/appointments', own)).appointment.code).not.toBe('00000000')
  })

  it('refuses a key that stands for another deed', async () => {
    await ask('POST', '/api/tickets', { serviceIds: ['social'] }, 'once')
    expect(await book(TEN, 'once')).toMatchObject({ status: 422, code: 'keyReused' })
  })
})

describe('an appointment', () => {
  it('is found by its code and by its day', async () => {
    const late = (await book(TEN + HALF)).appointment
    const early = (await book(TEN)).appointment
    expect(await ask('GET', `/api/appointments/${early.code}`)).toEqual({ status: 200, appointment: early })
    expect(await ofDay('2026-11-23')).toEqual({ status: 200, appointments: [early, late] })
    expect(await ofDay('2026-11-24')).toEqual({ status: 200, appointments: [] })
    expect(await ask('GET', '/api/appointments/12345678')).toMatchObject({ status: 404, code: 'unknownAppointment' })
  })

  it('becomes a ticket when the visitor comes, once', async () => {
    await ask('POST', '/api/windows/W1/open')
    const { code } = (await book(TEN)).appointment
    house.clock.set(TEN - 5 * 60_000)
    const arrived = await ask('POST', `/api/appointments/${code}/check-in`)
    expect(arrived).toMatchObject({
      status: 201,
      ticket: { number: 'A001', lane: 'appointment', priorityReason: 'pregnant', language: 'en' },
      estimate: { ahead: 0 },
    })
    const again = await ask('POST', `/api/appointments/${code}/check-in`)
    expect(again).toMatchObject({ status: 409, code: 'appointmentOver', appointment: code, state: 'arrived' })
    expect(await ask('GET', `/api/appointments/${code}`)).toMatchObject({
      appointment: { state: 'arrived', ticketId: arrived.ticket.ticketId },
    })
  })

  it('is called off once', async () => {
    const { appointment } = await book(TEN)
    const path = `/api/appointments/${appointment.code}/cancel`
    const off = { status: 200, appointment: { ...appointment, state: 'cancelled' } }
    expect(await ask('POST', path, undefined, 'k2')).toEqual(off)
    expect(await ask('POST', path, undefined, 'k2')).toEqual(off)
    expect(await ask('POST', path)).toMatchObject({ status: 409, code: 'appointmentOver', state: 'cancelled' })
    expect(await ask('POST', '/api/appointments/12345678/cancel')).toMatchObject({ code: 'unknownAppointment' })
  })

  it('of another day has to wait for it', async () => {
    const { code } = (await book(TEN + DAY)).appointment
    expect(await ask('POST', `/api/appointments/${code}/check-in`)).toMatchObject({ code: 'appointmentNotToday' })
  })
})

describe('without a database', () => {
  it('slots can be booked and kept all the same, but nothing can be looked up or called off', async () => {
    const poor = await openHouse({ site: bookableSite() })
    const booked = await poor.ask('POST', '/api/appointments', { serviceIds: ['social'], from: TEN })
    const { code } = (await booked.json()).appointment
    const before = poor.mirror.seq()
    expect(await (await poor.ask('POST', `/api/appointments/${code}/cancel`)).json()).toMatchObject({
      code: 'databaseDown',
    })
    expect(poor.mirror.seq()).toBe(before)
    poor.clock.set(TEN)
    expect((await poor.ask('POST', `/api/appointments/${code}/check-in`)).status).toBe(201)
    await poor.close()
  })
})
