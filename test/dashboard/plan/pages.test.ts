import { describe, expect, it } from 'vitest'
import { PAGE_MS, pageAt, planPages } from '#dashboard/plan/pages.ts'
import { smallSite } from '#test/support/smallSite.ts'

const [floor] = smallSite().floors
if (!floor) throw new Error('the small site has a floor')
const house = (count: number) => Array.from({ length: count }, () => ({ ...floor, width: 40, depth: 20 }))
const box = { width: 1000, height: 600 }
const shared = (count: number) => planPages(house(count), box, 16).map(({ floors }) => floors.length)

describe('the floors of a house on the wall', () => {
  it('stand together while each can be read, and else share as many pages as it takes', () => {
    expect(shared(1)).toEqual([1])
    expect(shared(2)).toEqual([2])
    expect(shared(5)).toEqual([2, 2, 1])
  })

  it('are drawn as large as their page allows', () => {
    expect(planPages(house(5), box, 16).map(({ scale }) => Math.round(scale * 10) / 10)).toEqual([14.6, 14.6, 25])
  })

  it('turn every twenty seconds, by the hall’s own time, and stand still where there is one page', () => {
    expect(PAGE_MS).toBeGreaterThanOrEqual(20_000)
    expect([0, 1, 2, 3].map((turn) => pageAt(turn * PAGE_MS + 5, 3))).toEqual([0, 1, 2, 0])
    expect(pageAt(12 * PAGE_MS, 1)).toBe(0)
  })
})
