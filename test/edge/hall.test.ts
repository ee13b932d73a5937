import { describe, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openHall } from '#edge/hall.ts'
import { type Journal, JournalFault } from '#edge/ports.ts'
import { handClock } from '../support/clock.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { commandId, serviceId } from '../support/names.ts'
import { smallSite } from '../support/smallSite.ts'
import { behavesLikeAHall } from './hall.contract.ts'

const needs = () => ({ site: smallSite(), clock: handClock(NINE), journal: memoryJournal(), log: keptLog() })
const issue = (n: number | string) => ({
  id: commandId(n),
  by: 'test',
  command: { type: 'issueTicket' as const, serviceIds: [serviceId('social')], lane: 'walkIn' as const },
})

describe('the hall in this process', () => {
  behavesLikeAHall(() => openHall(needs()))
})

describe('a restart', () => {
  it('brings everything back, and knows what it has answered', async () => {
    const before = needs()
    const first = await openHall(before)
    const receipt = await first.send(issue(1))
    const second = await openHall(before)
    expect(await second.send(issue(1))).toEqual(receipt)
    expect(await second.send(issue(2))).toMatchObject({ facts: [{ event: { number: 'A002' } }] })
  })

  it('expires at midnight whoever still waits, and counts from one again', async () => {
    const { clock, ...rest } = needs()
    const hall = await openHall({ clock, ...rest })
    await hall.send(issue(1))
    clock.advance(24 * 3_600_000)
    const receipt = await hall.send({ id: commandId('tick'), by: 'clock', command: { type: 'tick' } })
    expect(receipt.ok && receipt.facts.map(({ event }) => event.type)).toEqual(['ticketExpired', 'dayBegan'])
    expect(await hall.send(issue(2))).toMatchObject({ facts: [{ event: { ticketId: '20261124-A001' } }] })
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
      await hall.send(issue(`ticket${day}`))
    }
    expect(kept.filter(({ event }) => event.type === 'dayBegan')).toHaveLength(30)
    expect(kept[0]?.event.type).toBe('dayBegan')

    const again = await openHall({ clock, ...rest })
    expect(await again.send(issue('ticket34'))).toMatchObject({ facts: [{ event: { number: 'A001' } }] })
    expect(await again.send(issue('oneMore'))).toMatchObject({ facts: [{ event: { number: 'A002' } }] })
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
    await hall.send(issue(1))
    journal.broken = true
    await expect(hall.send(issue(2))).rejects.toThrow(JournalFault)
    journal.broken = false
    expect(await hall.send(issue(2))).toMatchObject({ facts: [{ seq: 3, event: { number: 'A002' } }] })
  })

  it('writes commands that wait together in one go', async () => {
    const journal = failing()
    const hall = await openHall({ ...needs(), journal })
    await Promise.all(Array.from({ length: 100 }, (_, n) => hall.send(issue(n))))
    expect(journal.appends).toBeLessThanOrEqual(2)
  })
})
