/** What is told, sentence by sentence, at different moments and in different languages. */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Language } from '#contracts/languages.ts'
import type { Line } from '#contracts/live.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { openCatalogue } from '#edge/adapters/catalogue.ts'
import { createAnswering } from '#edge/consulting/answering.ts'
import type { Known } from '#edge/consulting/known.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId, windowId } from '#test/support/names.ts'
import { districtSite } from './district.ts'

const site = districtSite()
const answer = createAnswering({ site, catalogue: openCatalogue(site) })
const nothing: Known = { lines: new Map(), windows: new Map() }

const tell = (text: string, { language = 'zh', at = NINE, known = nothing }: Partial<Moment> = {}) =>
  answer(text, { ...known, at, language }).text

interface Moment {
  language: Language
  at: number
  known: Known
}

const line = (waiting: number, p50Minutes: number, p80Minutes: number): Known => {
  const id = serviceId('social-card')
  const told: Line = {
    serviceId: id,
    waiting,
    overdue: 0,
    openWindows: 1,
    estimate: { p50Minutes, p80Minutes, ahead: 0 },
  }
  const w8: ServiceWindow = { windowId: windowId('W8'), state: 'open', serviceIds: [id], since: NINE }
  const w1: ServiceWindow = { windowId: windowId('W1'), state: 'paused', serviceIds: [id], since: NINE }
  return { lines: new Map([[id, told]]), windows: new Map([w8, w1].map((desk) => [desk.windowId, desk])) }
}

describe('a service by its name alone', () => {
  it('is told whole: where now, with what, how long', () => {
    expect(tell('社保卡', { known: line(4, 6, 10) })).toBe(
      '“社会保障卡”在一层 8 号窗口办理。“社会保障卡”要带：居民身份证原件、近期白底证件照一张。“社会保障卡”现在有 4 人在等，预计等 6–10 分钟。',
    )
  })

  it('names every window that can do it while none is open', () => {
    expect(tell('护照在哪里办', { language: 'en' })).toBe(
      'Exit and entry documents is done at window 3, 4 (Ground floor), and window 12 (Upper floor).',
    )
  })

  it('says that there is no wait, and one person in English', () => {
    expect(tell('社保卡要等多久', { known: line(0, 0, 0) })).toBe('“社会保障卡”现在基本不用等。')
    expect(tell('how long for a social security card', { known: line(1, 5, 5), language: 'en' })).toBe(
      'Social security card: 1 person is waiting; expect to wait 5 min.',
    )
  })

  it('says when the hall opens to somebody who asks for the wait while it is closed', () => {
    expect(tell('社保卡要等多久', { at: NINE + 4 * HOUR })).toBe(
      '现在没有窗口在办“社会保障卡”。现在休息，14:00 继续办理。',
    )
  })
})

describe('several things at once', () => {
  it('are told one after the other', () => {
    expect(tell('居住证在几号窗口，要带什么')).toBe(
      '“居住证办理”在一层 3、4、8 号窗口办理。“居住证办理”要带：居民身份证原件、近期白底证件照一张。',
    )
    expect(tell('社保卡和居住证在哪办')).toBe(
      '“社会保障卡”在一层 1、2、4、8 号窗口办理。“居住证办理”在一层 3、4、8 号窗口办理。',
    )
    expect(tell('居住证可以预约吗，周六开门吗')).toBe(
      '“居住证办理”可以预约。11月28日星期六开放时间：09:00–12:00、14:00–16:00。',
    )
  })

  it('are the services of a theme, and what each needs', () => {
    expect(tell('退休一件事')).toContain('“退休一件事”包括：养老保险转移、医保参保登记、老年人优待证。')
    expect(tell('retiring, what should I bring?', { language: 'en' })).toBe(
      'For Pension transfer please bring: Identity card, original; Application form (can be printed in the hall). For Medical insurance registration please bring: Identity card, original. For Senior citizen card please bring: Identity card, original; One recent photo, white ground.',
    )
  })
})

describe('opening hours', () => {
  const hoursAt = (at: number, text = '几点开门') => tell(text, { at })

  it('say today’s, and how it stands now', () => {
    const today = '今天开放时间：09:00–12:00、14:00–20:00。'
    expect(hoursAt(NINE - 30 * MINUTE)).toBe(`${today}现在没有开放，今天 09:00 开门。`)
    expect(hoursAt(NINE)).toBe(`${today}现在开放，到 12:00。`)
    expect(hoursAt(NINE + 4 * HOUR)).toBe(`${today}现在休息，14:00 继续办理。`)
    expect(hoursAt(NINE + 12 * HOUR)).toBe(`${today}现在没有开放，11月24日星期二 09:00 开门。`)
  })

  it('say the days that were asked about', () => {
    expect(hoursAt(NINE, '明天几点开门')).toBe('11月24日星期二开放时间：09:00–12:00、14:00–20:00。')
    expect(hoursAt(NINE, '周末开门吗')).toBe(
      '11月28日星期六开放时间：09:00–12:00、14:00–16:00。11月29日星期日开放时间：09:00–12:00。',
    )
    expect(tell('Are you open on Sunday?', { language: 'en' })).toBe('Sunday, November 29: open 09:00–12:00.')
  })

  it('say that a holiday is closed', () => {
    const newYear = Date.UTC(2027, 0, 1, 2)
    expect(hoursAt(newYear)).toBe('今天不开放。现在没有开放，1月2日星期六 09:00 开门。')
    expect(hoursAt(newYear - 24 * HOUR, '明天开门吗')).toBe('1月1日星期五不开放。')
  })
})

describe('a window', () => {
  it('is told with its floor and what it does now', () => {
    expect(tell('三号窗口在哪')).toBe('3 号窗口在一层，可以办：居住证办理、户口迁移、出入境证件、身份证换领补领。')
    expect(tell('1号窗口', { known: line(0, 0, 0) })).toBe('1 号窗口在一层，可以办：社会保障卡。1 号窗口现在没有开。')
  })
})

describe('each language', () => {
  it.each(['zh', 'en', 'ja', 'ko'] as const)('has an answer to everything, in itself: %s', (language) => {
    const asked = ['社保卡', '税务', '退休一件事', '3号窗口', '导办台', '电梯', '几点开门', '要等多久', '你好', '人工']
    const told = asked.map((text) => tell(text, { language, known: line(4, 6, 10) }))
    expect(new Set(told).size).toBe(asked.length)
    const script = {
      zh: /\p{Script=Han}/u,
      en: /^[^\p{Script=Han}\p{Script=Hangul}]+$/u,
      ja: /[ぁ-ん]/u,
      ko: /[가-힣]/u,
    }
    for (const text of told) expect(text).toMatch(script[language])
  })
})
