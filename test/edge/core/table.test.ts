import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Table } from '#edge/core/table.ts'

const key = fc.oneof(
  fc.constantFrom('W1', 'W2', 'W10', '', 'Ꙫ'),
  fc.integer({ min: 0, max: 60 }).map((n) => `20261123-A${String(n).padStart(3, '0')}`),
)
const change = fc.oneof(
  fc.record({ put: fc.constant(true), key, value: fc.nat() }),
  fc.record({ put: fc.constant(false), key, value: fc.nat() }),
)
const sorted = (entries: Iterable<readonly [string, number]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))

describe('a table', () => {
  it('holds what a map would hold after the same changes', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const map = new Map<string, number>()
        let table = Table.empty<string, number>()
        for (const { put, key, value } of changes) {
          table = put ? table.with(key, value) : table.without(key)
          if (put) map.set(key, value)
          else map.delete(key)
          expect(table.get(key)).toBe(map.get(key))
          expect(table.has(key)).toBe(map.has(key))
          expect(table.size).toBe(map.size)
        }
        expect(sorted(table)).toEqual(sorted(map))
        expect([...table.keys()]).toEqual([...table].map(([one]) => one))
        expect([...table.values()]).toEqual([...table].map(([, value]) => value))
      }),
    ))

  it('stays as it was when another is made of it', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat())), fc.array(change), (entries, changes) => {
        const old = Table.of(entries)
        const before = [...old]
        let table = old
        for (const { put, key, value } of changes) table = put ? table.with(key, value) : table.without(key)
        expect([...old]).toEqual(before)
        expect(old.size).toBe(before.length)
      }),
    ))

  it('is read in the same order however often the same was done', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat())), (entries) => {
        expect([...Table.of(entries)]).toEqual([...Table.of(entries)])
      }),
    ))

  it('is the same one when nothing is there to be taken out', () => {
    const table = Table.of<string, number>([['W1', 1]])
    expect(table.without('W2')).toBe(table)
  })
})
