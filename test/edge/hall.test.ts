import { describe, expect, it } from 'vitest'
import type { Command, PersonCommand } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { LiveMessage } from '#contracts/live.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openHall } from '#edge/hall.ts'
import { type EdgeHall, type Journal, JournalFault } from '#edge/ports.ts'
import { callNext, finish, handOn, issue, miss, open, social, start, tax, undo, W1, W2, W3 } from '../support/asking.ts'
import { handClock } from '../support/clock.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { commandId, kioskId } from '../support/names.ts'
import { smallSite } from '../support/smallSite.ts'
import { behavesLikeAHall } from './hall.contract.ts'

const needs = () => ({ site: smallSite(), clock: handClock(NINE), journal: memoryJournal(), log: keptLog() })
const visitor = (n: number | string) => ({ id: commandId(n), by: 'test', command: issue(social) })

describe('the hall in this process', () => {
  behavesLikeAHall(() => openHall(needs()))
})

describe('a restart', () => {
  it('brings everything back, and knows what it has answered', async () => {
    const before = needs()
    const first = await openHall(before)
    const receipt = await first.send(visitor(1))
    const second = await openHall(before)
    expect(await second.send(visitor(1))).toEqual(receipt)
    expect(await second.send(visitor(2))).toMatchObject({ facts: [{ event: { number: 'A002' } }] })
  })

  it('expires at midnight whoever still waits, and counts from one again', async () => {
    const { clock, ...rest } = needs()
    const hall = await openHall({ clock, ...rest })
    await hall.send(visitor(1))
    clock.advance(24 * 3_600_000)
    const receipt = await hall.send({ id: commandId('tick'), by: 'clock', command: { type: 'tick' } })
    expect(receipt.ok && receipt.facts.map(({ event }) => event.type)).toEqual(['ticketExpired', 'dayBegan'])
    expect(await hall.send(visitor(2))).toMatchObject({ facts: [{ event: { ticketId: '20261124-A001' } }] })
  })
})

describe('a hall that has lived', () => {
  /** Windows, priorities, hand-ons and undone deeds; what everybody was told is in the facts. */
  const morning: PersonCommand[] = [
    open(W1),
    open(W2),
    issue(social),
    issue([social, tax]),
    issue(social, 'priority'),
    callNext(W1),
    start(W1),
    callNext(W2),
    undo(W2),
    callNext(W2),
    start(W2),
    finish(W2),
    handOn(W1, W3),
    issue(tax),
    callNext(W1),
    miss(W1),
    { type: 'leaseNumbers', kioskId: kioskId('K1'), letter: 'B', count: 3 },
  ]
  const shown = (hall: EdgeHall): LiveMessage | undefined => {
    const heard: LiveMessage[] = []
    hall.watch((message) => heard.push(message))()
    return heard[0]
  }

  it('shows the same after a restart, to the last estimate', async () => {
    const before = needs()
    const first = await openHall(before)
    for (const [n, command] of morning.entries()) {
      before.clock.advance(4000)
      expect(await first.send({ id: commandId(n), by: 'test', command })).toMatchObject({ ok: true })
    }
    const second = await openHall(before)
    expect(shown(second)).toEqual(shown(first))
  })
})

describe('a clock that jumps', () => {
  const ask = async (hall: EdgeHall, n: string, command: Command) =>
    hall.send({ id: commandId(n), by: 'test', command })
  const atOf = (receipt: Receipt) => (receipt.ok ? receipt.facts.map(({ at }) => at) : [])

  it.each([
    ['an hour ahead', 3_600_000],
    ['an hour back', -3_600_000],
  ])('%s and right again loses nobody, and no fact is older than the one before', async (_, jump) => {
    const { clock, ...rest } = needs()
    const hall = await openHall({ clock, ...rest })
    const receipts = [await ask(hall, 'a', open(W1)), await ask(hall, 'b', issue(social))]
    clock.set(clock.now() + jump)
    for (const [n, command] of [issue(social), callNext(W1), { type: 'tick' as const }].entries())
      receipts.push(await ask(hall, `c${n}`, command))
    clock.set(NINE + 2000)
    for (const [n, command] of [start(W1), finish(W1), callNext(W1), undo(W1), callNext(W1)].entries())
      receipts.push(await ask(hall, `d${n}`, command))
    expect(receipts.map(({ ok }) => ok)).toEqual(receipts.map(() => true))
    const times = receipts.flatMap(atOf)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(await ask(hall, 'e', issue(social))).toMatchObject({ facts: [{ event: { number: 'A003' } }] })
  })

  it('over midnight and back begins one day only', async () => {
    const { clock, ...rest } = needs()
    const hall = await openHall({ clock, ...rest })
    await ask(hall, 'a', issue(social))
    clock.set(NINE + 15 * 3_600_000)
    await ask(hall, 'b', { type: 'tick' })
    clock.set(NINE + 14 * 3_600_000)
    expect(await ask(hall, 'c', issue(social))).toMatchObject({ facts: [{ event: { ticketId: '20261124-A001' } }] })
  })
})

describe('a box that runs for weeks', () => {
  it('keeps thirty service days, and is the same hall after a restart', async () => {
    const kept: Fact[] = []
    const { clock, ...rest } = { ...needs(), journal: memoryJournal(kept) }
    const hall = await openHall({ clock, ...rest })
    for (let day = 0; day < 35; day++) {
      if (day > 0) clock.advance(24 * 3_600_000)
      await hall.send({ id: commandId(`day${day}`), by: 'clock', command: { type: 'tick' } })
      await hall.send(visitor(`ticket${day}`))
    }
    expect(kept.filter(({ event }) => event.type === 'dayBegan')).toHaveLength(30)
    expect(kept[0]?.event.type).toBe('dayBegan')

    const again = await openHall({ clock, ...rest })
    expect(await again.send(visitor('ticket34'))).toMatchObject({ facts: [{ event: { number: 'A001' } }] })
    expect(await again.send(visitor('oneMore'))).toMatchObject({ facts: [{ event: { number: 'A002' } }] })
  })
})

describe('a journal that fails', () => {
  const failing = (): Journal & { broken: boolean; appends: number } => {
    const inner = memoryJournal()
    const journal = {
      ...inner,
      broken: false,
      appends: 0,
      append: async (facts: Parameters<Journal['append']>[0]) => {
        journal.appends += 1
        if (journal.broken) throw new JournalFault('no space left')
        await inner.append(facts)
      },
    }
    return journal
  }

  it('keeps the hall as it was, and lets the same command be sent again', async () => {
    const journal = failing()
    const hall = await openHall({ ...needs(), journal })
    await hall.send(visitor(1))
    journal.broken = true
    await expect(hall.send(visitor(2))).rejects.toThrow(JournalFault)
    journal.broken = false
    expect(await hall.send(visitor(2))).toMatchObject({ facts: [{ seq: 3, event: { number: 'A002' } }] })
  })

  it('writes commands that wait together in one go', async () => {
    const journal = failing()
    const hall = await openHall({ ...needs(), journal })
    await Promise.all(Array.from({ length: 100 }, (_, n) => hall.send(visitor(n))))
    expect(journal.appends).toBeLessThanOrEqual(2)
  })
})
