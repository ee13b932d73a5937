/** Every reason the hall may say no, with the facts behind it and no prose. */
import { z } from 'zod'
import { CardEnding } from './cards.ts'
import {
  AlertId,
  AppointmentCode,
  CameraId,
  CardId,
  MissionId,
  PlaceId,
  RobotId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
  WindowId,
  ZoneId,
} from './ids.ts'
import { Instant } from './time.ts'

const refusal = <C extends string, S extends z.core.$ZodLooseShape>(code: C, shape: S) =>
  z.object({ code: z.literal(code), ...shape })

export const Refusal = z.discriminatedUnion('code', [
  refusal('unknownService', { serviceId: ServiceId }),
  refusal('ticketsExhausted', { letter: z.string() }),
  /** `opensAt` is missing when it does not open within a fortnight. */
  refusal('hallClosed', { opensAt: Instant.optional() }),
  /** Whoever came now would be called too late to be served before the hall closes. */
  refusal('noTimeLeft', { serviceIds: z.array(ServiceId), closesAt: Instant, calledAt: Instant }),
  refusal('dailyLimitReached', { serviceId: ServiceId, limit: z.int() }),
  /** The number was never set aside for that kiosk. */
  refusal('numberNotLeased', { number: TicketNumber }),
  refusal('numberTaken', { number: TicketNumber }),
  refusal('leaseTooLarge', { letter: z.string(), left: z.int() }),
  refusal('noAppointments', { serviceIds: z.array(ServiceId) }),
  /** No slot begins then, or it lies outside what may be booked. */
  refusal('unknownSlot', { from: Instant }),
  refusal('slotFull', { from: Instant, serviceId: ServiceId, capacity: z.int() }),
  refusal('codeTaken', { appointment: AppointmentCode }),
  refusal('unknownAppointment', { appointment: AppointmentCode }),
  refusal('appointmentOver', { appointment: AppointmentCode, state: z.string() }),
  refusal('appointmentNotToday', { appointment: AppointmentCode, from: Instant }),
  refusal('unknownTicket', { ticketId: TicketId }),
  refusal('wrongTicketState', { ticketId: TicketId, state: z.string(), expected: z.array(z.string()) }),
  refusal('unknownWindow', { windowId: WindowId }),
  refusal('windowClosed', { windowId: WindowId }),
  refusal('windowPaused', { windowId: WindowId }),
  /** It has a visitor: finish with them first. */
  refusal('windowBusy', { windowId: WindowId, ticketId: TicketId }),
  refusal('windowIdle', { windowId: WindowId }),
  /** Nobody has just been served there, or it has been said already. */
  refusal('nobodyToRate', { windowId: WindowId }),
  refusal('ticketElsewhere', { ticketId: TicketId, windowId: WindowId }),
  refusal('windowCannot', { windowId: WindowId, serviceIds: z.array(ServiceId) }),
  /** Called `calls` times; the site asks for more before a visitor counts as not there. */
  refusal('callAgainFirst', { ticketId: TicketId, calls: z.int(), needed: z.int() }),
  refusal('graceOver', { ticketId: TicketId, missedAt: Instant, graceMinutes: z.number() }),
  /** The case is on its way to the next window: the ticket is in line again when it has come, not before. */
  refusal('papersUnderway', { ticketId: TicketId }),
  refusal('nothingToUndo', { windowId: WindowId }),
  refusal('nowhereToTransfer', { ticketId: TicketId }),
  /** No window hands out what this ticket came for. */
  refusal('noIssuingWindow', { serviceIds: z.array(ServiceId) }),
  refusal('wrongBreak', { windowId: WindowId, from: Instant, until: Instant }),
  refusal('nobodyWaiting', { windowId: WindowId, serviceIds: z.array(ServiceId) }),
  refusal('unknownPlace', { placeId: PlaceId }),
  refusal('noRobotStop', { placeId: PlaceId }),
  refusal('samePlace', { placeId: PlaceId }),
  refusal('noRoute', { from: PlaceId, to: PlaceId }),
  refusal('unknownMission', { missionId: MissionId }),
  refusal('missionOver', { missionId: MissionId, state: z.string() }),
  /** No robot stands there for it to be loaded or unloaded by a person. */
  refusal('nothingToHandOver', { missionId: MissionId, state: z.string() }),
  /** A guide was asked to lead to a window, and none has called the ticket. */
  refusal('ticketNotCalled', { ticketId: TicketId }),
  refusal('noDestination', { from: PlaceId }),
  refusal('unknownRobot', { robotId: RobotId }),
  refusal('unknownCamera', { cameraId: CameraId }),
  refusal('unknownZone', { zoneId: ZoneId }),
  /** Three of the four lie on one line, or two are the same. */
  refusal('floorPointsInLine', { cameraId: CameraId }),
  /** A corner lies outside the image, or an outline crosses itself. */
  refusal('wrongOutline', { cameraId: CameraId, of: z.enum(['zone', 'mask', 'queueLine']), index: z.int() }),
  refusal('unknownAlert', { alertId: AlertId }),
  refusal('alertTaken', { alertId: AlertId, acceptedBy: z.string() }),
  refusal('alertOver', { alertId: AlertId, state: z.string() }),
  refusal('unknownCard', { cardId: CardId }),
  refusal('cardTaken', { cardId: CardId, acceptedBy: z.string() }),
  /** Nothing is left to be done: a colleague was quicker, or it is over by itself. */
  refusal('cardOver', { cardId: CardId, how: CardEnding }),
  refusal('notOnDuty', { staffId: StaffId }),
  /** It was asked for `staffId`, and the tablet is in the hands of `heldBy` now. */
  refusal('tabletElsewhere', { tabletId: StaffId, staffId: StaffId, heldBy: StaffId }),
])
export type Refusal = z.infer<typeof Refusal>
