/** A ticket as somebody may read it who has only guessed its number. */
import { publicNames } from '#contracts/discretion.ts'
import { ServiceId } from '#contracts/ids.ts'
import type { SiteService } from '#contracts/site.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { TicketAnswer } from '../answers.ts'

/** Stands for each discreet service. */
export const WITHHELD = ServiceId.parse('withheld')

/** Where it stands, nothing of why; and of a discreet service its department alone, as on the hall's screens. */
export const forStrangers = (ticket: Ticket, services: readonly SiteService[]): TicketAnswer => {
  const { priorityReason: _, language: __, ...rest } = ticket
  const discreet = new Set(services.filter((one) => one.discreet).map(({ serviceId }) => serviceId))
  const shown = (ids: readonly ServiceId[]) => ids.map((id) => (discreet.has(id) ? WITHHELD : id))
  const left = ticket.serviceIds.filter((id) => !ticket.doneIds?.includes(id))
  const names = left.flatMap((id) => services.filter(({ serviceId }) => serviceId === id).map(publicNames))
  return {
    ticket: {
      ...rest,
      serviceIds: shown(rest.serviceIds),
      ...(rest.doneIds && { doneIds: shown(rest.doneIds) }),
    },
    publicNames: names,
  }
}
