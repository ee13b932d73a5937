import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Advised } from '#contracts/advice.ts'
import type { Figures } from '#contracts/live.ts'
import { createMetrics } from '#server/metrics.ts'
import { eventually } from '../support/eventually.ts'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'
import { bookableSite } from './bookableSite.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse({ site: bookableSite() })
})

afterEach(() => house.close())

const TEN = Date.UTC(2026, 10, 23, 2)

const valueIn = (text: string, series: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`hallkeeper_${series} `))
    ?.split(' ')
    .at(-1)
const told = async () => (await house.ask('GET', '/metrics')).text()

/** What is told of a hall with these figures. */
const toldOf = async (figures: Partial<Figures>) => {
  await house.tick()
  const record = await eventually(() => house.mirror.all('figures')[0])
  const { mirror } = house
  const all: typeof mirror.all = (kind) =>
    mirror
      .all(kind)
      .map((one) => (one.kind === 'figures' ? { ...one, figures: { ...record.figures, ...figures } } : one))
  return createMetrics({ ...house, mirror: { ...mirror, all } }).text()
}

describe('the metrics', () => {
  it('count the told times that were kept', async () => {
    await house.ask('POST', '/api/windows/W1/open')
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    expect(valueIn(await told(), 'estimate_p80_coverage{days="today"}')).toBeUndefined()
    await house.ask('POST', '/api/windows/W1/call-next')
    await house.tick()
    const text = await told()
    expect(text).toContain('# TYPE hallkeeper_estimate_p80_told_total counter')
    expect(valueIn(text, 'estimate_p80_told_total{day="2026-11-23"}')).toBe('1')
    expect(valueIn(text, 'estimate_p80_kept_total{day="2026-11-23"}')).toBe('1')
    expect(valueIn(text, 'estimate_p80_coverage{days="today"}')).toBe('1')
  })

  it('tell the days before apart from today', async () => {
    const promisedBefore = [
      { day: '2026-11-21', told: 100, kept: 70 },
      { day: '2026-11-22', told: 300, kept: 250 },
    ]
    const text = await toldOf({ promised: { told: 4, kept: 1 }, promisedBefore })
    expect(valueIn(text, 'estimate_p80_told_total{day="2026-11-21"}')).toBe('100')
    expect(valueIn(text, 'estimate_p80_kept_total{day="2026-11-22"}')).toBe('250')
    expect(valueIn(text, 'estimate_p80_coverage{days="today"}')).toBe('0.25')
    expect(valueIn(text, 'estimate_p80_coverage{days="7"}')).toBe('0.8')
  })

  it('count the appointments of today', async () => {
    const book = async () => {
      const answer = await house.ask('POST', '/api/appointments', { serviceIds: ['social'], from: TEN })
      return (await answer.json()).appointment.code
    }
    const code = await book()
    await book()
    await house.ask('POST', `/api/appointments/${code}/check-in`)
    await house.tick()
    const text = await told()
    expect(valueIn(text, 'appointments{state="booked"}')).toBe('2')
    expect(valueIn(text, 'appointments{state="arrived"}')).toBe('1')
    expect(valueIn(text, 'appointments{state="missed"}')).toBe('0')
  })

  it('tell how long robots have spared clerks from walking', async () => {
    const text = await toldOf({ hoursSaved: 0.35 })
    expect(text).toContain('# TYPE hallkeeper_mission_saved_seconds_total counter')
    expect(valueIn(text, 'mission_saved_seconds_total{day="2026-11-23"}')).toBe('1260')
  })

  it('tell how old the advice is, and that it has no age before the first', async () => {
    expect(valueIn(await told(), 'advice_age_seconds')).toBe('Nan')
    house.hall.pass(Advised.parse({ type: 'advised', advice: [], horizonMinutes: 60, rolls: 1, seconds: 0.1 }))
    house.clock.advance(90_000)
    expect(valueIn(await told(), 'advice')).toBe('0')
    expect(valueIn(await told(), 'advice_age_seconds')).toBe('90')
  })
})
