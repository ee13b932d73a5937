import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CallReason } from '#contracts/callReasons.ts'
import { Fact, CurrentEvent } from '#contracts/facts.ts'
import { evolve } from '#edge/core/hall.ts'
import { emptyHall } from '#edge/core/state.ts'
import { smallSite } from '../../support/smallSite.ts'

/** Written once and never changed: a box that is updated still reads what it wrote before. */
const lines = readFileSync(join(import.meta.dirname, 'journal2026-11.jsonl'), 'utf8')
  .trim()
  .split('\n')

const facts = lines.map((line) => Fact.parse(JSON.parse(line)))

describe('a journal written long ago', () => {
  it('holds one of every event there is', () => {
    const written = new Set(lines.map((line) => JSON.parse(line).event.type))
    const known = CurrentEvent.options.map(({ shape }) => shape.type.value)
    expect(known.filter((type) => !written.has(type))).toEqual([])
  })

  it.each(lines.map((line) => [JSON.parse(line).event.type, line]))('is read word for word: %s', (_, line) =>
    expect(Fact.parse(JSON.parse(line))).toEqual(JSON.parse(line)),
  )

  it('holds one of every reason for a call', () => {
    const written = new Set(facts.flatMap(({ event }) => (event.type === 'ticketCalled' ? [event.reason.code] : [])))
    const known = CallReason.options.map(({ shape }) => shape.code.value)
    expect(known.filter((code) => !written.has(code))).toEqual([])
  })

  const lastDay = facts.findLastIndex(({ event }) => event.type === 'dayBegan')

  it('still makes a hall', () => {
    const hall = facts.slice(0, lastDay).reduce(evolve, emptyHall(smallSite()))
    expect(hall.tally).toMatchObject({ served: 1, delivered: 1, told: 1, kept: 1 })
    expect(hall.missions.size).toBeGreaterThan(0)
  })

  it('still makes the hall of the next day, with what was booked and learned', () => {
    const hall = facts.reduce(evolve, emptyHall(smallSite()))
    expect(hall.day?.day).toBe('2026-11-24')
    expect([...hall.appointments.keys()]).toEqual(['12345671'])
    expect(hall.learned.mix).toEqual({ social: 0.6, tax: 0.4 })
    expect([...hall.pace]).toEqual([['social', { minutes: 9.871, seen: 42 }]])
  })
})
