import { describe, expect, it } from 'vitest'
import { moveOf } from '#dashboard/manage/history/figures.ts'
import { before, isPeriod, lengthOf, periodOf } from '#dashboard/manage/history/periods.ts'
import { careView } from '#dashboard/manage/history/views/beyond.ts'
import { inOrder, type Unit } from '#dashboard/manage/history/views/view.ts'
import { effectOf, servicesAfter } from '#dashboard/manage/windows/effects.ts'
import { en } from '#dashboard/words/manageHistory/en.ts'
import { zh } from '#dashboard/words/manageHistory/zh.ts'
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

describe('rows of a report', () => {
  it('stand in the order of the site, and what it no longer has comes last', () => {
    const list = [{ windowId: 'W9' }, { windowId: 'W10' }]
    const rows = ['gone', 'W10', 'W9'].map((id) => ({ windowId: id, served: 1 }))
    expect(inOrder(rows, list, 'windowId').map(({ windowId: id }) => id)).toEqual(['W9', 'W10', 'gone'])
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

  it('says of what there is more or less: shares differ by points, not by percent', () => {
    const said = (unit: Unit) => moveOf({ label: '', unit, more: 'neither', value: 32, before: 27 }, zh).said
    const units: Unit[] = ['people', 'items', 'minutes', 'percent']
    expect(units.map(said)).toEqual(['多 5 人次', '多 5 件', '多 5 分钟', '多 5 个百分点'])
  })
})

describe('looking back at care', () => {
  it('says what help did to the wait, and nothing of too few', () => {
    const counts = { raised: 12, helped: 9, dismissed: 1, over: 2 }
    const wait = { stillMinutes: 3, helped: { tickets: 7, medianMinutes: 4 }, notHelped: { tickets: 3 } }
    const saying = { site: smallSite(), language: 'en' as const, words: en, daySaid: (day: string) => day }
    const { sheets } = careView({ whole: counts, days: [], kinds: [], wait }, undefined, saying)
    const [waits] = sheets
    expect(waits?.title).toBe('Visitors who still waited 3 min after they were noticed')
    expect(waits?.rows.map(({ cells }) => cells)).toEqual([
      ['Somebody had come to help', 7, 4],
      ['Nobody had come', 3, undefined],
    ])
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
