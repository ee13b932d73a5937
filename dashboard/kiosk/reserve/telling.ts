/** Telling the hall what happened while it was away: one thing after the other, each until it is answered. */
import type { ServiceDay } from '#contracts/time.ts'
import type { Answer, Problem } from '../../live/asks.ts'
import type { Kept, Report, Untold } from './kept.ts'

/** As the hall answers: the ticket that was issued, or that a report is about. */
export interface Told {
  readonly ticket: { readonly ticketId: string; readonly number: string }
}

/** The hall cannot be reached, or cannot do anything at all: the same is sent again later. */
export const isAway = ({ status, code }: Problem): boolean =>
  code !== 'ticketsExhausted' && [0, 502, 503, 504].includes(status)

export const sentAs = (untold: Untold, kioskId: string): { readonly path: string; readonly body: object } => {
  if (untold.type === 'report') return { path: `/api/tickets/${untold.ticketId}/${untold.deed}`, body: {} }
  const { number, issuedAt, asked } = untold
  return { path: '/api/tickets', body: { ...asked, leased: { kioskId, number, issuedAt } } }
}

/**
 * What is left to tell after an answer. The first asking may have got through although its answer did not: then the
 * same key brings back another number, which nobody holds. It is given back, and the visitor's own goes anew.
 */
const leftToTell = (untold: Untold, answer: Answer<Told>): readonly Untold[] => {
  if (untold.type === 'report' || !answer.ok || answer.body.ticket.number === untold.number) return []
  const { key, day } = untold
  const { ticketId } = answer.body.ticket
  const giveBack: Report = { type: 'report', key: `${key}.undo`, day, deed: 'cancel', ticketId }
  return [giveBack, { ...untold, key: `${key}.anew` }]
}

/** Of an answer, or of a refusal: one that concerns somebody's number is kept for those who can help. */
export const afterAnswer = (kept: Kept, untold: Untold, answer: Answer<Told>, day: ServiceDay): Kept => {
  if (!answer.ok && isAway(answer.problem)) return kept
  if (!kept.untold.some(({ key }) => key === untold.key)) return kept
  const refused = untold.type === 'issue' && !answer.ok
  return {
    ...kept,
    untold: kept.untold.flatMap((one) => (one.key === untold.key ? leftToTell(untold, answer) : [one])),
    lost: refused ? [...kept.lost, { number: untold.number, code: answer.problem.code, day }] : kept.lost,
  }
}
