/** Taps on their way to the hall, also while it is out of reach. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '#dashboard/live/asks.ts'
import { Outbox } from '#dashboard/staff/outbox.svelte.ts'
import type { Tap } from '#dashboard/staff/tapping.ts'

const yes: Answer<unknown> = { ok: true, body: {} }
const no = (status: number, code = 'alertTaken'): Answer<unknown> => ({
  ok: false,
  problem: { code, title: '', status },
})
const tap = (alertId: string, deed: Tap['deed'] = 'accept'): Tap => ({ key: `${alertId}-${deed}`, alertId, deed })

const open = (answers: Answer<unknown>[], kept = new Map<string, string>(), now = () => 0) => {
  const sent: string[] = []
  const outbox = new Outbox({
    send: async ({ key }) => {
      sent.push(key)
      return answers.shift() ?? yes
    },
    now,
    store: { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) },
  })
  return { outbox, sent, kept }
}

describe('a tap', () => {
  it('is sent at once, and then this device has the alert', async () => {
    const { outbox, sent } = open([])
    await outbox.add(tap('L0001'))
    expect(sent).toEqual(['L0001-accept'])
    expect(outbox.taps).toEqual([])
    expect([...outbox.mine]).toEqual(['L0001'])
  })

  it('waits while the hall is out of reach, and goes with the same key', async () => {
    const { outbox, sent } = open([no(0), no(503)])
    await outbox.add(tap('L0001'))
    expect(outbox.taps).toHaveLength(1)
    await outbox.flush()
    await outbox.flush()
    expect(sent).toEqual(['L0001-accept', 'L0001-accept', 'L0001-accept'])
    expect(outbox.taps).toEqual([])
  })

  it('does not overtake the one before it', async () => {
    const { outbox, sent } = open([no(0), no(0)])
    await outbox.add(tap('L0001'))
    await outbox.add(tap('L0001', 'resolve'))
    await outbox.flush()
    expect(sent).toEqual(['L0001-accept', 'L0001-accept', 'L0001-accept', 'L0001-resolve'])
    expect([...outbox.mine]).toEqual([])
  })

  it('that the hall says no to is over, and the reason is kept', async () => {
    const { outbox } = open([no(409)])
    await outbox.add(tap('L0001'))
    expect(outbox.taps).toEqual([])
    expect([...outbox.mine]).toEqual([])
    expect(outbox.refused).toMatchObject({ alertId: 'L0001', problem: { code: 'alertTaken' } })
  })

  it('that waited and was not done is told until that has been read, also after a reload', async () => {
    const elsewhere = {
      ok: false as const,
      problem: { code: 'tabletElsewhere', title: '', status: 409, heldBy: 'S12' },
    }
    const taps = [{ ...tap('L0001'), staffId: 'S7' }, tap('L0002')] as const
    let at = 0
    const { outbox, kept } = open([no(0), no(0), elsewhere, elsewhere], new Map(), () => at)
    for (const one of taps) await outbox.add(one)
    at = 5001
    await outbox.flush()
    expect([outbox.taps, outbox.refused]).toEqual([[], undefined])
    const { outbox: again } = open([], kept)
    expect(again.undone).toEqual(taps.map((one) => ({ tap: one, problem: elsewhere.problem })))
    again.acknowledge()
    expect(open([], kept).outbox.undone).toEqual([])
  })

  it('survives a reload', async () => {
    const { outbox, kept } = open([no(0)])
    await outbox.add(tap('L0001'))
    const again = open([], kept)
    expect(again.outbox.taps).toEqual([tap('L0001')])
    await again.outbox.flush()
    expect(again.sent).toEqual(['L0001-accept'])
    expect([...open([], kept).outbox.mine]).toEqual(['L0001'])
  })

  it('is not sent twice at a time', async () => {
    const { outbox, sent } = open([])
    await Promise.all([outbox.add(tap('L0001')), outbox.flush(), outbox.flush()])
    expect(sent).toEqual(['L0001-accept'])
  })
})

describe('an alert this device had', () => {
  it('is forgotten once it is on the list no longer', async () => {
    const { outbox } = open([])
    await outbox.add(tap('L0001'))
    await outbox.add(tap('L0002'))
    outbox.prune(new Set(['L0002']))
    expect([...outbox.mine]).toEqual(['L0002'])
  })
})
