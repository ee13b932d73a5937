/** What holds of cards whatever happens in the hall and whatever staff do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '#contracts/cards.ts'
import type { Command } from '#contracts/commands.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { Fact } from '#contracts/facts.ts'
import { AlertId, CameraId, CardId, RobotId, StayId } from '#contracts/ids.ts'
import { advance } from '#edge/core/advance.ts'
import { isOpen } from '#edge/core/care/alerts.ts'
import { buzzesWithin } from '#edge/core/care/assigning.ts'
import { liveCards, openAlertsOf } from '#edge/core/care/cards.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { allRecords } from '#edge/core/records.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { NINE } from '#test/support/given.ts'
import { commandId } from '#test/support/names.ts'
import { careSite, staffId, zoneId } from './careHall.ts'

const asked = fc.record({
  what: fc.constantFrom(
    ...['tick', 'tick', 'tick', 'tick', 'tick', 'tick', 'stay', 'stay', 'stay', 'leave', 'leave', 'crowd', 'calm'],
    ...['blind', 'sees', 'ask', 'device', 'works', 'begin', 'begin', 'begin', 'move', 'end'],
    ...['acceptCard', 'acceptCard', 'handOverCard', 'resolveCard', 'resolveCard', 'dismissCard'],
    ...['acceptAlert', 'handOverAlert', 'resolveAlert', 'dismissAlert'],
  ),
  which: fc.nat({ max: 30 }),
  where: fc.integer({ min: 1, max: 3 }),
  later: fc.constantFrom(1, 1, 1, 1, 5, 15, 31, 91, 181, 301, 601, 3601).map((some) => some * SECOND),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const nthOf = <T>(all: Iterable<T>, which: number, none: T): T => {
  const some = [...all]
  return some[which % Math.max(1, some.length)] ?? none
}

const seen = ({ what, which, where }: Asked, at: number): Command | undefined => {
  const place = { cameraId: CameraId.parse(`C${where}`), zoneId: zoneId(`Z${where}`) }
  const stayId = StayId.parse(`C${where}-${which % 4}`)
  switch (what) {
    case 'stay':
      return { type: 'reportLongStay', ...place, stayId, since: at - 15 * MINUTE, seenAt: at }
    case 'leave':
      return { type: 'reportStayOver', cameraId: place.cameraId, stayId }
    case 'crowd':
      return { type: 'reportCrowding', zoneId: place.zoneId, people: 50, since: at }
    case 'calm':
      return { type: 'reportCrowding', zoneId: place.zoneId, since: at }
    case 'blind':
      return { type: 'reportCamera', cameraId: place.cameraId, problem: 'covered', since: at }
    case 'sees':
      return { type: 'reportCamera', cameraId: place.cameraId, since: at }
    case 'ask':
      return { type: 'askForPerson', robotId: RobotId.parse('R1'), language: 'zh' }
    case 'device':
      return { type: 'reportDevice', deviceId: 'K1', problem: which % 2 ? 'silent' : 'printer', since: at }
    case 'works':
      return { type: 'reportDevice', deviceId: 'K1', since: at }
    default:
      return undefined
  }
}

const done = (hall: HallState, { what, which, where }: Asked): Command => {
  const who = staffId(`S${which % 4}`)
  const cardId = nthOf(hall.cards.keys(), which, CardId.parse('K9999'))
  const alertId = nthOf(hall.alerts.keys(), which, AlertId.parse('L9999'))
  switch (what) {
    case 'begin':
      return {
        type: 'beginDuty',
        staffId: who,
        role: (['guide', 'lead', 'guide', 'manager'] as const)[which % 4] ?? 'guide',
        zoneId: zoneId(`Z${where}`),
      }
    case 'move':
      return { type: 'moveDuty', staffId: who, zoneId: zoneId(`Z${where}`) }
    case 'end':
      return { type: 'endDuty', staffId: who }
    case 'acceptCard':
      return { type: 'acceptCard', cardId, staffId: who }
    case 'handOverCard':
      return { type: 'handOverCard', cardId, ...(which % 2 === 0 && { toStaffId: who }) }
    case 'resolveCard':
    case 'dismissCard':
      return { type: what, cardId }
    case 'acceptAlert':
    case 'handOverAlert':
    case 'resolveAlert':
    case 'dismissAlert':
      return { type: what, alertId }
    default:
      return { type: 'tick' }
  }
}

/** Each fact with the hall as it was before and after, and the last of all. */
const live = (all: readonly Asked[], check: (hall: HallState, fact: Fact, after: HallState) => void) => {
  let hall = emptyHall(careSite({ buzzesPerHour: 3 }))
  let at = NINE
  const facts: Fact[] = []
  for (const one of all) {
    at += one.later
    const decision = decide(seen(one, at) ?? done(hall, one), hall, at)
    const events = decision.ok ? decision.events : []
    for (const event of events) {
      const fact: Fact = { seq: facts.length + 1, at, by: 'test', cause: commandId(facts.length), event }
      facts.push(fact)
      const after = evolve(hall, fact)
      check(hall, fact, after)
      hall = after
    }
  }
  return { hall, facts, at }
}

const always = (check: (hall: HallState, fact: Fact, after: HallState) => void) =>
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 120 }), (all) => {
      live(all, check)
    }),
    { numRuns: 60 },
  )

const nothing = () => undefined

describe('whatever happens, a card', () => {
  it('has alerts, and counts those that are not over', () =>
    always((_, __, { cards, ...hall }) => {
      for (const card of cards.values()) {
        expect(card.alertIds.length).toBeGreaterThan(0)
        const open = openAlertsOf({ cards, ...hall }, card)
        expect(card.count).toBe(open.length)
        if (open.length > 0) expect(card.longestSince).toBe(Math.min(...open.map(({ since }) => since)))
      }
    }))

  it('is the only live one of its zone and cause', () =>
    always((_, __, hall) => {
      const names = liveCards(hall).map(({ zoneId: zone, cause }) => `${zone} ${cause}`)
      expect(new Set(names).size).toBe(names.length)
    }))

  it('has every open alert once, and none that is over, as soon as a second has passed', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 120 }), (all) => {
        const { hall } = live(
          [
            ...all,
            { what: 'tick', which: 0, where: 1, later: SECOND },
            { what: 'tick', which: 0, where: 1, later: SECOND },
          ],
          nothing,
        )
        const cards = liveCards(hall)
        for (const alert of hall.alerts.values()) {
          const on = cards.filter(({ alertIds }) => alertIds.includes(alert.alertId))
          if (isOpen(alert)) expect(on).toHaveLength(1)
        }
        expect(cards.filter(({ count }) => count === 0)).toEqual([])
      }),
      { numRuns: 60 },
    ))
})

describe('whatever happens, a buzz', () => {
  it('is never for what is over, healed, held or accepted', () =>
    always(({ cards }, { event }, after) => {
      if (event.type !== 'cardSent') return
      const before = cards.get(event.cardId)
      expect(before?.state).toMatch(/gathering|open/)
      expect(before?.heldBy).toBeUndefined()
      expect(after.cards.get(event.cardId)?.count).toBeGreaterThan(0)
    }))

  it('is only for who is on duty, and what has not risen spares who has had enough', () =>
    always((hall, { event, at }) => {
      if (event.type !== 'cardSent') return
      const card: Card | undefined = hall.cards.get(event.cardId)
      const isAsked = event.to.length === 1 && card?.to.length === 0 && card.sentAt !== undefined
      for (const id of event.to) {
        const member = hall.staff.get(id)
        expect(member).toBeDefined()
        if (member && event.level === card?.level && !isAsked)
          expect(buzzesWithin(member, at)).toBeLessThan(hall.site.care.buzzesPerHour)
      }
    }))

  it('comes again only when the card rises, or ten minutes after', () =>
    always((hall, { event, at }) => {
      const card = event.type === 'cardSent' ? hall.cards.get(event.cardId) : undefined
      if (event.type !== 'cardSent' || !card || event.level > card.level) return
      const same = event.to.filter((id) => card.to.includes(id))
      if (same.length > 0) expect(at - (card.sentAt ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE)
    }))
})

describe('whatever happens, staff', () => {
  it('help with what they have accepted, and with nothing that is over', () =>
    always((_, __, hall) => {
      for (const { staffId: id, helping } of hall.staff.values()) {
        const theirs = liveCards(hall).filter(({ acceptedBy, state }) => state === 'accepted' && acceptedBy === id)
        if (helping) expect(theirs.map(({ cardId }) => cardId)).toContain(helping)
        else expect(theirs).toEqual([])
      }
    }))
})

describe('the facts of cards', () => {
  it('give the same hall when they are read again, word for word', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 120 }), (all) => {
        const { hall, facts } = live(all, nothing)
        const read = facts.map((fact) => Fact.parse(JSON.parse(JSON.stringify(fact))))
        const again = advance(emptyHall(hall.site), read).hall
        expect(allRecords(again)).toEqual(allRecords(hall))
        expect([...again.staff]).toEqual([...hall.staff])
      }),
      { numRuns: 40 },
    ))
})
