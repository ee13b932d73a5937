import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { Figures, Line } from '#contracts/live.ts'
import { accuracyOf, percentKept, stateOfKept } from '#dashboard/parts/accuracy.ts'
import { whyNothing } from '#dashboard/parts/advising.svelte.ts'
import { arrivalsPicture } from '#dashboard/wall/arrivals.ts'
import { peopleToHelp } from '#dashboard/wall/helping.ts'
import { PART_SILENCE_MS, sourcesOf, withUnheard } from '#dashboard/wall/sources.ts'
import { scaleMinutes, ticksOf, waitRows } from '#dashboard/wall/waits.ts'
import { smallSite } from '#test/support/smallSite.ts'

const MINUTE = 60_000
const NOW = 1_795_395_600_000

const alert = (n: number, waited: number, state: Alert['state'] = 'open') =>
  Alert.parse({
    alertId: `L000${n}`,
    kind: 'longWait',
    source: { by: 'camera', cameraId: 'C1', stayId: `S${n}` },
    since: NOW - waited * MINUTE,
    raisedAt: NOW - MINUTE,
    state,
  })

describe('the people to help', () => {
  const helped = (...alerts: Alert[]) => peopleToHelp(alerts, { cards: [], now: NOW, longWaitMinutes: 15 })

  it('come longest wait first', () => {
    expect(helped(alert(1, 16), alert(2, 25), alert(3, 20)).map(({ minutes }) => minutes)).toEqual([25, 20, 16])
  })

  it('are urgent from twice the long wait on, and fine and last once somebody goes', () => {
    const states = helped(alert(1, 29), alert(2, 30), alert(3, 50, 'accepted')).map(({ state }) => state)
    expect(states).toEqual(['urgent', 'attention', 'fine'])
  })

  it('come before cameras, which are never urgent, however long they see nothing', () => {
    const covered = { by: 'sight' as const, cameraId: 'C2', problem: 'covered' as const }
    const camera = Alert.parse({ ...alert(1, 600), kind: 'camera', source: covered })
    const crowd = Alert.parse({ ...alert(2, 12), kind: 'crowding', source: { by: 'zone', zoneId: 'Z1', people: 30 } })
    const people = helped(camera, alert(3, 16), crowd, alert(4, 20, 'accepted'))
    expect(people.map(({ alert: { kind }, state }) => [kind, state])).toEqual([
      ['crowding', 'urgent'],
      ['longWait', 'attention'],
      ['longWait', 'fine'],
      ['camera', 'attention'],
    ])
  })

  it('are no longer listed when it is over', () => {
    expect(helped(...(['resolved', 'dismissed', 'over'] as const).map((state, n) => alert(n, 20, state)))).toEqual([])
  })
})

describe('the sources', () => {
  const part = (partId: string, state: 'fine' | 'attention' | 'urgent' | 'unknown', ago = 0) => ({
    partId,
    state,
    at: NOW - ago,
  })

  it('are as bad as the worst of their kind, the store and the bus first', () => {
    const sources = sourcesOf(
      [part('camera:C1', 'fine'), part('camera:C2', 'attention'), part('broker', 'fine'), part('database', 'fine')],
      NOW,
    )
    expect(sources.map(({ kind, state, fine, all }) => [kind, state, fine, all])).toEqual([
      ['database', 'fine', 1, 1],
      ['broker', 'fine', 1, 1],
      ['camera', 'attention', 1, 2],
    ])
  })

  it('name the cameras that do not see, unless the news is old', () => {
    const covered = { ...part('camera:C2', 'attention'), problem: 'covered' as const }
    const old = { ...part('camera:C3', 'attention', PART_SILENCE_MS + 1), problem: 'moved' as const }
    const [source] = sourcesOf([part('camera:C1', 'fine'), covered, old], NOW)
    expect(source?.troubled).toEqual([{ id: 'C2', problem: 'covered' }])
  })

  it('are unknown where the site speaks of them and nobody has heard of them', () => {
    const [robots] = sourcesOf(withUnheard([part('robot:R1', 'fine')], ['robot:R1', 'robot:R2'], NOW), NOW)
    expect(robots).toMatchObject({ state: 'unknown', fine: 1, all: 2 })
  })

  it('are unknown when they fall silent, whatever they said last', () => {
    const [quiet] = sourcesOf([part('broker', 'fine', PART_SILENCE_MS + 1)], NOW)
    expect(quiet).toMatchObject({ state: 'unknown', silentMs: PART_SILENCE_MS + 1 })
    expect(sourcesOf([part('broker', 'fine', PART_SILENCE_MS)], NOW)[0]?.state).toBe('fine')
  })
})

describe('the waits by service', () => {
  const line = (serviceId: string, waiting: number, p80?: number) =>
    Line.parse({
      serviceId,
      waiting,
      overdue: 0,
      openWindows: 1,
      ...(p80 === undefined ? {} : { estimate: { p50Minutes: p80 / 2, p80Minutes: p80, ahead: waiting } }),
    })
  const { services } = smallSite()

  it('come longest first', () => {
    const rows = waitRows([line('social', 3, 10), line('tax', 1, 22)], services)
    expect(rows.map(({ service, p50, p80 }) => [service.serviceId, p50, p80])).toEqual([
      ['tax', 11, 22],
      ['social', 5, 10],
    ])
  })

  it('begin with those whom nobody serves, and leave out those whom nobody misses', () => {
    expect(waitRows([line('social', 3, 90), line('tax', 2)], services).map(({ waiting }) => waiting)).toEqual([2, 3])
    expect(waitRows([line('tax', 0)], services)).toEqual([])
  })

  it('are drawn on a scale of whole quarters that holds them all', () => {
    expect(scaleMinutes([])).toBe(30)
    expect(scaleMinutes(waitRows([line('tax', 1, 46)], services))).toBe(60)
  })

  it('have a scale whose numbers do not crowd each other', () => {
    expect(ticksOf(60, 15)).toEqual([0, 15, 30, 60])
    expect(ticksOf(150, 15)).toEqual([0, 15, 60, 120])
    expect(ticksOf(300, 15)).toEqual([15, 120, 240])
    expect(ticksOf(30, 28)).toEqual([0, 28])
  })
})

describe('the arrivals of today', () => {
  const spans = [
    { from: '09:00', until: '12:00' },
    { from: '14:00', until: '20:00' },
  ]
  const timeZone = 'Asia/Shanghai'
  const from = (hour: number, people: number[]) => [...Array<number>(hour * 4).fill(0), ...people]

  it('are shown over the opening hours, the break marked, the running quarter apart', () => {
    const picture = arrivalsPicture({ arrivals: from(9, [3, 7, 2]), spans, timeZone })
    expect([picture.from, picture.until]).toEqual([36, 80])
    expect(picture.quarters).toEqual([
      { index: 36, people: 3, over: true },
      { index: 37, people: 7, over: true },
      { index: 38, people: 2, over: false },
    ])
    expect(picture.breaks).toEqual([{ from: 48, until: 56 }])
    expect([picture.most, picture.total]).toEqual([7, 12])
  })

  it('widen the picture when somebody comes before the doors open', () => {
    expect(arrivalsPicture({ arrivals: from(7, [1]), spans, timeZone }).from).toBe(28)
  })

  it('have usual hours on a day without any', () => {
    expect(arrivalsPicture({ arrivals: [], spans: [], timeZone })).toMatchObject({
      from: 32,
      until: 72,
      most: 4,
      total: 0,
    })
  })

  const MIDNIGHT = Date.UTC(2026, 10, 22, 16)
  /** Ten in each open quarter of the morning, and appointments at ten. */
  const slots = Array.from({ length: 96 }, (_, slot) => {
    const expected = slot >= 36 && slot < 48 ? 10 : 0
    const booked = slot === 40 ? 3 : 0
    return { from: MIDNIGHT + slot * 15 * MINUTE, expected, low: expected / 2, high: expected * 1.55, booked }
  })

  it('have no curve and no total ahead before anything is learned', () => {
    expect(arrivalsPicture({ arrivals: from(9, [3]), spans, timeZone })).toMatchObject({ curve: [], booked: [] })
    expect(arrivalsPicture({ arrivals: from(9, [3]), spans, timeZone })).not.toHaveProperty('expectedTotal')
  })

  it('lie under a curve through the middle of each open quarter, on a scale that holds its band', () => {
    const { curve, booked, most } = arrivalsPicture({ arrivals: from(9, [3]), spans, slots, timeZone })
    expect(curve[0]).toEqual({ at: 36.5, low: 5, expected: 10, high: 15.5 })
    expect(curve).toHaveLength(80 - 36)
    expect(booked).toEqual([{ index: 40, people: 3 }])
    expect(most).toBe(16)
  })

  it('add up to those who came and those still expected; the running quarter can only grow', () => {
    const by = (arrivals: number[]) => arrivalsPicture({ arrivals, spans, slots, timeZone }).expectedTotal
    expect(by([])).toBe(120)
    expect(by(from(9, [4, 2]))).toBe(4 + 110)
    expect(by(from(9, [4, 25]))).toBe(4 + 25 + 100)
  })
})

describe('the accuracy of the estimate', () => {
  const day = (told: number, kept: number) => ({ day: '2026-11-22', told, kept })

  it('is the share of the last seven days, and of today', () => {
    const before = [day(1000, 0), ...Array.from({ length: 7 }, () => day(100, 81))]
    const { week, today, state } = accuracyOf({ promised: { told: 40, kept: 39 }, promisedBefore: before })
    expect([percentKept(week), week.told, percentKept(today), state]).toEqual([81, 700, 98, 'fine'])
  })

  it('is unknown while too few were told a time, and none while nobody was', () => {
    expect(stateOfKept({ told: 29, kept: 0 })).toBe('unknown')
    expect(percentKept({ told: 0, kept: 0 })).toBeUndefined()
  })

  it('asks for attention below and above its band, judged by the number that is shown', () => {
    const state = (percent: number) => stateOfKept({ told: 1000, kept: percent * 10 })
    expect([76.4, 76.5, 85.4, 85.6].map(state)).toEqual(['attention', 'fine', 'fine', 'attention'])
  })
})

describe('when nothing is advised', () => {
  const figures = (changed: object) =>
    Figures.parse({
      day: '2026-11-23',
      waiting: 4,
      overdue: 0,
      served: 0,
      missed: 0,
      openWindows: 3,
      allWindows: 12,
      delivered: 0,
      hoursSaved: 0,
      promised: { told: 0, kept: 0 },
      arrivals: [],
      ...changed,
    })

  it('all is well only while nobody waits too long and somebody serves', () => {
    expect(whyNothing(figures({}))).toBe('nothingAdvised')
    expect(whyNothing(figures({ overdue: 1 }))).toBe('nothingHelps')
    expect(whyNothing(figures({ openWindows: 0 }))).toBe('nobodyServes')
    expect(whyNothing(figures({ openWindows: 0, waiting: 0 }))).toBe('nothingAdvised')
  })
})
