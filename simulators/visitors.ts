/** Visitors who come through the day, take a number, and sometimes give up. */

import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import type { SiteService } from '#contracts/site.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { createEnding, type SimulatedClock } from './clock.ts'
import type { Door } from './door.ts'
import type { Dice } from './random.ts'

const PRIORITY_REASONS = ['elderly', 'elderly', 'disabled', 'pregnant', 'withInfant', 'soldierOrVeteran'] as const
const PRIORITY_SHARE = 0.12
const FOREIGN_SHARE = 0.06
/** Those who waited for the door to open come in one after the other. */
const AT_THE_DOOR = 8 * SECOND
/** Of those who have waited this long, some go. */
const PATIENCE = 40 * MINUTE
const GIVE_UP_SHARE = 0.3

/** Quick errands are more frequent than long ones. */
const weightOf = ({ usualMinutes }: SiteService): number => 1 / Math.sqrt(usualMinutes)

const chosen = (services: readonly SiteService[], dice: Dice): SiteService | undefined => {
  const sum = services.reduce((total, service) => total + weightOf(service), 0)
  let left = dice.uniform(0, sum)
  return services.find((service) => {
    left -= weightOf(service)
    return left <= 0
  })
}

export interface Visitors {
  door: Door
  clock: SimulatedClock
  dice: Dice
  /** Visitors an hour, on average. */
  perHour: number
  /** How many stand at the door when it opens. */
  atOpening: number
}

/** Comes in until it is told to end; resolves then. */
export const startVisitors = ({ door, clock, dice, perHour, atOpening }: Visitors): { close(): Promise<void> } => {
  const ending = createEnding()

  const giveUp = async ({ ticketId }: Ticket): Promise<void> => {
    await clock.wait(PATIENCE * dice.uniform(0.8, 1.6), ending.signal)
    if (!ending.signal.aborted && dice.chance(GIVE_UP_SHARE))
      await door.ask('POST', `/api/tickets/${ticketId}/cancel`, {})
  }

  const arrive = async (services: readonly SiteService[]): Promise<void> => {
    const service = chosen(services, dice)
    if (!service) return
    const priority = dice.chance(PRIORITY_SHARE)
    const language = dice.chance(FOREIGN_SHARE) ? dice.pick(['en', 'ja', 'ko'] as const) : 'zh'
    const ticket = await door.askTicket('/api/tickets', {
      serviceIds: [service.serviceId],
      lane: priority ? 'priority' : 'walkIn',
      ...(priority && { priorityReason: dice.pick(PRIORITY_REASONS) }),
      language,
    })
    if (ticket) await giveUp(ticket)
  }

  const come = async (): Promise<void> => {
    const [site] = await door.records('site')
    const staying = new Set<Promise<void>>()
    for (let came = 0; !ending.signal.aborted; came++) {
      const perVisitor = came < atOpening ? AT_THE_DOOR : HOUR / perHour
      await clock.wait(dice.exponential(perVisitor), ending.signal)
      if (ending.signal.aborted || !site) break
      const stay = arrive(site.site.services)
      staying.add(stay)
      void stay.finally(() => staying.delete(stay))
    }
    await Promise.all(staying)
  }

  const coming = come()
  return {
    close: () => {
      ending.abort()
      return coming
    },
  }
}
