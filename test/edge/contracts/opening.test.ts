import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { dayAround, daysBetween, localTime, midnightOf, nextOpening, openSpans, spansOf } from '#contracts/opening.ts'
import { OpeningHours } from '#contracts/siteHours.ts'

const SHANGHAI = 'Asia/Shanghai'
const BERLIN = 'Europe/Berlin'
const inShanghai = (text: string): number => Date.parse(`${text}+08:00`)
const utc = (text: string): number => Date.parse(`${text}Z`)

const workday = [
  { from: '14:00', until: '20:00' },
  { from: '09:00', until: '12:00' },
]
const inOrder = [...workday].reverse()
const hours = OpeningHours.parse({
  monday: workday,
  tuesday: workday,
  friday: workday,
  holidays: ['2026-11-24', '2026-12-04'],
  openDays: { '2026-11-27': [], '2026-11-28': [{ from: '10:00', until: '11:00' }], '2026-12-04': workday },
})

describe('the local time', () => {
  it('is the one in the hall, not in Greenwich', () => {
    expect(localTime(inShanghai('2026-11-23T00:05:09.250'), SHANGHAI)).toEqual({
      day: '2026-11-23',
      weekday: 'monday',
      sinceMidnight: 5 * MINUTE + 9250,
    })
  })

  it('goes by what the clock shows when clocks are changed', () => {
    expect(localTime(utc('2026-03-29T10:00'), BERLIN).sinceMidnight).toBe(12 * HOUR)
    expect(localTime(utc('2026-10-25T11:00'), BERLIN).sinceMidnight).toBe(12 * HOUR)
  })

  it('counts days across months and clock changes', () => {
    expect(daysBetween('2026-02-27', '2026-03-30')).toBe(31)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  })
})

describe('the service day', () => {
  it('begins at midnight in the hall, not in Greenwich', () => {
    const eightInTheMorning = Date.UTC(2026, 10, 23, 0)
    expect(dayAround(eightInTheMorning, SHANGHAI)).toEqual({
      day: '2026-11-23',
      from: Date.UTC(2026, 10, 22, 16),
      until: Date.UTC(2026, 10, 23, 16),
    })
  })

  it.each([
    ['is an hour short in spring', 'Europe/Berlin', Date.UTC(2026, 2, 29, 12), 23],
    ['is an hour long in autumn', 'Europe/Berlin', Date.UTC(2026, 9, 25, 12), 25],
    ['begins at one o’clock when midnight is skipped', 'Asia/Beirut', Date.UTC(2026, 2, 29, 12), 23],
    ['begins at the first midnight when there are two', 'America/Havana', Date.UTC(2026, 10, 1, 12), 25],
  ])('%s, in %s', (_, timeZone, noon, long) => {
    const { day, from, until } = dayAround(noon, timeZone)
    expect((until - from) / HOUR).toBe(long)
    expect(midnightOf(day, timeZone)).toBe(from)
    expect(localTime(from - 1, timeZone).day < day).toBe(true)
    for (let at = from; at < until; at += HOUR / 2) expect(dayAround(at, timeZone)).toEqual({ day, from, until })
    expect(dayAround(until - 1, timeZone).from).toBe(from)
    expect(dayAround(until, timeZone).from).toBe(until)
  })
})

describe('the spans of a day', () => {
  it('come in order', () => expect(spansOf(hours, '2026-11-23')).toEqual(inOrder))

  it('are none on a holiday and on a weekday without hours', () => {
    expect(spansOf(hours, '2026-11-24')).toEqual([])
    expect(spansOf(hours, '2026-11-25')).toEqual([])
  })

  it('are its own on a day that has some, whatever weekday or holiday it is', () => {
    expect(spansOf(hours, '2026-11-28')).toEqual([{ from: '10:00', until: '11:00' }])
    expect(spansOf(hours, '2026-12-04')).toEqual(inOrder)
    expect(spansOf(hours, '2026-11-27')).toEqual([])
  })

  it('refuse a day that is none', () => {
    expect(OpeningHours.safeParse({ openDays: { saturday: [] } }).success).toBe(false)
  })

  it('are instants of the local day around a moment', () => {
    expect(openSpans(hours, SHANGHAI, inShanghai('2026-11-23T00:30'))).toEqual([
      { from: inShanghai('2026-11-23T09:00'), until: inShanghai('2026-11-23T12:00') },
      { from: inShanghai('2026-11-23T14:00'), until: inShanghai('2026-11-23T20:00') },
    ])
  })

  const aroundChanges = OpeningHours.parse({
    sunday: [
      { from: '00:00', until: '02:30' },
      { from: '09:00', until: '24:00' },
    ],
  })
  it.each([
    ['spring', '2026-03-29T12:00', ['2026-03-28T23:00', '2026-03-29T01:30', '2026-03-29T07:00', '2026-03-29T22:00']],
    ['autumn', '2026-10-25T00:10', ['2026-10-24T22:00', '2026-10-25T00:30', '2026-10-25T08:00', '2026-10-25T23:00']],
  ])('keep to the clock when it is changed in %s', (_, at, moments) => {
    const spans = openSpans(aroundChanges, BERLIN, utc(at))
    expect(spans.flatMap(({ from, until }) => [from, until])).toEqual(moments.map(utc))
  })
})

describe('the next opening', () => {
  it.each([
    ['this morning', '2026-11-23T08:15', '2026-11-23T09:00'],
    ['now, at the moment of opening', '2026-11-23T09:00', '2026-11-23T09:00'],
    ['now, while open', '2026-11-23T11:59:59', '2026-11-23T11:59:59'],
    ['after lunch, from the moment it closes', '2026-11-23T12:00', '2026-11-23T14:00'],
    ['after a weekend', '2026-11-22T10:00', '2026-11-23T09:00'],
    ['on a working Saturday, past a holiday and a Friday off', '2026-11-23T20:00', '2026-11-28T10:00'],
  ])('is %s', (_, at, opening) => expect(nextOpening(hours, SHANGHAI, inShanghai(at))).toBe(inShanghai(opening)))

  it('is found behind a fortnight of holidays, and not further on', () => {
    const sundays = (...holidays: string[]) => OpeningHours.parse({ sunday: workday, holidays })
    const at = inShanghai('2026-11-22T21:00')
    expect(nextOpening(sundays('2026-11-29'), SHANGHAI, at)).toBe(inShanghai('2026-12-06T09:00'))
    expect(nextOpening(sundays('2026-11-29', '2026-12-06'), SHANGHAI, at)).toBeUndefined()
  })

  it('goes by the clock of the day it falls on', () => {
    const mondays = OpeningHours.parse({ monday: workday })
    expect(nextOpening(mondays, BERLIN, utc('2026-03-28T12:00'))).toBe(utc('2026-03-30T07:00'))
    expect(nextOpening(mondays, BERLIN, utc('2026-10-24T12:00'))).toBe(utc('2026-10-26T08:00'))
  })
})
