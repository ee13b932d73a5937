/** Asking the visitor how it was: on the pad, after a visit or whenever the clerk asks, for a minute. */
import { SECOND } from '#contracts/durations.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { AskRating, RateVisit } from '#contracts/ratings.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { type HallState, ticketOf } from '../state.ts'
import { withWindow } from './lifecycle.ts'

export type RatingEvent = Extract<HallEvent, { type: 'ratingAsked' | 'visitRated' }>

export const askRating = ({ windowId }: AskRating, hall: HallState): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  const present = desk.ticketId && ticketOf(hall, desk.ticketId)
  const ticketId = present && present.state === 'serving' ? present.ticketId : desk.rating?.ticketId
  return ticketId ? accept({ type: 'ratingAsked', windowId, ticketId }) : refuse({ code: 'nobodyToRate', windowId })
}

/** Once for each time it is asked. */
export const rateVisit = (command: RateVisit, hall: HallState, at: Instant): Decision => {
  const { windowId, ticketId, stars, remarks } = command
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.rating?.ticketId !== ticketId || desk.rating.until < at) return refuse({ code: 'nobodyToRate', windowId })
  return accept({ type: 'visitRated', windowId, ticketId, stars, ...(remarks && { remarks }) })
}

/** From now on the pad at the window asks this visitor. */
export const askedToRate = (hall: HallState, windowId: WindowId, ticketId: TicketId, at: Instant): HallState => {
  const ticket = ticketOf(hall, ticketId)
  if (!ticket) return hall
  const { number, language } = ticket
  const until = at + hall.site.queue.ratingSeconds * SECOND
  const rating = { ticketId, number, until, ...(language && { language }) }
  return { ...hall, windows: withWindow(hall, windowId, { rating }) }
}

export const evolveRating = (hall: HallState, { at }: Fact, event: RatingEvent): HallState => {
  const { windowId, ticketId } = event
  return event.type === 'ratingAsked' ? askedToRate(hall, windowId, ticketId, at) : notAsked(hall, windowId, ticketId)
}

/** It has been said, or the visit is not over after all. */
export const notAsked = (hall: HallState, windowId: WindowId, ticketId: TicketId): HallState => {
  const desk = hall.windows.get(windowId)
  if (desk?.rating?.ticketId !== ticketId) return hall
  const { rating: _, ...kept } = desk
  return { ...hall, windows: hall.windows.with(windowId, kept) }
}
