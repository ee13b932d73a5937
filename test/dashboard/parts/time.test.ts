import { describe, expect, it } from 'vitest'
import { OpeningHours } from '#contracts/siteHours.ts'
import { clockIn, dateIn, weekdayIn } from '#dashboard/parts/clock.ts'
import { minutesIn, rangeIn } from '#dashboard/parts/minutes.ts'
import { openingAt, openingIn } from '#dashboard/parts/opening.ts'
import { partWords } from '#dashboard/words/parts.ts'

const SHANGHAI = 'Asia/Shanghai'
const at = (text: string) => Date.parse(`${text}+08:00`)
const { zh, en } = partWords

describe('the hall’s clock', () => {
  it('shows the time of the hall, not of the machine', () => {
    const midnight = at('2026-11-23T00:05:09')
    expect(clockIn(SHANGHAI, midnight)).toBe('00:05')
    expect(clockIn(SHANGHAI, midnight, true)).toBe('00:05:09')
  })

  it('says the date in the language of the screen', () => {
    const monday = at('2026-11-23T10:00:00')
    expect([dateIn('zh', SHANGHAI, monday), weekdayIn('zh', SHANGHAI, monday)]).toEqual(['11月23日', '星期一'])
    expect([dateIn('en', SHANGHAI, monday), weekdayIn('en', SHANGHAI, monday)]).toEqual(['23 November', 'Monday'])
  })
})

describe('opening hours', () => {
  const day = [
    { from: '14:00', until: '20:00' },
    { from: '09:00', until: '12:00' },
  ]
  const hours = OpeningHours.parse({
    monday: day,
    tuesday: day,
    friday: day,
    holidays: ['2026-11-24'],
    openDays: { '2026-12-05': day },
  })

  it.each([
    ['2026-11-23T08:59:00', { state: 'closed', inDays: 0, from: '09:00' }],
    ['2026-11-23T09:00:00', { state: 'open', until: '12:00' }],
    ['2026-11-23T12:00:00', { state: 'break', from: '14:00' }],
    ['2026-11-23T19:59:00', { state: 'open', until: '20:00' }],
    ['2026-11-23T20:00:00', { state: 'closed', inDays: 4, from: '09:00' }],
    ['2026-11-26T20:00:00', { state: 'closed', inDays: 1, from: '09:00' }],
    ['2026-12-05T10:00:00', { state: 'open', until: '12:00' }],
  ])('at %s', (time, opening) => expect(openingAt(hours, SHANGHAI, at(time))).toEqual(opening))

  it('are until midnight on a day without end', () => {
    const always = OpeningHours.parse({ monday: [{ from: '00:00', until: '24:00' }] })
    expect(openingAt(always, SHANGHAI, at('2026-11-23T23:59:00'))).toEqual({ state: 'open', until: '24:00' })
  })

  it('say nothing about a hall that never opens', () => {
    expect(openingAt(OpeningHours.parse({}), SHANGHAI, at('2026-11-23T10:00:00'))).toEqual({ state: 'closed' })
  })

  it('are said in few words', () => {
    expect(openingIn(zh, { state: 'open', until: '12:00' })).toBe('开放中，至 12:00')
    expect(openingIn(en, { state: 'closed', inDays: 1, from: '09:00' })).toBe('Closed, opens tomorrow at 09:00')
    expect(openingIn(en, { state: 'closed' })).toBe('Closed for now')
  })
})

describe('minutes', () => {
  it('become hours from an hour on', () => {
    expect([12.4, 60, 65].map((minutes) => minutesIn(zh, minutes))).toEqual(['12 分钟', '1 小时', '1 小时 5 分'])
  })

  it('are a range, and never more exact than they are known', () => {
    expect(rangeIn(en, 10, 18)).toBe('10–18 min')
    expect(rangeIn(en, 1, 5)).toBe('under 5 min')
    expect(rangeIn(en, 0, 1)).toBe('very soon')
    expect(rangeIn(en, 4, 4)).toBe('4 min')
  })
})
