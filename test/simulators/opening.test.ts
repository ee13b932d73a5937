import { describe, expect, it } from 'vitest'
import { OpeningHours } from '#contracts/siteHours.ts'
import { nextDoorsOpen } from '#simulators/opening.ts'
import { smallSite } from '../support/smallSite.ts'

const inShanghai = (text: string): number => Date.parse(`${text}+08:00`)
const site = () => {
  const workday = [
    { from: '09:00', until: '12:00' },
    { from: '14:00', until: '20:00' },
  ]
  const hours = {
    ...smallSite().hours,
    monday: workday,
    tuesday: workday,
    saturday: [],
    sunday: [],
    holidays: ['2026-11-24'],
  }
  return { ...smallSite(), hours }
}

describe('the doors', () => {
  it.each([
    ['this morning', '2026-11-23T08:15:00', '2026-11-23T09:00:00'],
    ['at this very moment', '2026-11-23T09:00:00', '2026-11-23T09:00:00'],
    ['anew after lunch when they are open already', '2026-11-23T10:00:00', '2026-11-23T14:00:00'],
    ['after lunch', '2026-11-23T12:30:00', '2026-11-23T14:00:00'],
    ['after a weekend', '2026-11-21T10:00:00', '2026-11-23T09:00:00'],
    ['after a holiday, around the clock', '2026-11-23T21:00:00', '2026-11-25T00:00:00'],
  ])('open %s', (_, now, opening) => expect(nextDoorsOpen(site(), inShanghai(now))).toBe(inShanghai(opening)))

  it('open at once where they never would', () => {
    const never = { ...site(), hours: OpeningHours.parse({}) }
    expect(nextDoorsOpen(never, inShanghai('2026-11-23T10:00:00'))).toBe(inShanghai('2026-11-23T10:00:00'))
  })
})
