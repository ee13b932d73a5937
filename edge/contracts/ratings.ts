/** What a visitor thinks of a visit: five steps, and what was wrong with it. Never a word of their own. */
import { z } from 'zod'
import { command } from './command.ts'
import { event } from './event.ts'
import { TicketId, TicketNumber, WindowId } from './ids.ts'
import { Language } from './languages.ts'
import { Instant } from './time.ts'

/** As the national 好差评: 5 very satisfied, 4 satisfied, 3 passable, 2 dissatisfied, 1 very dissatisfied. */
export const Stars = z.int().min(1).max(5)

/** What may have been wrong. */
export const Remark = z.enum(['wait', 'papers', 'explanation', 'manners', 'rules'])
export type Remark = z.infer<typeof Remark>

/** Whom the pad at a window asks, and how long. */
export const RatingAsked = z.object({
  ticketId: TicketId,
  number: TicketNumber,
  until: Instant,
  language: Language.optional(),
})
export type RatingAsked = z.infer<typeof RatingAsked>

/** The clerk asks the visitor at the window, or the last one once more. */
export const AskRating = command('askRating', { windowId: WindowId })
export type AskRating = z.infer<typeof AskRating>

const rating = { windowId: WindowId, ticketId: TicketId, stars: Stars, remarks: z.array(Remark).max(5).optional() }

export const RateVisit = command('rateVisit', rating)
export type RateVisit = z.infer<typeof RateVisit>

export const ratingEvents = [
  event('ratingAsked', { windowId: WindowId, ticketId: TicketId }),
  event('visitRated', rating),
] as const
