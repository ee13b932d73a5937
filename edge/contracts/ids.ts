/** Names of things in the hall, as people read them: ticket `20261122-A042`, window `W3`, robot `R1`. */
import { z } from 'zod'

/** One segment of an MQTT topic or a URL: letters, digits, dot, dash and underscore. */
const segment = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, dot, dash and underscore, 64 at most')

export const HallId = segment.brand<'HallId'>()
export type HallId = z.infer<typeof HallId>

/** What the visitor reads on the slip: the letter of the service and a running number. */
export const TicketNumber = z.string().regex(/^[A-Z]\d{3,4}$/)
export type TicketNumber = z.infer<typeof TicketNumber>

/** The service day and the number, so that a ticket of yesterday is never taken for one of today. */
export const TicketId = z
  .string()
  .regex(/^\d{8}-[A-Z]\d{3,4}$/)
  .brand<'TicketId'>()
export type TicketId = z.infer<typeof TicketId>

export const ServiceId = segment.brand<'ServiceId'>()
export type ServiceId = z.infer<typeof ServiceId>

export const WindowId = segment.brand<'WindowId'>()
export type WindowId = z.infer<typeof WindowId>

export const FloorId = segment.brand<'FloorId'>()
export type FloorId = z.infer<typeof FloorId>

export const ZoneId = segment.brand<'ZoneId'>()
export type ZoneId = z.infer<typeof ZoneId>

export const CameraId = segment.brand<'CameraId'>()
export type CameraId = z.infer<typeof CameraId>

/** One stay of somebody before one camera; counted anew at each start, and gone with the stay. */
export const StayId = segment.brand<'StayId'>()
export type StayId = z.infer<typeof StayId>

export const DoorId = segment.brand<'DoorId'>()
export type DoorId = z.infer<typeof DoorId>

export const RobotId = segment.brand<'RobotId'>()
export type RobotId = z.infer<typeof RobotId>

export const RouteNodeId = segment.brand<'RouteNodeId'>()
export type RouteNodeId = z.infer<typeof RouteNodeId>

export const LiftId = segment.brand<'LiftId'>()
export type LiftId = z.infer<typeof LiftId>

/** Where a mission may begin or end: a window, a place of the site (back office, shelf) or a route node. */
export const PlaceId = segment.brand<'PlaceId'>()
export type PlaceId = z.infer<typeof PlaceId>

export const MissionId = z
  .string()
  .regex(/^M\d{4,}$/)
  .brand<'MissionId'>()
export type MissionId = z.infer<typeof MissionId>

export const AlertId = z
  .string()
  .regex(/^L\d{4,}$/)
  .brand<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>

/** What the floor staff is told of: one zone and one cause. */
export const CardId = z
  .string()
  .regex(/^K\d{4,}$/)
  .brand<'CardId'>()
export type CardId = z.infer<typeof CardId>

/** Somebody of the floor staff: a person's number such as S12, or the tablet they carry, such as T1. Never a name. */
export const StaffId = segment.brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

/** What a visitor who has booked shows at the kiosk: digits alone, drawn by the server, never counted. */
export const AppointmentCode = z
  .string()
  .regex(/^\d{6,10}$/, '6 to 10 digits')
  .brand<'AppointmentCode'>()
export type AppointmentCode = z.infer<typeof AppointmentCode>

/** A visit for several services at once. */
export const ThemeId = segment.brand<'ThemeId'>()
export type ThemeId = z.infer<typeof ThemeId>

export const KioskId = segment.brand<'KioskId'>()
export type KioskId = z.infer<typeof KioskId>

export const PrinterId = segment.brand<'PrinterId'>()
export type PrinterId = z.infer<typeof PrinterId>

/** Says what is advised, so that advice seen a moment ago is still the same: `open-W7`. */
export const AdviceId = segment.brand<'AdviceId'>()
export type AdviceId = z.infer<typeof AdviceId>

/** Drawn by the sender, once per intention; the hall answers a repeat with the first receipt. */
export const CommandId = z
  .string()
  .regex(/^[\w:.-]{1,80}$/, 'letters, digits, colon, dot, dash and underscore, 80 at most')
  .brand<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>
