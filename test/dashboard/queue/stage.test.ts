import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Call } from '#contracts/tickets.ts'
import { stageAt } from '#dashboard/queue/stage.ts'

const NINE = 1_795_395_600_000
const LENGTH = 10_000
const HOUR = 3_600_000

/** Called at `at`; its turn at the loudspeakers begins at `from`. */
const call = (number: string, at: number, { calls = 1, from = at, windowId = 'W1' } = {}) =>
  Call.parse({
    callId: `20261123-${number}/${calls}`,
    ticketId: `20261123-${number}`,
    number,
    windowId,
    at,
    calls,
    from,
    until: from + LENGTH,
  })
const look = (calls: Call[], now: number, floors = 1) => {
  const { on, announcing, past } = stageAt(calls, floors, now)
  return { on: on?.number, announcing, past: past.map(({ number }) => number) }
}

describe('a call', () => {
  const first = call('A001', NINE)
  const second = call('B001', NINE + 1000, { from: NINE + LENGTH })

  it('has the stage while it is said, and keeps it unlit until the next one', () => {
    expect(look([first], NINE - 1)).toEqual({ on: undefined, announcing: false, past: [] })
    expect(look([first], NINE)).toEqual({ on: 'A001', announcing: true, past: [] })
    expect(look([first], NINE + LENGTH)).toEqual({ on: 'A001', announcing: false, past: [] })
  })

  it('waits until the one before has had its whole time', () => {
    expect(look([second, first], NINE + LENGTH - 1)).toEqual({ on: 'A001', announcing: true, past: [] })
    expect(look([second, first], NINE + LENGTH)).toEqual({ on: 'B001', announcing: true, past: ['A001'] })
  })

  it('is on the same screen at the same time in whichever order the calls were told', () => {
    const calls = [first, second, call('A002', NINE + 1500, { from: NINE + 2 * LENGTH })]
    for (let now = NINE; now < NINE + 4 * LENGTH; now += 700)
      expect(stageAt([...calls].reverse(), 1, now)).toEqual(stageAt(calls, 1, now))
  })

  it('that is undone leaves the stage to the one before it, or never comes', () => {
    expect(look([first, second], NINE + LENGTH)).toMatchObject({ on: 'B001' })
    expect(look([first], NINE + LENGTH)).toEqual({ on: 'A001', announcing: false, past: [] })
    const third = call('A002', NINE + 1500, { from: NINE + 2 * LENGTH })
    expect(look([first, third], NINE + 2 * LENGTH)).toEqual({ on: 'A002', announcing: true, past: ['A001'] })
  })

  it('of the same ticket is a repeat: back on stage, and never twice on the list', () => {
    const again = call('A001', NINE + 30_000, { calls: 2 })
    const calls = [first, second, again]
    expect(look(calls, NINE + 29_999)).toMatchObject({ on: 'B001', past: ['A001'] })
    expect(look(calls, NINE + 30_000)).toEqual({ on: 'A001', announcing: true, past: ['B001'] })
    expect(stageAt(calls, 1, NINE + 30_000).on?.calls).toBe(2)
  })

  it('of an older hall, which gave it no time, is shown and not announced', () => {
    const { from: _, until: __, ...old } = first
    expect(look([old], NINE)).toEqual({ on: 'A001', announcing: false, past: [] })
  })
})

describe('a stage of several floors', () => {
  const below = call('A001', NINE)
  const above = call('B001', NINE, { windowId: 'W3' })

  it('is shared by calls that are said at the same time, one after the other', () => {
    expect(look([below, above], NINE + 4999, 2)).toEqual({ on: 'A001', announcing: true, past: [] })
    expect(look([below, above], NINE + 5000, 2)).toEqual({ on: 'B001', announcing: true, past: ['A001'] })
    expect(look([below, above], NINE + LENGTH, 2)).toEqual({ on: 'B001', announcing: false, past: ['A001'] })
  })

  it('is a call’s own for its whole time while nobody waits for it', () => {
    expect(look([below], NINE + LENGTH - 1, 2)).toEqual({ on: 'A001', announcing: true, past: [] })
  })

  it('gives everyone a turn while it is being said, with all floors speaking without a pause', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: LENGTH }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(pauses, { minLength: 1, maxLength: 4 }), (floors) => {
        const calls = floors.flatMap((ofFloor, floor) => {
          let from = NINE
          return ofFloor.map((pause, i) => {
            from += pause + (i > 0 ? LENGTH : 0)
            return call(`${'ABCD'[floor]}00${i}`, NINE, { from, windowId: `W${floor}` })
          })
        })
        const seenLit = new Set<string>()
        for (let now = NINE; now < NINE + 17 * LENGTH; now += 500) {
          const { on, announcing } = look(calls, now, floors.length)
          if (on && announcing) seenLit.add(on)
        }
        expect([...seenLit].sort()).toEqual(calls.map(({ number }) => number).sort())
      }),
      { numRuns: 50 },
    )
  })
})

describe('a screen that is opened in the middle of the day', () => {
  const old = [call('A001', NINE - 120_000), call('A003', NINE - 20_000), call('A002', NINE - 60_000)]

  it('shows the last call and those before, and announces none of them', () => {
    expect(look(old, NINE)).toEqual({ on: 'A003', announcing: false, past: ['A002', 'A001'] })
  })

  it('joins an announcement that is under way', () => {
    expect(look([...old, call('B001', NINE - 3000)], NINE)).toMatchObject({ on: 'B001', announcing: true })
  })
})

describe('the list of past calls', () => {
  it('holds the last five', () => {
    const calls = Array.from({ length: 8 }, (_, i) => call(`A00${i + 1}`, NINE - (9 - i) * 20_000))
    expect(look(calls, NINE).past).toEqual(['A007', 'A006', 'A005', 'A004', 'A003'])
  })

  it('forgets calls after an hour, and so does the stage', () => {
    const calls = [call('A001', NINE - 90_000), call('A002', NINE - 30_000)]
    expect(look(calls, NINE - 90_000 + HOUR)).toMatchObject({ on: 'A002', past: [] })
    expect(look(calls, NINE + HOUR)).toEqual({ on: undefined, announcing: false, past: [] })
  })
})
