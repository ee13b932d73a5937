/** Screens that have gone dark. */
import { describe, expect, it } from 'vitest'
import { OpeningHours } from '#contracts/siteHours.ts'
import { createMissing } from '#server/missing.ts'
import { NINE } from '#test/support/given.ts'
import { smallSite } from '#test/support/smallSite.ts'

const SECOND = 1000
const NIGHT = NINE - 8 * 3600 * SECOND
const byDay = OpeningHours.parse({ openDays: { '2026-11-23': [{ from: '08:30', until: '17:00' }] } })

const wallsOf = (...paired: string[]) => {
  const told: [string, number | undefined][] = []
  const state = { paired, present: new Set<string>() }
  const look = createMissing({
    hung: () => state.paired,
    present: () => state.present,
    site: () => ({ ...smallSite(), hours: byDay }),
    report: (deviceId, since) => told.push([deviceId, since]),
  })
  return { look, told, state }
}

describe('a screen', () => {
  it('is missed half a minute after it was last heard, once, and told to be back', () => {
    const { look, told, state } = wallsOf('wall-1')
    state.present = new Set(['wall-1'])
    look(NINE)
    state.present = new Set()
    for (const second of [10, 20, 29]) look(NINE + second * SECOND)
    expect(told).toEqual([])
    for (const second of [30, 40]) look(NINE + second * SECOND)
    expect(told).toEqual([['wall-1', NINE]])
    state.present = new Set(['wall-1'])
    look(NINE + 50 * SECOND)
    expect(told).toEqual([
      ['wall-1', NINE],
      ['wall-1', undefined],
    ])
  })

  it('is not missed before it was ever there, when it was revoked, or at night', () => {
    const { look, told, state } = wallsOf('wall-1', 'queue-1')
    look(NINE + 60 * SECOND)
    state.present = new Set(['queue-1', 'tablet-1'])
    look(NIGHT)
    state.present = new Set()
    look(NIGHT + 60 * SECOND)
    state.paired = []
    look(NINE + 120 * SECOND)
    expect(told).toEqual([])
  })
})
