import { describe, expect, it } from 'vitest'
import { Call } from '#contracts/tickets.ts'
import { ANNOUNCEMENT_MS, emptyStage, hear, isAnnouncing, type Stage, turn } from '#dashboard/queue/stage.ts'

const NINE = 1_795_395_600_000

const call = (number: string, at: number, calls = 1) =>
  Call.parse({
    callId: `20261123-${number}/${calls}`,
    ticketId: `20261123-${number}`,
    number,
    windowId: 'W1',
    at,
    calls,
  })
const past = (stage: Stage) => stage.past.map(({ number }) => number)

describe('a new call', () => {
  it('takes the stage at once when it is free', () => {
    const stage = hear(emptyStage, [call('A001', NINE)], NINE)
    expect(stage.on?.number).toBe('A001')
    expect(isAnnouncing(stage, NINE)).toBe(true)
  })

  it('waits until the one before has had its whole announcement', () => {
    const first = call('A001', NINE)
    const second = call('B001', NINE + 1000)
    const both = hear(hear(emptyStage, [first], NINE), [first, second], NINE + 1000)
    expect(both.on).toEqual(first)
    expect(turn(both, NINE + ANNOUNCEMENT_MS - 1).on).toEqual(first)
    const turned = turn(both, NINE + ANNOUNCEMENT_MS)
    expect(turned.on).toEqual(second)
    expect(past(turned)).toEqual(['A001'])
  })

  it('is heard once, however often it is told', () => {
    const first = call('A001', NINE)
    const stage = hear(hear(emptyStage, [first], NINE), [first], NINE + 500)
    expect(stage.next).toEqual([])
    expect(stage.since).toBe(NINE)
  })

  it('of the same ticket is a repeat: back on stage, and never twice on the list', () => {
    const calls = [call('A001', NINE), call('B001', NINE + 1), call('A001', NINE + 20_000, 2)]
    const both = turn(hear(emptyStage, calls.slice(0, 2), NINE + 1), NINE + 9000)
    expect([both.on?.number, past(both)]).toEqual(['B001', ['A001']])
    const again = hear(both, calls, NINE + 20_000)
    expect([again.on?.calls, past(again)]).toEqual([2, ['B001']])
  })

  it('has no less than its turn but a shorter one while many wait', () => {
    const calls = ['A001', 'A002', 'A003', 'A004', 'A005'].map((number, i) => call(number, NINE + i))
    const crowded = hear(emptyStage, calls, NINE + 10)
    expect(turn(crowded, NINE + 10 + 3999).on?.number).toBe('A001')
    const second = turn(crowded, NINE + 10 + 4000)
    expect(second.on?.number).toBe('A002')
    expect(turn(second, NINE + 10 + 8000).on?.number).toBe('A002')
    expect(turn(second, NINE + 10 + 12_000).on?.number).toBe('A003')
  })
})

describe('a screen that is opened in the middle of the day', () => {
  const old = [call('A001', NINE - 120_000), call('A003', NINE - 20_000), call('A002', NINE - 60_000)]

  it('shows the last call and those before, and announces none of them', () => {
    const stage = hear(emptyStage, old, NINE)
    expect([stage.on?.number, past(stage)]).toEqual(['A003', ['A002', 'A001']])
    expect(isAnnouncing(stage, NINE)).toBe(false)
  })

  it('lets a new call on at once', () => {
    const stage = hear(hear(emptyStage, old, NINE), [call('B001', NINE)], NINE)
    expect([stage.on?.number, past(stage)]).toEqual(['B001', ['A003', 'A002', 'A001']])
  })

  it('puts a call it has missed on the list when the one on stage is newer', () => {
    const stage = hear(hear(emptyStage, [call('B001', NINE)], NINE), old.slice(0, 1), NINE + 100)
    expect([stage.on?.number, past(stage)]).toEqual(['B001', ['A001']])
  })
})

describe('the list of past calls', () => {
  it('holds the last five', () => {
    const calls = Array.from({ length: 8 }, (_, i) => call(`A00${i + 1}`, NINE - (9 - i) * 20_000))
    expect(past(hear(emptyStage, calls, NINE))).toEqual(['A007', 'A006', 'A005', 'A004', 'A003'])
  })

  it('forgets calls after an hour, and so does the stage', () => {
    const stage = hear(emptyStage, [call('A001', NINE - 90_000), call('A002', NINE - 30_000)], NINE)
    const later = turn(stage, NINE - 90_000 + 3_600_000)
    expect([later.on?.number, past(later)]).toEqual(['A002', []])
    expect(turn(stage, NINE + 3_600_000)).toMatchObject({ past: [] })
    expect(turn(stage, NINE + 3_600_000).on).toBeUndefined()
  })
})
