import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { arrivalOf, doneHere, nextService, remaining } from '#contracts/visit.ts'
import {
  emptyQueues,
  everybody,
  joined,
  LANES,
  leftLine,
  queueOfService,
  queueOfWindow,
} from '#edge/core/queue/line.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId } from '#test/support/names.ts'
import { paper, placeOrAlone, queuesOf, ticketAt, ticketsOf } from './lines.ts'

const [a, b, c] = [serviceId('a'), serviceId('b'), serviceId('c')]
const visit = (doneIds?: (typeof a)[]) => ({
  ...ticketAt({ service: 0, lane: 'walkIn', minute: 0 }, 0),
  serviceIds: [a, b, c],
  ...(doneIds && { doneIds }),
})

describe('standing in line', () => {
  it('puts everybody in one place only, each place in order of arrival', () =>
    fc.assert(
      fc.property(ticketsOf(placeOrAlone), (tickets) => {
        const queues = queuesOf(tickets)
        expect(
          everybody(queues)
            .map(({ number }) => number)
            .sort(),
        ).toEqual(tickets.map(({ number }) => number).sort())
        for (const queue of queues)
          for (const [i, ticket] of queue.entries())
            expect(arrivalOf(ticket)).toBeGreaterThanOrEqual(arrivalOf(queue[i - 1] ?? ticket))
      }),
    ))

  it('is the same line whoever joined it first', () =>
    fc.assert(
      fc.property(ticketsOf(placeOrAlone), fc.infiniteStream(fc.nat()), (tickets, dice) => {
        const shuffled = tickets
          .map((ticket) => ({ ticket, at: dice.next().value }))
          .sort((one, other) => one.at - other.at)
        expect(queuesOf(shuffled.map(({ ticket }) => ticket))).toEqual(queuesOf(tickets))
      }),
    ))

  it('keeps numbers given out in the same moment in their order, past the thousandth', () => {
    const at = (i: number) => ticketAt({ service: 0, lane: 'walkIn', minute: 0 }, i)
    const queue = queuesOf([at(1000), at(999), at(998), at(0)]).flat()
    expect(queue.map(({ number }) => number)).toEqual(['A001', 'A999', 'A1000', 'A1001'])
  })

  it('leaves no trace of whoever leaves again', () =>
    fc.assert(
      fc.property(ticketsOf(placeOrAlone), placeOrAlone, (tickets, place) => {
        const queues = queuesOf(tickets)
        const passing = ticketAt(place, 500)
        expect(leftLine(joined(queues, passing, paper), passing, paper)).toEqual(queues)
      }),
    ))

  it('does not change when somebody leaves who is not in it', () => {
    const queues = queuesOf([ticketAt({ service: 0, lane: 'walkIn', minute: 1 }, 0)])
    expect(leftLine(queues, ticketAt({ service: 0, lane: 'walkIn', minute: 1 }, 1), paper)).toBe(queues)
  })

  it('never changes a line that somebody else still looks at', () => {
    const queues = queuesOf([ticketAt({ service: 0, lane: 'walkIn', minute: 1 }, 0)])
    const before = structuredClone(queues)
    joined(queues, ticketAt({ service: 0, lane: 'walkIn', minute: 0 }, 1), paper)
    leftLine(queues, ticketAt({ service: 0, lane: 'walkIn', minute: 1 }, 0), paper)
    expect(queues).toEqual(before)
  })

  it('has a place for each service and lane, and for each window alone and lane', () => {
    const places = [
      ...[0, 1].flatMap((service) => LANES.map((lane) => queueOfService(service, lane))),
      ...[0, 1, 2].flatMap((desk) => LANES.map((lane) => queueOfWindow(paper, desk, lane))),
    ]
    expect(places.sort((one, other) => one - other)).toEqual(emptyQueues(paper).map((_, i) => i))
  })
})

describe('the arrival', () => {
  it('is when the number was given out', () => expect(arrivalOf(visit())).toBe(NINE))

  it('is the slot of an appointment that came early', () =>
    expect(arrivalOf({ ...visit(), dueAt: NINE + 5 * MINUTE })).toBe(NINE + 5 * MINUTE))
})

describe('a visit for several services', () => {
  it('waits for the first that is not done', () => {
    expect(nextService(visit())).toBe(a)
    expect(nextService(visit([a]))).toBe(b)
    expect(nextService(visit([a, b, c]))).toBeUndefined()
    expect(remaining(visit([b]))).toEqual([a, c])
  })

  it('is done at a window as far as that can go on from the next one', () => {
    expect(doneHere(visit(), [a, b, c])).toEqual([a, b, c])
    expect(doneHere(visit(), [a, c])).toEqual([a])
    expect(doneHere(visit([a]), [b, c])).toEqual([b, c])
    expect(doneHere(visit(), [b, c])).toEqual([])
  })
})
