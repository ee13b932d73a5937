/** What the visitor is told when no number comes. */
import { describe, expect, it } from 'vitest'
import { SiteFile } from '#contracts/siteChecks.ts'
import { refusedAs } from '#dashboard/kiosk/refusing.ts'
import { whenIn } from '#dashboard/kiosk/when.ts'
import { smallSite } from '#test/support/smallSite.ts'

const at = (text: string) => Date.parse(`2026-11-${text}+08:00`)
const day = [{ from: '09:00', until: '17:00' }]
const { hours: _, ...rest } = smallSite()
const site = SiteFile.parse({ ...rest, hours: { monday: day, tuesday: day, friday: day } })
const now = at('23T16:50')
const told = (code: string, facts: object = {}, language: 'zh' | 'en' = 'en') =>
  refusedAs({ code, title: '', status: 409, ...facts }, { site, language, now })

describe('a no of the hall', () => {
  it('says when there will be numbers again after a closed hall', () =>
    expect(told('hallClosed', { opensAt: at('24T09:00') })).toEqual({
      title: 'The hall is closed now',
      why: 'Numbers again from tomorrow, 08:30.',
      desk: false,
      next: 'home',
    }))

  it('says why there is no time left, and when there will be', () => {
    const refused = told('noTimeLeft', { closesAt: at('23T17:00'), calledAt: at('23T17:20') }, 'zh')
    expect(refused.why).toBe('轮到您时，17:00 关门前已经办不完。明天 08:30 起再取号。')
    expect(refused.next).toBe('other')
  })

  it('says how many numbers a service has a day', () =>
    expect(told('dailyLimitReached', { serviceId: 'social', limit: 80 }).why).toBe(
      'This service gives 80 numbers a day. Numbers again from tomorrow, 08:30.',
    ))

  it('leaves out when it opens where nobody knows', () => expect(told('hallClosed').why).toBe(''))

  it('lets the visitor try again what has only failed, and sends them to the guide desk', () =>
    expect(told('unreachable')).toMatchObject({ desk: true, next: 'again' }))

  it('has a sentence for what it has never heard of', () =>
    expect(told('somethingNew').why).toBe('You have not got a number.'))
})

describe('saying when', () => {
  it('says the time today, tomorrow, and the day beyond', () => {
    const said = (text: string) => whenIn('en', 'Asia/Shanghai', at(text), now)
    expect([said('23T17:00'), said('24T08:30'), said('27T08:30')]).toEqual([
      '17:00',
      'tomorrow, 08:30',
      'Friday 27 November, 08:30',
    ])
    expect(whenIn('zh', 'Asia/Shanghai', at('27T08:30'), now)).toBe('11月27日星期五 08:30')
  })
})
