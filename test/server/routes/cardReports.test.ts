import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cause } from '#contracts/cards.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { AlertId, CardId, StaffId } from '#contracts/ids.ts'
import { alertId, serviceId, ticketId, windowId } from '#test/support/names.ts'
import { openRemembering, type RememberingHouse } from '#test/support/remembering.ts'

/** Ten o'clock in the hall on the twentieth. */
const TEN = Date.UTC(2026, 10, 20, 2)

let house: RememberingHouse

beforeEach(async () => {
  house = await openRemembering()
})
afterEach(() => house.close())

const remember = async (at: number, ...events: HallEvent[]) => {
  for (const event of events) await house.remember(at, event)
}
const staffId = (id: string) => StaffId.parse(id)

/** Opened at `at`; sent half a minute later, accepted so many seconds after that, resolved after ten minutes. */
const card = async (nth: number, at: number, acceptedAfter?: number, cause: Cause = 'longWait') => {
  const cardId = CardId.parse(`K${String(nth).padStart(4, '0')}`)
  const sentAt = at + 30 * SECOND
  await remember(at, {
    type: 'cardOpened',
    cardId,
    cause,
    alertIds: [AlertId.parse(`L${String(nth).padStart(4, '0')}`)],
    since: at,
  })
  await remember(sentAt, { type: 'cardSent', cardId, to: [staffId('S1')], level: 0 })
  if (acceptedAfter === undefined) return remember(at + 20 * MINUTE, { type: 'cardOver', cardId, how: 'over' })
  await remember(sentAt + acceptedAfter * SECOND, { type: 'cardAccepted', cardId, measure: 'soothe' })
  await remember(at + 10 * MINUTE, { type: 'cardOver', cardId, how: 'resolved', outcome: 'reassured' })
}

/** A visitor who is told of, to whom somebody goes after so many minutes, and who is called some minutes later. */
const visitor = async (nth: number, goneAfter: number | undefined, calledAfter: number) => {
  const number = `A${String(nth).padStart(3, '0')}`
  const id = ticketId(number)
  const alert = alertId(`L${String(100 + nth).padStart(4, '0')}`)
  const social = serviceId('social')
  await remember(TEN - 15 * MINUTE, {
    type: 'ticketIssued',
    ticketId: id,
    number,
    serviceIds: [social],
    lane: 'walkIn',
  })
  const source = { by: 'ticket' as const, ticketId: id, number, serviceId: social }
  await remember(TEN, { type: 'longWaitFound', alertId: alert, source, since: TEN - 15 * MINUTE })
  if (goneAfter !== undefined) await remember(TEN + goneAfter * MINUTE, { type: 'alertAccepted', alertId: alert })
  const reason = { code: 'waitedLongest' as const, waitedMinutes: 20 }
  await remember(TEN + calledAfter * MINUTE, { type: 'ticketCalled', ticketId: id, windowId: windowId('W1'), reason })
}

const report = async (accept = '*/*') => {
  const answer = await house.ask('GET', '/api/reports/cards?from=2026-11-20&to=2026-11-21', undefined, { accept })
  return accept === 'text/csv' ? answer.text() : (await answer.json()).days
}

describe('the report of cards', () => {
  it('says how soon somebody went, by day and cause', async () => {
    await card(1, TEN, 60)
    await card(2, TEN + MINUTE, 120)
    await card(3, TEN + 2 * MINUTE, undefined, 'crowding')
    await remember(TEN, {
      type: 'cardOpened',
      cardId: CardId.parse('K0004'),
      cause: 'question',
      alertIds: [AlertId.parse('L0004')],
      since: TEN,
    })
    await remember(TEN + SECOND, { type: 'cardOver', cardId: CardId.parse('K0004'), how: 'healed' })
    const [first, second] = await report()
    expect(first).toMatchObject({
      day: '2026-11-20',
      cards: 4,
      healed: 1,
      resolved: 2,
      over: 1,
      buzzes: 3,
      accepted: 2,
      within90Share: 0.33,
      medianAcceptSeconds: 60,
      medianHelpedMinutes: 10,
      measures: { soothe: 2 },
      outcomes: { reassured: 2 },
    })
    expect(first.causes.map(({ cause, cards }: { cause: string; cards: number }) => [cause, cards])).toEqual([
      ['longWait', 2],
      ['question', 1],
      ['crowding', 1],
    ])
    expect(second).toMatchObject({ day: '2026-11-21', cards: 0, causes: [] })
    expect(second).not.toHaveProperty('within90Share')
  })

  it('says how often staff were buzzed in an hour on duty', async () => {
    await remember(TEN - MINUTE, { type: 'staffOnDuty', staffId: staffId('S1'), role: 'guide' })
    for (let nth = 1; nth <= 4; nth += 1) await card(nth, TEN + nth * MINUTE, 30)
    await remember(TEN + 119 * MINUTE, { type: 'staffOffDuty', staffId: staffId('S1') })
    expect((await report())[0]).toMatchObject({ staffHours: 2, buzzesPerStaffHourP95: 4 })
  })

  it('ends with the day what the night ended', async () => {
    const late = Date.UTC(2026, 10, 20, 15, 59)
    await remember(late, {
      type: 'cardOpened',
      cardId: CardId.parse('K0001'),
      cause: 'longWait',
      alertIds: [alertId('L0001')],
      since: late,
    })
    await remember(late + 2 * MINUTE, { type: 'cardOver', cardId: CardId.parse('K0001'), how: 'healed' })
    expect(await report()).toMatchObject([{ cards: 1, healed: 1 }, { cards: 0 }])
  })

  it('compares the waits of the helped and the others, from the same moment on', async () => {
    for (let nth = 1; nth <= 5; nth += 1) await visitor(nth, 1, 3 + nth)
    for (let nth = 6; nth <= 10; nth += 1) await visitor(nth, nth === 6 ? 5 : undefined, 10 + nth)
    await visitor(11, 1, 2)
    const wait = {
      stillMinutes: 3,
      helped: { tickets: 5, medianMinutes: 3 },
      notHelped: { tickets: 5, medianMinutes: 15 },
    }
    expect((await report())[0].wait).toEqual(wait)
    const whole = await house.ask('GET', '/api/reports/care?from=2026-11-19&to=2026-11-21')
    expect(await whole.json()).toMatchObject({ wait })
  })

  it('says no median of fewer than five', async () => {
    for (let nth = 1; nth <= 4; nth += 1) await visitor(nth, 1, 10)
    expect((await report())[0].wait.helped).toEqual({ tickets: 4 })
  })

  it('is CSV for whoever would rather have that', async () => {
    await card(1, TEN, 60)
    const lines = (await report('text/csv')).trim().split(/\r?\n/)
    expect(lines[0]).toMatch(/^day,cause,cards,healed,resolved/)
    expect(lines[1]).toMatch(/^2026-11-20,,1,0,1/)
    expect(lines[2]).toMatch(/^2026-11-20,longWait,1,0,1/)
  })
})
