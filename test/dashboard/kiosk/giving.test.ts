/** Whether a kiosk gives out numbers, by the hall's hours. */
import { describe, expect, it } from 'vitest'
import { SiteFile } from '#contracts/siteChecks.ts'
import { givingAt } from '#dashboard/kiosk/giving.ts'
import { smallSite } from '#test/support/smallSite.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const day = [
  { from: '09:00', until: '12:00' },
  { from: '14:00', until: '20:00' },
]
const { hours: _, ...rest } = smallSite()
const site = SiteFile.parse({ ...rest, hours: { monday: day, tuesday: day } })

describe('giving out numbers', () => {
  it('goes on while the hall is open', () =>
    expect(givingAt(site, at('2026-11-23T10:00'))).toEqual({ state: 'giving' }))

  it('begins half an hour before it opens', () => {
    const opensAt = at('2026-11-23T09:00')
    expect(givingAt(site, at('2026-11-23T08:29'))).toEqual({ state: 'closed', opensAt, from: at('2026-11-23T08:30') })
    expect(givingAt(site, at('2026-11-23T08:30'))).toEqual({ state: 'giving', opensAt })
  })

  it('rests at noon and begins again before the afternoon', () => {
    const opensAt = at('2026-11-23T14:00')
    expect(givingAt(site, at('2026-11-23T12:00'))).toEqual({ state: 'break', opensAt, from: at('2026-11-23T13:30') })
    expect(givingAt(site, at('2026-11-23T13:40'))).toEqual({ state: 'giving', opensAt })
  })

  it('ends with the day, and says on which day it goes on', () =>
    expect(givingAt(site, at('2026-11-24T20:00'))).toEqual({
      state: 'closed',
      opensAt: at('2026-11-30T09:00'),
      from: at('2026-11-30T08:30'),
    }))

  it('never ends where the site accepts visitors outside its hours', () => {
    const accepting = { ...site, queue: { ...site.queue, outsideHours: 'accept' as const } }
    expect(givingAt(accepting, at('2026-11-24T23:00'))).toEqual({ state: 'giving' })
  })

  it('says nothing of a hall that stays closed', () =>
    expect(givingAt({ ...site, hours: { ...site.hours, monday: [], tuesday: [] } }, at('2026-11-24T10:00'))).toEqual({
      state: 'closed',
    }))
})
