/** Whatever is asked in whatever order, with whatever clock: what is always true of the hall. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fact } from '#contracts/facts.ts'
import { HallRecord } from '#contracts/live.ts'
import { Refusal } from '#contracts/refusals.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { advance } from '#edge/core/advance.ts'
import { isWaiting, joined } from '#edge/core/queue/line.ts'
import { standOf } from '#edge/core/queue/stand.ts'
import { allRecords, isPresent, recordOf, timedRecords } from '#edge/core/records.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { NINE } from '#test/support/given.ts'
import { type Story, storyOf } from '#test/support/story.ts'
import { anySite, asked, commandOf } from './anything.ts'

/** Says something after each command of a day in which anything may be asked. */
const always = (says: (story: Story) => void, lastly: (story: Story) => void = () => {}) =>
  fc.assert(
    fc.property(anySite, fc.array(asked, { minLength: 40, maxLength: 90 }), (site, all) => {
      const story = storyOf(site)
      for (const one of all) {
        const at = Math.max(NINE, story.at + one.later)
        const decision = story.ask(commandOf(story.hall, one), at)
        if (!decision.ok) expect(Refusal.parse(decision.refusal)).toEqual(decision.refusal)
        says(story)
      }
      lastly(story)
    }),
    { numRuns: 40 },
  )

const everyTicket = ({ tickets, gone }: HallState): Ticket[] => [...tickets.values(), ...gone]
const today = ({ facts }: Story): readonly Fact[] =>
  facts.slice(facts.findLastIndex(({ event }) => event.type === 'dayBegan'))
const count = (story: Story, type: string): number => today(story).filter(({ event }) => event.type === type).length
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

describe('a window', () => {
  it('has at most one ticket, each ticket is at one window at most, and a closed one has none', () =>
    always(({ hall }) => {
      const there = [...hall.tickets.values()].flatMap((ticket) =>
        ticket.state === 'called' || ticket.state === 'serving' ? [`${ticket.windowId} ${ticket.ticketId}`] : [],
      )
      const known = [...hall.windows.values()].flatMap(({ windowId, ticketId }) =>
        ticketId ? [`${windowId} ${ticketId}`] : [],
      )
      expect(known.sort()).toEqual(there.sort())
      for (const { state, ticketId } of hall.windows.values()) if (state === 'closed') expect(ticketId).toBeUndefined()
    }))

  it('calls from the queues of what it does now', () =>
    always(({ hall }) => {
      for (const { windowId, serviceIds } of hall.windows.values())
        expect(hall.stands.get(windowId)).toEqual(standOf(hall.paper, windowId, serviceIds))
    }))

  it('does each service once, and only what the site says it can do', () =>
    always(({ hall }) => {
      for (const { windowId, serviceIds } of hall.windows.values()) {
        expect(new Set(serviceIds).size).toBe(serviceIds.length)
        expect(hall.paper.windows.get(windowId)?.serviceIds).toEqual(expect.arrayContaining([...serviceIds]))
      }
    }))
})

describe('the line', () => {
  it('is everybody who waits, each in one place', () =>
    always(({ hall }) => {
      const waiting = [...hall.tickets.values()].filter(isWaiting)
      const anew = waiting.reduce((queues, ticket) => joined(queues, ticket, hall.paper), emptyHall(hall.site).queues)
      expect(hall.queues).toEqual(anew)
    }))
})

describe('a ticket', () => {
  it('is never lost and never twice', () =>
    always((story) => {
      const known = everyTicket(story.hall).map(({ ticketId }) => ticketId)
      const issued = today(story).flatMap(({ event }) => (event.type === 'ticketIssued' ? [event.ticketId] : []))
      expect(known.sort()).toEqual(issued.sort())
    }))

  it('is in the hall exactly as long as its story is not over', () =>
    always(({ hall }) => {
      const over = ['served', 'missed', 'cancelled', 'expired']
      for (const { state } of hall.tickets.values()) expect(over).not.toContain(state)
      for (const { state } of hall.gone) expect(over).toContain(state)
    }))
})

describe('the counts of the day', () => {
  it('are those of its tickets', () =>
    always((story) => {
      const { hall } = story
      const undone = (deed: string) =>
        today(story).filter(({ event }) => event.type === 'ticketRestored' && event.deed === deed).length
      const walkedUp = new Set(
        today(story).flatMap(({ event }) =>
          event.type === 'ticketCalled' && event.reason.code === 'walkedUp' ? [event.ticketId] : [],
        ),
      )
      const called = everyTicket(hall).filter(
        ({ ticketId, calls, callsUndone = 0 }) => calls > callsUndone && !walkedUp.has(ticketId),
      )
      expect(sum(hall.tally.waits)).toBe(called.length)
      expect(Math.min(...hall.tally.waits)).toBeGreaterThanOrEqual(0)
      expect(hall.tally.served).toBe(hall.gone.filter(({ state }) => state === 'served').length)
      expect(hall.tally.missed).toBe(count(story, 'ticketMissed') - undone('miss'))
      expect(sum(hall.tally.arrivals)).toBe(count(story, 'ticketIssued'))
    }))
})

/** All but what is looked up in the site. */
const inside = ({ paper: _paper, site: _site, ...hall }: HallState) => hall

describe('the journal', () => {
  it('holds only what can be read again word for word', () =>
    always(
      () => {},
      ({ facts }) => {
        for (const fact of facts) expect(Fact.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact)
      },
    ))

  it('gives the same hall when it is replayed', () =>
    always(
      () => {},
      ({ hall, facts }) => {
        const read = facts.map((fact) => Fact.parse(JSON.parse(JSON.stringify(fact))))
        expect(inside(advance(emptyHall(hall.site), read).hall)).toEqual(inside(hall))
      },
    ))
})

describe('screens', () => {
  it('that hear of each change have the same records as one that comes later, and all can be read', () =>
    always(
      () => {},
      ({ hall, facts, at }) => {
        let now = emptyHall(hall.site)
        let screen = new Map<string, HallRecord>()
        for (const fact of facts) {
          const step = advance(now, [fact])
          now = step.hall
          if (step.anew) screen = new Map(allRecords(now).map((record) => [`${record.kind}:${record.id}`, record]))
          for (const key of step.keys) {
            const record = recordOf(now, key)
            if (record && isPresent(now, record)) screen.set(`${key.kind}:${key.id}`, record)
            else screen.delete(`${key.kind}:${key.id}`)
          }
        }
        const late = new Map(allRecords(hall).map((record) => [`${record.kind}:${record.id}`, record]))
        if (facts.length > 0) expect(Object.fromEntries(screen)).toEqual(Object.fromEntries(late))
        for (const record of [...late.values(), ...timedRecords(hall, at)].filter(({ kind }) => kind !== 'site'))
          expect(HallRecord.parse(record)).toEqual(record)
      },
    ))
})
