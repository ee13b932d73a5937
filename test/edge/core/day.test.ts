import { describe, expect, it } from 'vitest'
import { HOUR } from '#contracts/time.ts'
import { dayOf } from '#edge/core/day.ts'

describe('the service day', () => {
  it('begins at midnight in the hall, not in Greenwich', () => {
    const eightInTheMorning = Date.UTC(2026, 10, 23, 0)
    expect(dayOf(eightInTheMorning, 'Asia/Shanghai')).toEqual({
      day: '2026-11-23',
      from: Date.UTC(2026, 10, 22, 16),
      until: Date.UTC(2026, 10, 23, 16),
    })
  })

  it.each([
    ['is an hour short in spring', Date.UTC(2026, 2, 29, 12), 23],
    ['is an hour long in autumn', Date.UTC(2026, 9, 25, 12), 25],
  ])('%s where clocks are changed', (_, noon, hours) => {
    const { from, until } = dayOf(noon, 'Europe/Berlin')
    expect((until - from) / HOUR).toBe(hours)
    expect(dayOf(from, 'Europe/Berlin').from).toBe(from)
    expect(dayOf(until - 1, 'Europe/Berlin').from).toBe(from)
    expect(dayOf(until, 'Europe/Berlin').from).toBe(until)
  })
})
