/** Short ways to say ids in tests. */
import {
  AlertId,
  AppointmentCode,
  CommandId,
  KioskId,
  MissionId,
  PlaceId,
  ServiceId,
  TicketId,
  WindowId,
} from '#contracts/ids.ts'

export const alertId = (id: string) => AlertId.parse(id)
export const appointmentCode = (code: string) => AppointmentCode.parse(code)
export const kioskId = (id: string) => KioskId.parse(id)
export const missionId = (id: string) => MissionId.parse(id)
export const placeId = (id: string) => PlaceId.parse(id)
export const serviceId = (id: string) => ServiceId.parse(id)
/** `A001` is a ticket of the tests' day. */
export const ticketId = (number: string) => TicketId.parse(`20261123-${number}`)
export const windowId = (id: string) => WindowId.parse(id)
export const commandId = (n: number | string) => CommandId.parse(`test:${n}`)
