import { describe, expect, it } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import { emptyHall } from '#edge/core/state.ts'
import { decideInTurn } from '#edge/deciding.ts'
import { callNext, issue, open, social, tax, W1 } from '../support/asking.ts'
import { NINE } from '../support/given.ts'
import { appointmentCode, commandId, kioskId } from '../support/names.ts'
import { siteWith } from '../support/smallSite.ts'

const site = siteWith({ services: { social: { appointments: { slotMinutes: 15, capacity: 2 } } } })
const decided = (...commands: Command[]) => {
  let at = NINE
  const group = commands.map((command, i) => ({ envelope: { id: commandId(i), by: 'test', command } }))
  return decideInTurn(group, { hall: emptyHall(site), seq: 10 }, () => (at += 1000))
}
const factsOf = (...commands: Command[]) => decided(...commands).flatMap((one) => ('facts' in one ? one.facts : []))
const told = (...commands: Command[]) =>
  factsOf(...commands).flatMap(({ event }) => (event.type === 'ticketIssued' ? [event.promised] : []))

describe('commands decided together', () => {
  it('each see what the ones before have done', () => {
    const receipts = decided(open(), issue(), callNext(), callNext(), issue()).map(
      (one) => 'receipt' in one && one.receipt,
    )
    expect(receipts.map((receipt) => receipt !== false && receipt?.ok)).toEqual([true, true, true, false, true])
    expect(receipts[3]).toEqual({ ok: false, refusal: { code: 'windowBusy', windowId: W1, ticketId: '20261123-A001' } })
  })

  it('have facts without a gap after the last one known', () => {
    const facts = factsOf(open(), callNext(), issue(), issue())
    expect(facts.map(({ seq }) => seq)).toEqual([11, 12, 13, 14])
    expect(facts.map(({ cause }) => cause)).toEqual(['test:0', 'test:0', 'test:2', 'test:3'])
  })

  it('are not stopped by one that breaks the core', () => {
    const broken = { type: 'nonsense' } as unknown as Command
    const [first, second, third] = decided(issue(), broken, issue())
    expect(second).toHaveProperty('bug')
    expect([first, third].map((one) => one && 'receipt' in one && one.receipt.ok)).toEqual([true, true])
  })
})

describe('what is told with a number', () => {
  it('is written down with it, and what the roll said before it was corrected', () => {
    const issued = factsOf(open(), issue(), issue()).at(-1)?.event
    expect(issued).toMatchObject({ promised: { ahead: 1 }, rolled: { p50Seconds: expect.any(Number) } })
  })

  it('is nothing while no window is open', () => expect(told(issue())).toEqual([undefined]))

  it('is told to an appointment as well', () => {
    const code = appointmentCode('100001')
    const from = NINE + 15 * MINUTE
    expect(
      told(open(), { type: 'bookAppointment', code, serviceIds: [social], from }, { type: 'checkIn', code }),
    ).toEqual([{ p50Minutes: 0, p80Minutes: 1, ahead: 0 }])
  })

  it('is nothing to somebody served from the floor', () =>
    expect(told(open(), { type: 'serveDirectly', windowId: W1, serviceIds: [tax] })).toEqual([undefined]))

  it('is nothing with a number that a kiosk gave out by itself', () => {
    const kiosk = kioskId('K1')
    const leased = { kioskId: kiosk, number: 'A001', issuedAt: NINE }
    expect(
      told(open(), { type: 'leaseNumbers', kioskId: kiosk, letter: 'A', count: 1 }, { ...issue(), leased }),
    ).toEqual([undefined])
  })
})
