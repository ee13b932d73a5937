/** Advice: what to open, close or change now, with what it would do to the waits; and what is still to come today. */
import { z } from 'zod'
import { AdviceId, ServiceId, WindowId } from './ids.ts'
import { Instant, ServiceDay } from './time.ts'
import { Break } from './windows.ts'

/** Waits of everybody who waits now or comes within the horizon, as the roll forward has them. */
export const Outcome = z.object({
  meanMinutes: z.number().nonnegative(),
  p90Minutes: z.number().nonnegative(),
  /** Of them, who waits longer than the site's long wait, 0..1. */
  longWaitShare: z.number().min(0).max(1),
})
export type Outcome = z.infer<typeof Outcome>

/** The deed advised; each is one command. */
export const AdvisedDeed = z.discriminatedUnion('type', [
  z.object({ type: z.literal('openWindow'), windowId: WindowId, serviceIds: z.array(ServiceId) }),
  z.object({ type: z.literal('resumeWindow'), windowId: WindowId }),
  z.object({ type: z.literal('closeWindow'), windowId: WindowId }),
  z.object({ type: z.literal('setWindowServices'), windowId: WindowId, serviceIds: z.array(ServiceId) }),
  z.object({ type: z.literal('setBreaks'), windowId: WindowId, breaks: z.array(Break) }),
])
export type AdvisedDeed = z.infer<typeof AdvisedDeed>

export const Advice = z.object({
  adviceId: AdviceId,
  deed: AdvisedDeed,
  /** If nothing is done, and if this is. */
  without: Outcome,
  effect: Outcome,
  /** The line it is for: who waits there, and how many windows serve it. */
  reason: z.object({
    serviceId: ServiceId,
    waiting: z.int().nonnegative(),
    longestMinutes: z.number().nonnegative(),
    openWindows: z.int().nonnegative(),
  }),
})
export type Advice = z.infer<typeof Advice>

/** All that is advised at one moment, best first; replaces whatever was advised before. */
export const Advised = z.object({
  type: z.literal('advised'),
  advice: z.array(Advice),
  horizonMinutes: z.number(),
  rolls: z.int().nonnegative(),
  /** How long it took to work out. */
  seconds: z.number().nonnegative(),
})
export type Advised = z.infer<typeof Advised>

export const ForecastSlot = z.object({
  from: Instant,
  /** Arrivals expected in this quarter of an hour, and the band that holds four of five. */
  expected: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  booked: z.int().nonnegative(),
})
export type ForecastSlot = z.infer<typeof ForecastSlot>

export const PlannedWindows = z.object({
  from: Instant,
  /** Fewest windows that keep the P90 wait at the target, and the wait with them. */
  windows: z.int().nonnegative(),
  p90Minutes: z.number().nonnegative(),
})
export type PlannedWindows = z.infer<typeof PlannedWindows>

export const DayForecast = z.object({
  day: ServiceDay,
  /** Empty until the hall has learned one day. */
  slots: z.array(ForecastSlot),
  /** By half hour, while the hall is open. */
  plan: z.array(PlannedWindows),
})
export type DayForecast = z.infer<typeof DayForecast>

/** Today and the next day on which the hall is open. */
export const Forecast = z.object({ type: z.literal('forecast'), targetMinutes: z.number(), days: z.array(DayForecast) })
export type Forecast = z.infer<typeof Forecast>
