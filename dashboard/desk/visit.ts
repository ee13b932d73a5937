/** What a visitor has come for: what is done, what this window does now, and what comes after, elsewhere. */
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { nextService, remaining, servedHere } from '#contracts/visit.ts'

export interface Step {
  readonly serviceId: ServiceId
  readonly stage: 'done' | 'here' | 'later'
}

/** `serviceIds` are those of the window: the next is done here, and whatever follows as far as the window does it. */
export const stepsOf = (ticket: Ticket, serviceIds: readonly ServiceId[]): Step[] => {
  const left = remaining(ticket)
  const here = servedHere(ticket, serviceIds)
  return ticket.serviceIds.map((serviceId) => ({
    serviceId,
    stage: here.includes(serviceId) ? 'here' : left.includes(serviceId) ? 'later' : 'done',
  }))
}

/** How long this window usually takes for what it does of the visit. */
export const usualMinutesOf = (steps: readonly Step[], { services }: Site): number =>
  steps
    .filter(({ stage }) => stage === 'here')
    .reduce((sum, step) => sum + (services.find(({ serviceId }) => serviceId === step.serviceId)?.usualMinutes ?? 0), 0)

/** Windows that hand out what is next on the ticket, other than this one. */
export const issuingWindowsOf = (ticket: Ticket, { services }: Site, here: WindowId): readonly WindowId[] => {
  const next = nextService(ticket)
  const service = services.find(({ serviceId }) => serviceId === next)
  return (service?.issuingWindowIds ?? []).filter((windowId) => windowId !== here)
}
