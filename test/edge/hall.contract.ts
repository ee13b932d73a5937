/** What every Hall must keep, whether it lives in this process or behind a wire. */
import { expect, it } from 'vitest'
import type { PersonCommand } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Hall } from '#contracts/hall.ts'
import type { LiveMessage } from '#contracts/live.ts'
import { appointmentCode, commandId, kioskId, serviceId, ticketId, windowId } from '../support/names.ts'

const issue: PersonCommand = { type: 'issueTicket', serviceIds: [serviceId('social')], lane: 'walkIn' }
const open: PersonCommand = { type: 'openWindow', windowId: windowId('W1') }
const callNext: PersonCommand = { type: 'callNext', windowId: windowId('W1') }

const ask = (hall: Hall, n: number | string, command: PersonCommand) =>
  hall.send({ id: commandId(n), by: 'test', command })

const ticketOf = (receipt: Awaited<ReturnType<Hall['send']>>) =>
  receipt.ok
    ? receipt.records.flatMap((record) => (record.kind === 'ticket' ? [record.ticket.number] : []))[0]
    : undefined

export const behavesLikeAHall = (opened: () => Promise<Hall>): void => {
  it('numbers tickets in the order of asking, even when asked at once', async () => {
    const hall = await opened()
    const receipts = await Promise.all([1, 2, 3].map((n) => ask(hall, n, issue)))
    expect(receipts.map(ticketOf)).toEqual(['A001', 'A002', 'A003'])
  })

  it('answers a repeated command with the first receipt', async () => {
    const hall = await opened()
    const [first, again] = await Promise.all([ask(hall, 1, issue), ask(hall, 1, issue)])
    expect(again).toEqual(first)
    expect(await ask(hall, 1, issue)).toEqual(first)
    expect(ticketOf(await ask(hall, 2, issue))).toBe('A002')
  })

  it('calls each of many tickets to one window only, however many press at once', async () => {
    const hall = await opened()
    await ask(hall, 'open', open)
    await Promise.all(Array.from({ length: 5 }, (_, n) => ask(hall, `issue${n}`, issue)))
    const receipts = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(hall, `call${n}`, callNext)))
    expect(receipts.filter(({ ok }) => ok)).toHaveLength(1)
    expect(receipts.flatMap((receipt) => (receipt.ok ? [] : receipt.refusal.code))).toEqual(
      new Array(7).fill('windowBusy'),
    )
  })

  it('gives each visitor to one window only, however many windows press at once', async () => {
    const hall = await opened()
    const windowIds = ['W1', 'W2'].map(windowId)
    await Promise.all(windowIds.map((windowId, n) => ask(hall, `open${n}`, { type: 'openWindow', windowId })))
    await Promise.all(Array.from({ length: 2 }, (_, n) => ask(hall, `issue${n}`, issue)))
    const presses = windowIds.flatMap((windowId) => [1, 2, 3].map((n) => ({ windowId, n })))
    const receipts = await Promise.all(
      presses.map(({ windowId, n }) => ask(hall, `call${windowId}${n}`, { type: 'callNext', windowId })),
    )
    expect(receipts.flatMap((receipt) => (receipt.ok ? ticketOf(receipt) : [])).sort()).toEqual(['A001', 'A002'])
  })

  it('sets no number aside for two kiosks that ask at once', async () => {
    const hall = await opened()
    const lease = (kiosk: string): PersonCommand => ({
      type: 'leaseNumbers',
      kioskId: kioskId(kiosk),
      letter: 'A',
      count: 5,
    })
    const receipts = await Promise.all(['K1', 'K2', 'K3'].map((kiosk) => ask(hall, kiosk, lease(kiosk))))
    const blocks = receipts.flatMap((receipt) =>
      receipt.ok ? receipt.facts.flatMap(({ event }) => (event.type === 'numbersLeased' ? [event.from] : [])) : [],
    )
    expect(blocks.sort((a, b) => a - b)).toEqual([1, 6, 11])
    expect(ticketOf(await ask(hall, 'issue', issue))).toBe('A016')
  })

  it('says no to what is not there, and goes on', async () => {
    const hall = await opened()
    const refusals = await Promise.all([
      ask(hall, 1, { ...issue, serviceIds: [serviceId('none')] }),
      ask(hall, 2, { type: 'callNext', windowId: windowId('W9') }),
      ask(hall, 3, { type: 'parkTicket', ticketId: ticketId('A042') }),
      ask(hall, 4, { type: 'checkIn', code: appointmentCode('123456') }),
    ])
    expect(refusals).toEqual([
      { ok: false, refusal: { code: 'unknownService', serviceId: 'none' } },
      { ok: false, refusal: { code: 'unknownWindow', windowId: 'W9' } },
      { ok: false, refusal: { code: 'unknownTicket', ticketId: '20261123-A042' } },
      { ok: false, refusal: { code: 'unknownAppointment', appointment: '123456' } },
    ])
    expect(ticketOf(await ask(hall, 5, issue))).toBe('A001')
  })

  it('tells a late follower the old facts before the new ones, each once and without a gap', async () => {
    const hall = await opened()
    await ask(hall, 1, issue)
    const heard: Fact[] = []
    const done = new Promise<void>((resolve) => {
      hall.follow(0, (fact) => {
        heard.push(fact)
        if (fact.event.type === 'ticketIssued' && fact.event.number === 'A003') resolve()
      })
    })
    await Promise.all([2, 3].map((n) => ask(hall, n, issue)))
    await done
    expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, i) => i + 1))
    expect(heard.map(({ event }) => event.type)).toEqual(['dayBegan', 'ticketIssued', 'ticketIssued', 'ticketIssued'])
  })

  it('shows a watcher everything first, and then what changes', async () => {
    const hall = await opened()
    await ask(hall, 1, open)
    const seen: LiveMessage[] = []
    hall.watch((message) => seen.push(message))
    await ask(hall, 2, issue)
    const [snapshot, change] = seen
    expect(snapshot).toMatchObject({ type: 'snapshot' })
    expect(snapshot?.type === 'snapshot' && snapshot.records.map(({ kind }) => kind)).toContain('site')
    expect(change).toMatchObject({
      type: 'change',
      put: [{ kind: 'ticket', ticket: { number: 'A001', state: 'waiting' } }],
    })
  })

  it('writes nothing down for a command it refuses', async () => {
    const hall = await opened()
    await ask(hall, 1, issue)
    const refused = await ask(hall, 2, callNext)
    expect(refused).toEqual({ ok: false, refusal: { code: 'windowClosed', windowId: 'W1' } })
    const after = await ask(hall, 3, issue)
    expect(after.ok && after.facts.map(({ seq }) => seq)).toEqual([3])
  })
}
