/** Every reason of a call and every no of the hall, in the words of those who work in it. */
import { describe, expect, it } from 'vitest'
import { CallReason } from '#contracts/callReasons.ts'
import { Refusal } from '#contracts/refusals.ts'
import { reasonSaid } from '#dashboard/parts/reasoning.ts'
import { refusalSaid } from '#dashboard/parts/refusing.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = smallSite()
const NOON = Date.UTC(2026, 10, 23, 4)
const facts = {
  waitedMinutes: 12.3,
  passed: 2,
  lane: 'priority',
  creditMinutes: 15,
  after: 3,
  factor: 2,
  ownMinutes: 5,
  usualMinutes: 10,
  serviceId: 'social',
  waiting: 7,
}
const said = (code: string, more: object = {}) => reasonSaid(CallReason.parse({ ...facts, code, ...more }), site, 'en')
const refused = (code: string, more: object = {}, language: 'zh' | 'en' = 'en') =>
  refusalSaid({ code, title: '', status: 409, ...more }, site, language)

describe('the reason of a call', () => {
  it('is said for each code, in Chinese and in English, with nothing left open', () => {
    const sentences = CallReason.options
      .map(({ shape }) => CallReason.parse({ ...facts, code: shape.code.value }))
      .flatMap((reason) => (['zh', 'en'] as const).map((language) => reasonSaid(reason, site, language)))
    expect(new Set(sentences).size).toBe(CallReason.options.length * 2)
    expect(sentences.filter((sentence) => /undefined|NaN|^\s*$/.test(sentence))).toEqual([])
  })

  it('names the lane, the credit and how many were passed', () => {
    expect(said('laneCredit')).toBe('Priority: counts as 15 min earlier, before 2 who came first')
    expect(said('longestLine')).toBe('longest line: 7 wait for Social card, before 2 who came first')
  })

  it('says nothing of others where a chosen visitor passes nobody', () =>
    expect(said('chosen', { passed: 0 })).toBe('chosen at the window'))
})

describe('a no of the hall', () => {
  it('is said for each code, in Chinese and in English, and never only that it failed', () => {
    const codes = Refusal.options.map(({ shape }) => shape.code.value)
    for (const language of ['zh', 'en'] as const) {
      const vague = refused('unheard of', {}, language)
      const sentences = codes.map((code) => refused(code, {}, language))
      expect(sentences.filter((sentence) => sentence === vague || /undefined|NaN/.test(sentence))).toEqual([])
    }
  })

  it('tells the time in the hall, the service by its name, and how often is still missing', () => {
    expect(refused('hallClosed', { opensAt: NOON })).toBe('The hall is closed; numbers again on 23 November at 12:00.')
    expect(refused('noTimeLeft', { serviceIds: ['tax'], closesAt: NOON, calledAt: NOON })).toMatch(/closes at 12:00/)
    expect(refused('dailyLimitReached', { serviceId: 'tax', limit: 40 })).toMatch(/All 40 numbers .* Tax/)
    expect(refused('callAgainFirst', { ticketId: '20261122-A007', calls: 1, needed: 3 })).toMatch(/Call A007 2 times/)
  })

  it('says of a break when it would begin, and of a way where', () => {
    expect(refused('wrongBreak', { windowId: 'W1', from: NOON, until: NOON })).toMatch(/12:00/)
    expect(refused('noRobotStop', { placeId: 'back-office' })).toMatch(/Back office/)
  })
})
