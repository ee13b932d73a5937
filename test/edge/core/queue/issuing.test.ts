import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonCommand } from '#contracts/commands.ts'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { decide } from '#edge/core/hall.ts'
import { issue, social, tax } from '#test/support/asking.ts'
import { given, hallAfter, inHall, NINE } from '#test/support/given.ts'
import { kioskId, serviceId, ticketId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const [K1, K2] = [kioskId('K1'), kioskId('K2')]
const issued = (number: string, more: object = {}): HallEvent => ({
  type: 'ticketIssued',
  ticketId: ticketId(number),
  number,
  serviceIds: [number.startsWith('A') ? social : tax],
  lane: 'walkIn',
  ...more,
})
const lease = (kiosk = K1, letter = 'A', count = 3): PersonCommand => ({
  type: 'leaseNumbers',
  kioskId: kiosk,
  letter,
  count,
})
const leased = (from: number, kiosk = K1, count = 3): HallEvent => ({
  type: 'numbersLeased',
  kioskId: kiosk,
  letter: 'A',
  from,
  count,
})
const used = (number: string, kiosk = K1, issuedAt = NINE): PersonCommand => ({
  ...issue(number.startsWith('A') ? social : tax),
  leased: { kioskId: kiosk, number, issuedAt },
})

describe('issuing a ticket', () => {
  it('counts on within the letter of the service', () =>
    given(issued('A001'), issued('B001')).when(issue()).yields(issued('A002')))

  it('writes four digits after the thousandth', () => {
    const hall = { ...hallAfter(), issued: new Map([['A', 999]]) }
    expect(decide(issue(), hall, NINE + MINUTE)).toMatchObject({ events: [{ number: 'A1000' }] })
  })

  it('names each service once, and goes by the letter of the first', () =>
    given()
      .when(issue([tax, social, tax]))
      .yields(issued('B001', { serviceIds: [tax, social] })))

  it('keeps the reason of a priority and the language', () =>
    given()
      .when({ ...issue(social, 'priority'), priorityReason: 'withInfant', language: 'ja' })
      .yields(issued('A001', { lane: 'priority', priorityReason: 'withInfant', language: 'ja' })))

  it('is refused for a service the hall does not know', () =>
    given()
      .when(issue([social, serviceId('marriage')]))
      .isRefused({ code: 'unknownService', serviceId: serviceId('marriage') }))

  it('is refused when no number of the letter is left', () => {
    const hall = { ...hallAfter(), issued: new Map([['A', 9999]]) }
    const refusal = { code: 'ticketsExhausted', letter: 'A' }
    expect(decide(issue(), hall, NINE + MINUTE)).toEqual({ ok: false, refusal })
  })
})

describe('a daily limit', () => {
  const site = siteWith({ services: { tax: { dailyLimit: 2 } } })

  it('refuses whoever comes after that, and nobody else', () => {
    const full = inHall(site).given(issued('B001'), issued('B002'))
    full.when(issue(tax)).isRefused({ code: 'dailyLimitReached', serviceId: tax, limit: 2 })
    full.when(issue(social)).yields(issued('A001'))
  })

  it('counts those who come for it beside something else', () => {
    const story = storyOf(site)
    story.does(issue([social, tax]))
    story.does(issue([social, tax]))
    expect(story.cannot(issue(tax))).toEqual({ code: 'dailyLimitReached', serviceId: tax, limit: 2 })
  })

  it('begins anew with the next day', () => {
    const story = storyOf(site)
    story.does(issue(tax))
    story.does(issue(tax))
    story.does(issue(tax), NINE + 24 * HOUR)
    expect([...story.hall.tickets.keys()]).toEqual(['20261124-B001'])
  })
})

describe('opening hours', () => {
  const spans = [
    { from: '09:00', until: '12:00' },
    { from: '13:30', until: '17:00' },
  ]
  const hours = { monday: spans, tuesday: spans, holidays: ['2026-11-24'], wednesday: spans }
  const site = siteWith({ hours, services: { social: { usualMinutes: 1 } } })
  const at = (clock: string) => Date.parse(`2026-11-${clock.length > 5 ? clock : `23T${clock}`}+08:00`)
  const asked = (clock: string, queue = {}) =>
    inHall({ ...site, queue: { ...site.queue, ...queue } })
      .given()
      .when(issue(), at(clock))

  it.each(['08:30', '09:00', '11:59', '13:00', '13:30', '16:58'])('give out a number at %s', (clock) =>
    asked(clock).yields(issued('A001')),
  )

  it.each([
    ['08:29', '09:00'],
    ['12:00', '13:30'],
    ['12:59', '13:30'],
  ])('refuse at %s and say when they open', (clock, opens) =>
    asked(clock).isRefused({ code: 'hallClosed', opensAt: at(opens) }),
  )

  it('refuse after closing, and say the next day that is no holiday', () =>
    asked('17:00').isRefused({ code: 'hallClosed', opensAt: at('25T09:00') }))

  it('do not bind a hall that gives out numbers at all times', () =>
    asked('03:00', { outsideHours: 'accept' }).yields(issued('A001')))
})

describe('numbers set aside for a kiosk', () => {
  it('are the next ones, and nobody else is given them', () => {
    given(issued('A001')).when(lease()).yields(leased(2))
    given(issued('A001'), leased(2)).when(issue()).yields(issued('A005'))
    given(issued('A001'), leased(2)).when(lease(K2)).yields(leased(5, K2))
  })

  it('are given out by that kiosk, with the time at which it did', () =>
    given(leased(1))
      .when(used('A002'), NINE + HOUR)
      .yields(issued('A002', { issuedAt: NINE })))

  it('are never from the future, however wrong the clock of the kiosk', () =>
    given(leased(1))
      .when(used('A002', K1, NINE + HOUR), NINE + MINUTE)
      .yields(issued('A002', { issuedAt: NINE + MINUTE })))

  it('are refused a second time', () =>
    given(leased(1), issued('A002')).when(used('A002')).isRefused({ code: 'numberTaken', number: 'A002' }))

  it.each([
    ['by another kiosk', used('A002', K2)],
    ['when they were never set aside', used('A009', K1)],
    ['for a service of another letter', { ...used('A002'), serviceIds: [tax] }],
  ])('are refused %s', (_, command) =>
    given(leased(1))
      .when(command)
      .isRefused({
        code: 'numberNotLeased',
        number: (command.type === 'issueTicket' && command.leased?.number) || '',
      }),
  )

  it('are no more than there are left', () => {
    const hall = { ...hallAfter(), issued: new Map([['A', 9990]]) }
    const refusal = { code: 'leaseTooLarge', letter: 'A', left: 9 }
    expect(decide(lease(K1, 'A', 10), hall, NINE + MINUTE)).toEqual({ ok: false, refusal })
  })

  it('are none for a letter that no service has', () =>
    given()
      .when(lease(K1, 'Z', 1))
      .isRefused({ code: 'leaseTooLarge', letter: 'Z', left: 0 }))

  it('are accepted although the hall has closed since', () => {
    const site = siteWith({ hours: { monday: [{ from: '08:00', until: '17:00' }] } })
    inHall(site)
      .given(leased(1))
      .when(used('A001', K1, NINE), NINE + 9 * HOUR)
      .yields(issued('A001', { issuedAt: NINE }))
  })
})

describe('the numbers of a day', () => {
  const ask = fc.oneof(
    fc.record({ kind: fc.constant('issue' as const), service: fc.constantFrom(social, tax) }),
    fc.record({
      kind: fc.constant('lease' as const),
      letter: fc.constantFrom('A', 'B'),
      kiosk: fc.constantFrom(K1, K2),
      count: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant('use' as const), which: fc.nat(), again: fc.boolean() }),
  )
  /** A number that is known to be set aside, in any order and from any kiosk. */
  const useOne = (story: Story, which: number, again: boolean) => {
    const [number, kiosk] = [...story.hall.leased][which % story.hall.leased.size] ?? []
    if (!number || !kiosk) return
    story.does(used(number, kiosk, story.at - MINUTE))
    if (again) expect(story.cannot(used(number, kiosk))).toEqual({ code: 'numberTaken', number })
  }

  it('are consecutive by letter, and none is given out twice', () =>
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 60 }), (asks) => {
        const story = storyOf(siteWith({ queue: { outsideHours: 'accept' } }))
        for (const one of asks) {
          if (one.kind === 'issue') story.does(issue(one.service))
          else if (one.kind === 'lease') story.does(lease(one.kiosk, one.letter, one.count))
          else useOne(story, one.which, one.again)
        }
        const given = story.facts.flatMap(({ event }) => (event.type === 'ticketIssued' ? [event.number] : []))
        expect(new Set(given).size).toBe(given.length)
        for (const letter of ['A', 'B']) {
          const all = [...given, ...story.hall.leased.keys()].filter((number) => number.startsWith(letter)).sort()
          expect(all).toEqual(all.map((_, i) => `${letter}${String(i + 1).padStart(3, '0')}`))
        }
      }),
    ))
})

describe('a printer that fails', () => {
  const unprinted: HallEvent = { type: 'ticketUnprinted', ticketId: ticketId('A001') }

  it('leaves a ticket that is known to be on the screen alone', () => {
    given(issued('A001'))
      .when({ type: 'reportUnprinted', ticketId: ticketId('A001') })
      .yields(unprinted)
    expect(hallAfter(issued('A001'), unprinted).tickets.get(ticketId('A001'))).toMatchObject({
      issuedUnprinted: true,
      state: 'waiting',
    })
  })

  it('is forgotten when it has printed after all', () => {
    const printed: HallEvent = { type: 'ticketPrinted', ticketId: ticketId('A001') }
    given(issued('A001'), unprinted)
      .when({ type: 'reportPrinted', ticketId: ticketId('A001') })
      .yields(printed)
    expect(hallAfter(issued('A001'), unprinted, printed).tickets.get(ticketId('A001'))).not.toHaveProperty(
      'issuedUnprinted',
    )
  })

  it('says nothing new twice', () => {
    given(issued('A001'), unprinted)
      .when({ type: 'reportUnprinted', ticketId: ticketId('A001') })
      .yields()
    given(issued('A001'))
      .when({ type: 'reportPrinted', ticketId: ticketId('A001') })
      .yields()
  })

  it('is refused for a ticket that never was', () =>
    given()
      .when({ type: 'reportUnprinted', ticketId: ticketId('A001') })
      .isRefused({ code: 'unknownTicket', ticketId: ticketId('A001') }))

  it('keeps one of a ticket that has left meanwhile', () => {
    const left: HallEvent = { type: 'ticketCancelled', ticketId: ticketId('A001') }
    expect(hallAfter(issued('A001'), left, unprinted).gone).toHaveLength(1)
  })
})
