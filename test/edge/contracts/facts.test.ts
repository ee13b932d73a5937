import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Fact, HallEvent } from '#contracts/facts.ts'
import { evolve } from '#edge/core/hall.ts'
import { emptyHall } from '#edge/core/state.ts'
import { smallSite } from '../../support/smallSite.ts'

/** Written once and never changed: a box that is updated still reads what it wrote before. */
const lines = readFileSync(join(import.meta.dirname, 'journal2026-11.jsonl'), 'utf8')
  .trim()
  .split('\n')

describe('a journal written long ago', () => {
  it('holds one of every event there is', () => {
    const written = new Set(lines.map((line) => JSON.parse(line).event.type))
    const known = HallEvent.options.map(({ shape }) => shape.type.value)
    expect(known.filter((type) => !written.has(type))).toEqual([])
  })

  it.each(lines.map((line) => [JSON.parse(line).event.type, line]))('is read word for word: %s', (_, line) =>
    expect(Fact.parse(JSON.parse(line))).toEqual(JSON.parse(line)),
  )

  it('still makes a hall', () => {
    const hall = lines.map((line) => Fact.parse(JSON.parse(line))).reduce(evolve, emptyHall(smallSite()))
    expect(hall.tally).toMatchObject({ served: 1, delivered: 1, told: 1, kept: 1 })
    expect(hall.missions.size).toBeGreaterThan(0)
  })
})
