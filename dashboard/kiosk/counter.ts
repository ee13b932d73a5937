/** Where a visit gets its number: from the hall, or while that cannot be reached from what the kiosk has set aside. */
import type { Appointment } from '#contracts/appointments.ts'
import type { Language } from '#contracts/languages.ts'
import type { Estimate, Ticket } from '#contracts/tickets.ts'
import { type Answer, drawKey, type Problem, postOnce } from '../live/asks.ts'
import { troubleOf, type Unprinted } from '../parts/unprinted.ts'
import { askWithin } from './reserve/asking.ts'
import type { Asked } from './reserve/kept.ts'
import { type Reserve, ticketOf } from './reserve/reserve.svelte.ts'
import { isAway } from './reserve/telling.ts'
import type { Taken } from './steps.ts'

export type Outcome = { readonly ok: true; readonly taken: Taken } | { readonly ok: false; readonly problem: Problem }

export interface Counter {
  /** `key` is the intention's: a repeat brings the same number. */
  take(key: string, asked: Asked): Promise<Outcome>
  find(code: string): Promise<Answer<{ readonly appointment: Appointment }>>
  checkIn(key: string, code: string): Promise<Outcome>
  /** On the printer of this kiosk; resolves with why not when no paper came. */
  print(taken: Taken, language: Language): Promise<'printed' | Unprinted>
  /** The number stands on the screen alone, until somebody says that they have it, or gives it back. */
  unprinted(ticketId: string): Promise<void>
  confirm(ticketId: string): Promise<void>
  giveBack(ticketId: string): Promise<void>
}

export interface CounterParts {
  readonly reserve: Reserve
  /** By which name the hall knows this kiosk. */
  kioskId(): string | undefined
  /** First letter of the numbers of a service. */
  letterOf(serviceId: string): string
  /** Whether the line to the hall stands. */
  connected(): boolean
}

interface TicketAnswer {
  readonly ticket: Ticket
  readonly estimate?: Estimate
  readonly secret?: string
}

/** How long somebody waits before the kiosk helps itself, and where it cannot. */
const PATIENCE_MS = { connected: 6000, away: 2500, alone: 20_000, printing: 20_000 }

const outcomeOf = (answer: Answer<TicketAnswer>): Outcome => {
  if (!answer.ok) return answer
  const { ticket, estimate, secret } = answer.body
  const { ticketId, number, serviceIds, lane } = ticket
  return {
    ok: true,
    taken: { ticketId, number, serviceIds, lane, ...(estimate && { estimate }), ...(secret && { secret }) },
  }
}

export const createCounter = ({ reserve, kioskId, letterOf, connected }: CounterParts): Counter => {
  const patience = (letter: string): number => {
    if (reserve.left(letter) === 0) return PATIENCE_MS.alone
    return connected() ? PATIENCE_MS.connected : PATIENCE_MS.away
  }
  const fromReserve = async (key: string, letter: string, asked: Asked): Promise<Taken | undefined> => {
    const issue = await reserve.give(key, letter, asked).catch(() => undefined)
    const { serviceIds, lane } = asked
    return issue && { ...ticketOf(issue), serviceIds, lane, alone: true }
  }
  return {
    take: async (key, asked) => {
      const letter = letterOf(asked.serviceIds[0] ?? '')
      const outcome = outcomeOf(await askWithin<TicketAnswer>(patience(letter), key, 'POST', '/api/tickets', asked))
      if (outcome.ok || !isAway(outcome.problem)) return outcome
      const taken = await fromReserve(key, letter, asked)
      return taken ? { ok: true, taken } : outcome
    },
    find: (code) => askWithin(PATIENCE_MS.connected, drawKey(), 'GET', `/api/appointments/${code}`),
    checkIn: async (key, code) =>
      outcomeOf(
        await askWithin<TicketAnswer>(PATIENCE_MS.alone, key, 'POST', `/api/appointments/${code}/check-in`, {}),
      ),
    print: async ({ ticketId, situation, alone }, language) => {
      if (alone) return 'offline'
      const body = { kioskId: kioskId(), language, situation }
      const path = `/api/tickets/${ticketId}/print`
      const answer = await postOnce<object>(PATIENCE_MS.printing, path, body)
      return answer.ok ? 'printed' : troubleOf(answer.problem)
    },
    unprinted: async (ticketId) => {
      await reserve.hold(ticketId)
      await reserve.report('unprinted', ticketId)
    },
    confirm: (ticketId) => reserve.release(ticketId),
    giveBack: async (ticketId) => {
      await reserve.report('cancel', ticketId)
      await reserve.release(ticketId)
    },
  }
}
