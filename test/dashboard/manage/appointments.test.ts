import { describe, expect, it } from 'vitest'
import { Appointment } from '#contracts/appointments.ts'
import type { Answer } from '#dashboard/live/asks.ts'
import { Agenda } from '#dashboard/manage/agenda.svelte.ts'
import { countsOf, slotsOfDay } from '#dashboard/manage/slots.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const HALF_HOUR = 30 * 60_000
const appointment = (code: string, halfHours: number, state: Appointment['state'] = 'booked', long = 1) =>
  Appointment.parse({
    code,
    serviceIds: ['social'],
    from: NINE + halfHours * HALF_HOUR,
    until: NINE + (halfHours + long) * HALF_HOUR,
    state,
  })

describe('the appointments of a day', () => {
  const day = [
    appointment('222222', 1, 'arrived'),
    appointment('333333', 0),
    appointment('111111', 1, 'cancelled'),
    appointment('444444', 0, 'missed', 2),
  ]

  it('come slot by slot, by code in each; a longer slot is another', () => {
    expect(slotsOfDay(day).map(({ appointments }) => appointments.map(({ code }) => code))).toEqual([
      ['333333'],
      ['444444'],
      ['111111', '222222'],
    ])
  })

  it('are counted by state', () => {
    expect(countsOf(day)).toEqual({ booked: 1, arrived: 1, missed: 1, cancelled: 1 })
  })
})

type Read = Answer<{ appointments: Appointment[] }>
const down: Read = { ok: false, problem: { code: 'databaseDown', title: '', status: 503 } }
const of = (...appointments: Appointment[]): Read => ({ ok: true, body: { appointments } })
const gone: Answer<never> = { ok: false, problem: { code: 'appointmentOver', title: '', status: 409 } }

describe('the agenda', () => {
  it('shows the day that was asked for last, whichever answer comes last', async () => {
    const answers = new Map<string, (answer: Read) => void>()
    const agenda = new Agenda({
      read: (day) => new Promise((resolve) => answers.set(day, resolve)),
      cancel: async () => gone,
    })
    const reading = [agenda.read('2026-11-23'), agenda.read('2026-11-24')]
    answers.get('2026-11-24')?.(of(appointment('222222', 0)))
    answers.get('2026-11-23')?.(of(appointment('111111', 0)))
    await Promise.all(reading)
    expect(agenda.appointments?.map(({ code }) => code)).toEqual(['222222'])
  })

  it('keeps what it knows of the same day when it cannot be read again, and nothing of another', async () => {
    const answers = [of(appointment('111111', 0)), down, down]
    const agenda = new Agenda({ read: async () => answers.shift() ?? down, cancel: async () => gone })
    await agenda.read('2026-11-23')
    await agenda.read('2026-11-23')
    expect([agenda.appointments?.length, agenda.unread?.code]).toEqual([1, 'databaseDown'])
    await agenda.read('2026-11-24')
    expect(agenda.appointments).toBeUndefined()
  })

  it('reads again after calling one off, and tells a no', async () => {
    const states: Appointment['state'][] = ['booked', 'cancelled', 'arrived']
    const answers: Answer<{ appointment: Appointment }>[] = [
      { ok: true, body: { appointment: appointment('111111', 0, 'cancelled') } },
      gone,
    ]
    const agenda = new Agenda({
      read: async () => of(appointment('111111', 0, states.shift() ?? 'booked')),
      cancel: async () => answers.shift() ?? gone,
    })
    await agenda.read('2026-11-23')
    await agenda.cancel('111111')
    expect([agenda.appointments?.[0]?.state, agenda.refused]).toEqual(['cancelled', undefined])
    await agenda.cancel('111111')
    expect(agenda.refused).toMatchObject({ code: '111111', problem: { code: 'appointmentOver' } })
    expect([agenda.appointments?.[0]?.state, agenda.busy]).toEqual(['arrived', undefined])
  })
})
