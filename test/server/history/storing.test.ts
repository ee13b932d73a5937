import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import {
  AppointmentCode,
  HallId,
  MissionId,
  PlaceId,
  RobotId,
  ServiceId,
  TicketId,
  TicketNumber,
} from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { appointments, missions, tickets } from '#server/db/schema.ts'
import { lastStored } from '#server/history/facts.ts'
import { appointmentOf, missionOf, ticketOf } from '#server/history/rows.ts'
import { store } from '#server/history/storing.ts'
import { ask } from '#test/support/embedded.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId, windowId } from '#test/support/names.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const hallId = HallId.parse('north')
const ticketId = TicketId.parse('20261123-A001')
const number = TicketNumber.parse('A001')

const fact = (seq: number, event: Fact['event']): Fact => ({ seq, at: seq, by: 'test', cause: commandId(seq), event })
const issued = fact(1, { type: 'ticketIssued', ticketId, number, serviceIds: [ServiceId.parse('tax')], lane: 'walkIn' })
const cancelled = fact(2, { type: 'ticketCancelled', ticketId })

const places = { from: PlaceId.parse('W1'), to: PlaceId.parse('W2') }

let fresh: FreshDatabase
let database: Database

beforeEach(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
})

afterEach(async () => {
  await database.close()
  await fresh.drop()
})

const states = () => ask(fresh.url, 'select state from tickets')

it('writes no fact when a life cannot be written', async () => {
  await ask(fresh.url, `alter table tickets add check (number <> 'A001')`)
  await expect(store(database.db, hallId, [issued])).rejects.toMatchObject({ cause: { code: '23514' } })
  expect(await lastStored(database.db, hallId)).toBe(0)
})

it('writes no life over when its facts have come in between', async () => {
  const { db } = database
  const late =
    'create function late() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$'
  await ask(fresh.url, `${late}; create trigger late before insert on tickets execute function late()`)
  const both = await Promise.allSettled([store(db, hallId, [issued]), store(db, hallId, [issued, cancelled])])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await store(db, hallId, [issued, cancelled])
  expect(await states()).toEqual([{ state: 'cancelled' }])
  expect(await lastStored(db, hallId)).toBe(2)
})

it('takes a day at once', async () => {
  const whole = Array.from({ length: 1_700 }, (_, i) => ({ ...cancelled, seq: i + 2 }))
  await store(database.db, hallId, [issued, ...whole])
  expect(await lastStored(database.db, hallId)).toBe(1_701)
  expect(await states()).toEqual([{ state: 'cancelled' }])
})

it('keeps all that a ticket says of itself, and why it was called', async () => {
  const [social, tax] = [ServiceId.parse('social'), ServiceId.parse('tax')]
  const missionId = MissionId.parse('M0001')
  const promised = { p50Minutes: 4, p80Minutes: 8, ahead: 1 }
  const rolled = { p50Seconds: 200, p80Seconds: 450 }
  const reason = { code: 'waitedLongest' as const, waitedMinutes: 4 }
  const known = {
    ticketId,
    number,
    serviceIds: [social, tax],
    lane: 'appointment' as const,
    promised,
    rolled,
    dueAt: 9,
  }
  const there = { ticketId, windowId: windowId('W1') }
  const events: Fact['event'][] = [
    { type: 'ticketIssued', ...known, issuedAt: 1 },
    { type: 'ticketUnprinted', ticketId },
    { type: 'ticketCalled', ...there, reason },
    { type: 'ticketStarted', ...there },
    { type: 'ticketMovedOn', ...there, doneIds: [social] },
    { type: 'ticketCalled', ...there, reason: { code: 'sentHere', waitedMinutes: 1, passed: 0 } },
    { type: 'ticketStarted', ...there },
    { type: 'missionRequested', missionId, kind: 'delivery', ...places, ticketId, priority: 0, why: {} },
    { type: 'ticketParked', ticketId, parkedFor: 'papers', onlyAt: windowId('W2'), missionId },
  ]
  const life = events.map((event, i) => fact(i + 1, event))
  const stored = async () => (await database.db.select().from(tickets)).map(ticketOf)
  await store(database.db, hallId, life.slice(0, 4))
  expect(await stored()).toMatchObject([{ ticket: { state: 'serving', issuedUnprinted: true }, reason }])
  await store(database.db, hallId, life.slice(4))
  const parked = { state: 'parked', parkedAt: 9, parkedFor: 'papers', onlyAt: 'W2', missionId, doneIds: [social] }
  expect(await stored()).toEqual([
    {
      ticket: { ...known, ...parked, issuedAt: 1, issuedUnprinted: true, calls: 2 },
      reason: { code: 'sentHere', waitedMinutes: 1, passed: 0 },
    },
  ])
  expect((await database.db.select().from(missions)).map(missionOf)).toMatchObject([{ missionId, ticketId }])
})

it('keeps all that a mission says of itself, in each of its states', async () => {
  const missionId = MissionId.parse('M0001')
  const [R1, R2] = [RobotId.parse('R1'), RobotId.parse('R2')]
  const events: Fact['event'][] = [
    {
      type: 'missionRequested',
      missionId,
      kind: 'return',
      ...places,
      note: 'folder',
      priority: 2,
      deadline: 99,
      why: {},
    },
    { type: 'missionAssigned', missionId, robotId: R1 },
    { type: 'missionHeld', missionId, why: { [R1]: ['refused'] }, after: 'orderRefused', refusedBy: R1 },
    { type: 'missionAssigned', missionId, robotId: R2 },
    { type: 'missionArrived', missionId },
    { type: 'stopFailed', missionId, stop: 'pick' },
    { type: 'missionUnderway', missionId },
    { type: 'missionDelivered', missionId, savedSeconds: 86.5 },
  ]
  const base = { missionId, kind: 'return', ...places, note: 'folder', priority: 2, deadline: 99, requestedAt: 1 }
  const tried = { ...base, refusedBy: [R1] }
  const onIt = { robotId: R2, cancelAsked: false }
  const told: object[] = [
    { ...base, state: 'waiting', why: {} },
    { ...base, ...onIt, robotId: R1, state: 'assigned', since: 2 },
    { ...tried, state: 'waiting', why: { [R1]: ['refused'] } },
    { ...tried, ...onIt, state: 'assigned', since: 4 },
    { ...tried, ...onIt, state: 'assigned', since: 4, arrivedAt: 5 },
    { ...tried, ...onIt, state: 'assigned', since: 4, arrivedAt: 5, failures: 1 },
    { ...tried, ...onIt, state: 'underway', since: 7 },
    { ...tried, state: 'delivered', robotId: R2, finishedAt: 8, savedSeconds: 86.5 },
  ]
  for (const [i, event] of events.entries()) {
    await store(database.db, hallId, [fact(i + 1, event)])
    expect((await database.db.select().from(missions)).map(missionOf)).toEqual([told[i]])
  }
})

it('keeps appointments from the booking until they are over, and those a new day tells of', async () => {
  const appointment = (code: string) => ({
    code: AppointmentCode.parse(code),
    serviceIds: [ServiceId.parse('tax')],
    from: 100,
    until: 200,
  })
  const [come, gone, off, old] = ['10000001', '10000002', '10000003', '10000004'].map(appointment)
  if (!come || !gone || !off || !old) throw new Error('four appointments')
  const events: Fact['event'][] = [
    ...[come, gone, off].map((one) => ({ type: 'appointmentBooked' as const, ...one })),
    { type: 'appointmentCancelled', code: off.code },
    {
      type: 'dayBegan',
      day: '2026-11-23',
      from: 50,
      until: 500,
      counted: { missions: 0, alerts: 0, orders: 0, cards: 0 },
      missions: [],
      appointments: [come, gone, old].map((one) => ({ ...one, state: 'booked' as const })),
    },
    { type: 'appointmentArrived', code: come.code, ticketId },
    { type: 'appointmentMissed', code: gone.code },
  ]
  const life = events.map((event, i) => fact(i + 1, event))
  await store(database.db, hallId, life.slice(0, 4))
  await store(database.db, hallId, life.slice(4))
  const stored = (await database.db.select().from(appointments).orderBy(appointments.code)).map(appointmentOf)
  expect(stored).toEqual([
    { appointment: { ...come, state: 'arrived', ticketId }, bookedAt: 1 },
    { appointment: { ...gone, state: 'missed' }, bookedAt: 2 },
    { appointment: { ...off, state: 'cancelled' }, bookedAt: 3 },
    { appointment: { ...old, state: 'booked' } },
  ])
})
