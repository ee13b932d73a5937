/** Waits by service, as the wall draws them: longest first, on one scale of minutes. */
import type { Line } from '#contracts/live.ts'
import type { SiteService } from '#contracts/site.ts'

export interface WaitRow {
  readonly service: SiteService
  readonly waiting: number
  /** Absent while no open window does this service. */
  readonly p50?: number
  readonly p80?: number
}

const SHORTEST_SCALE_MINUTES = 30
const STEP_MINUTES = 15
/** Between what is written on the scale, and how many of them have room. */
const STEPS_MINUTES = [30, 60, 120, 240, 480]
const MOST_STEPS = 4

/** Where people wait and nobody serves comes first, as it is the longest wait there is. */
const weight = ({ waiting, p80 }: WaitRow): number => p80 ?? (waiting > 0 ? Number.POSITIVE_INFINITY : -1)

export const waitRows = (lines: Iterable<Line>, services: readonly SiteService[]): WaitRow[] => {
  const byId = new Map([...lines].map((line) => [line.serviceId, line]))
  return services
    .flatMap((service): WaitRow[] => {
      const line = byId.get(service.serviceId)
      if (!line) return []
      const { waiting, estimate } = line
      return [{ service, waiting, ...(estimate && { p50: estimate.p50Minutes, p80: estimate.p80Minutes }) }]
    })
    .filter((row) => weight(row) >= 0)
    .sort((a, b) => weight(b) - weight(a) || b.waiting - a.waiting)
}

/** The end of the scale: whole quarters of an hour that hold every bar. */
export const scaleMinutes = (rows: readonly WaitRow[]): number =>
  Math.max(SHORTEST_SCALE_MINUTES, ...rows.map(({ p80 = 0 }) => Math.ceil(p80 / STEP_MINUTES) * STEP_MINUTES))

/** Where the scale is written on: at the long wait, and at nothing and at some round steps that crowd nothing. */
export const ticksOf = (scale: number, longWaitMinutes: number): number[] => {
  const step = STEPS_MINUTES.find((minutes) => scale / minutes <= MOST_STEPS) ?? scale
  const steps = Array.from({ length: Math.floor(scale / step) }, (_, i) => (i + 1) * step)
  const clear = steps.filter((minutes) => Math.abs(minutes - longWaitMinutes) > scale / 8)
  return [...(longWaitMinutes >= scale / 10 ? [0] : []), longWaitMinutes, ...clear]
}
