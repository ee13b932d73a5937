/** Every reason the hall may say no, with the facts behind it and no prose. */
import { z } from 'zod'
import { AlertId, MissionId, PlaceId, ServiceId, TicketId, WindowId } from './ids.ts'

const refusal = <C extends string, S extends z.core.$ZodLooseShape>(code: C, shape: S) =>
  z.object({ code: z.literal(code), ...shape })

export const Refusal = z.discriminatedUnion('code', [
  refusal('unknownService', { serviceId: ServiceId }),
  /** Each service has a window, but no single window does all of them. */
  refusal('noWindowForAll', { serviceIds: z.array(ServiceId) }),
  refusal('ticketsExhausted', { letter: z.string() }),
  refusal('unknownTicket', { ticketId: TicketId }),
  refusal('wrongTicketState', { ticketId: TicketId, state: z.string(), expected: z.array(z.string()) }),
  refusal('unknownWindow', { windowId: WindowId }),
  refusal('windowClosed', { windowId: WindowId }),
  refusal('windowPaused', { windowId: WindowId }),
  /** It has a visitor: finish with them first. */
  refusal('windowBusy', { windowId: WindowId, ticketId: TicketId }),
  refusal('windowIdle', { windowId: WindowId }),
  refusal('ticketElsewhere', { ticketId: TicketId, windowId: WindowId }),
  refusal('windowCannot', { windowId: WindowId, serviceIds: z.array(ServiceId) }),
  refusal('nobodyWaiting', { windowId: WindowId, serviceIds: z.array(ServiceId) }),
  refusal('unknownPlace', { placeId: PlaceId }),
  refusal('noRobotStop', { placeId: PlaceId }),
  refusal('samePlace', { placeId: PlaceId }),
  refusal('noRoute', { from: PlaceId, to: PlaceId }),
  refusal('unknownMission', { missionId: MissionId }),
  refusal('missionOver', { missionId: MissionId, state: z.string() }),
  refusal('unknownAlert', { alertId: AlertId }),
  refusal('alertTaken', { alertId: AlertId, acceptedBy: z.string() }),
  refusal('alertOver', { alertId: AlertId, state: z.string() }),
])
export type Refusal = z.infer<typeof Refusal>
