/** The shapes of reports over a period: what it all comes down to, day by day, and by what it is about. */
import { z } from 'zod'
import { AlertKind } from '#contracts/alerts.ts'
import { ServiceId, WindowId } from '#contracts/ids.ts'
import { ServiceDay } from '#contracts/time.ts'
import { WaitAfter } from './careAnswers.ts'

const count = z.int().nonnegative()
/** Absent where there was nothing to measure. */
const minutes = z.number().nonnegative().optional()

/** All of the period, and each of its days. */
const overDays = <S extends z.ZodRawShape>(counts: z.ZodObject<S>) => ({
  whole: counts,
  days: z.array(counts.extend({ day: ServiceDay })),
})

/** Of visitors by the last call they had. */
export const WaitCounts = z.object({ called: count, medianMinutes: minutes, p90Minutes: minutes, overLong: count })
export type WaitCounts = z.infer<typeof WaitCounts>
/** `hours` are those of the hall's clock, 0 to 23, and only the ones in which somebody was called. */
export const WaitReport = z.object({
  /** `overLong` have waited longer. */
  longWaitMinutes: z.number(),
  ...overDays(WaitCounts),
  hours: z.array(WaitCounts.extend({ hour: z.int().min(0).max(23) })),
  services: z.array(WaitCounts.extend({ serviceId: ServiceId })),
})
export type WaitReport = z.infer<typeof WaitReport>

/** By the day of the number. `left` were cancelled, or the day ended; who comes for several counts for the first. */
export const ServiceCounts = z.object({
  issued: count,
  served: count,
  missed: count,
  left: count,
  /** At the window, of visitors for one service. */
  medianMinutes: minutes,
})
export type ServiceCounts = z.infer<typeof ServiceCounts>
export const ServiceReport = z.object({
  ...overDays(ServiceCounts),
  services: z.array(ServiceCounts.extend({ serviceId: ServiceId })),
})
export type ServiceReport = z.infer<typeof ServiceReport>

/** By the day the visit ended. Windows, never who sits there. */
export const WindowCounts = z.object({
  served: count,
  meanMinutes: minutes,
  /** Without pauses. */
  openHours: z.number().nonnegative(),
  /** Of the open hours, with a visitor at the window; absent where it was not open. */
  busyShare: z.number().min(0).max(1).optional(),
})
export type WindowCounts = z.infer<typeof WindowCounts>
export const WindowReport = z.object({
  ...overDays(WindowCounts),
  windows: z.array(WindowCounts.extend({ windowId: WindowId })),
})
export type WindowReport = z.infer<typeof WindowReport>

/** By the day of the slot. */
export const AppointmentCounts = z.object({
  /** Still to come. */
  booked: count,
  arrived: count,
  missed: count,
  cancelled: count,
})
export type AppointmentCounts = z.infer<typeof AppointmentCounts>
export const AppointmentReport = z.object({
  ...overDays(AppointmentCounts),
  services: z.array(AppointmentCounts.extend({ serviceId: ServiceId })),
})
export type AppointmentReport = z.infer<typeof AppointmentReport>

/** By the day it was raised. */
export const CareCounts = z.object({
  raised: count,
  /** Somebody went there and helped. */
  helped: count,
  dismissed: count,
  /** Over by itself. */
  over: count,
  /** From raised to accepted, and to helped. */
  acceptMinutes: minutes,
  helpMinutes: minutes,
})
export type CareCounts = z.infer<typeof CareCounts>
export const CareReport = z.object({
  ...overDays(CareCounts),
  kinds: z.array(CareCounts.extend({ kind: AlertKind })),
  wait: WaitAfter,
})
export type CareReport = z.infer<typeof CareReport>
