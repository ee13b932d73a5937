import { describe, expect, it } from 'vitest'
import { moveOf } from '#dashboard/manage/history/figures.ts'
import { before, isPeriod, lengthOf, periodOf } from '#dashboard/manage/history/periods.ts'
import { effectOf, servicesAfter } from '#dashboard/manage/windows/effects.ts'
import { en } from '#dashboard/words/manageHistory/en.ts'
import { serviceId, windowId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

describe('periods', () => {
  it('end today, and are compared with as many days right before, over months and leap days', () => {
    expect(periodOf('month', '2028-03-15')).toEqual({ from: '2028-02-15', to: '2028-03-15' })
    expect(before({ from: '2028-03-01', to: '2028-03-02' })).toEqual({ from: '2028-02-28', to: '2028-02-29' })
    expect(before(periodOf('today', '2026-01-01'))).toEqual({ from: '2025-12-31', to: '2025-12-31' })
    expect(lengthOf(periodOf('quarter', '2026-11-23'))).toBe(90)
  })

  it('neither run backwards nor over a year', () => {
    const periods = [
      { from: '2026-02-02', to: '2026-02-01' },
      { from: '2025-01-01', to: '2026-06-01' },
      { from: '', to: '2026-06-01' },
    ]
    expect(periods.map(isPeriod)).toEqual([false, false, false])
  })
})

describe('a figure against the period before', () => {
  const tile = { label: '', unit: 'minutes', more: 'bad' } as const
  it('is good news, bad news, or has not moved', () => {
    expect(moveOf({ ...tile, value: 12, before: 10 }, en)).toEqual({ said: '2 min more', news: 'bad' })
    expect(moveOf({ ...tile, value: 8, before: 10 }, en)).toEqual({ said: '2 min less', news: 'good' })
    expect(moveOf({ ...tile, value: 10.01, before: 10 }, en)).toEqual({ said: 'as before', news: 'neither' })
    expect(moveOf({ ...tile, value: 10, before: undefined }, en).news).toBe('neither')
  })
})

describe('what a change at a window does', () => {
  it('names services that gain or lose a window, those left without one first', () => {
    const [social, tax] = [serviceId('social'), serviceId('tax')]
    const open = { state: 'open', since: 0 } as const
    const counters = [
      { ...open, windowId: windowId('W1'), serviceIds: [social, tax] },
      { ...open, windowId: windowId('W2'), serviceIds: [social] },
    ]
    const waiting = (id: string) => (id === 'tax' ? 1 : 5)
    expect(effectOf(counters, 'W1', [], waiting)).toEqual([
      { serviceId: 'tax', waiting: 1, before: 1, after: 0 },
      { serviceId: 'social', waiting: 5, before: 2, after: 1 },
    ])
    const closed = { ...open, state: 'closed', windowId: windowId('W3'), serviceIds: [] } as const
    const after = servicesAfter({ ...closed, serviceIds: [] }, 'open', smallSite())
    expect(effectOf(counters, 'W3', after, waiting)).toEqual([{ serviceId: 'tax', waiting: 1, before: 1, after: 2 }])
  })
})
