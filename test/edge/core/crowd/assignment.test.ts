import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, pairsOf } from '#edge/core/crowd/assignment.ts'

const total = (costs: number[][], columns: number[]) =>
  columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : (costs[row]?.[column] ?? Number.NaN)), 0)

/** Every way to pair, tried one after the other. */
const cheapest = (costs: number[][], row = 0, taken: ReadonlySet<number> = new Set(), idle = 0): number => {
  const cells = costs[row]
  if (cells === undefined) return 0
  const ways = cells.flatMap((cost, column) =>
    taken.has(column) ? [] : [cost + cheapest(costs, row + 1, new Set([...taken, column]), idle)],
  )
  if (idle > 0) ways.push(cheapest(costs, row + 1, taken, idle - 1))
  return Math.min(...ways)
}

const grid = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('pairing rows with columns', () => {
  it('gives up a near partner when both together come cheaper', () => {
    expect(
      assign([
        [1, 2],
        [1, 9],
      ]),
    ).toEqual([1, 0])
  })

  it('leaves the dearest row alone when columns are short', () => {
    expect(assign([[5], [1], [3]])).toEqual([-1, 0, -1])
  })

  it('has nothing to pair without rows or columns', () => {
    expect(assign([])).toEqual([])
    expect(assign([[], []])).toEqual([-1, -1])
  })

  it('is never dearer than the best of all ways', () => {
    fc.assert(
      fc.property(grid, (costs) => {
        const columns = assign(costs)
        const paired = columns.filter((column) => column >= 0)
        expect(new Set(paired).size).toBe(paired.length)
        expect(paired.length).toBe(Math.min(costs.length, costs[0]?.length ?? 0))
        expect(total(costs, columns)).toBe(
          cheapest(costs, 0, new Set(), Math.max(0, costs.length - (costs[0]?.length ?? 0))),
        )
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

describe('pairing two lists', () => {
  const apart = (one: number, other: number) => Math.abs(one - other) / 10

  it('leaves out who would cost more than 1', () => {
    expect(pairsOf([0, 50], [3, 70], apart)).toEqual([[0, 3]])
  })

  it('rather pairs one well than two poorly where being left over is cheap', () => {
    expect(pairsOf([0, 9], [8, 18], apart, 1.01)).toEqual([[9, 8]])
  })

  it('rather pairs two poorly than one well', () => {
    expect(pairsOf([0, 9], [8, 18], apart)).toEqual([
      [0, 8],
      [9, 18],
    ])
  })

  it('never pairs who may not, even for infinity', () => {
    expect(pairsOf([1], [1], () => Number.POSITIVE_INFINITY)).toEqual([])
    expect(pairsOf([], [1], apart)).toEqual([])
  })
})
