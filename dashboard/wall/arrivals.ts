/** Arrivals of one day by quarter of an hour, over the hours the hall is open: those who came, and those expected. */
import type { ForecastSlot } from '#contracts/advice.ts'
import { dayAround } from '#contracts/opening.ts'
import type { Span } from '#contracts/siteHours.ts'

export interface Quarter {
  /** Counted from midnight. */
  readonly index: number
  readonly people: number
  readonly over: boolean
}

/** What is expected in one quarter, at its middle. */
export interface CurvePoint {
  /** In quarters since midnight. */
  readonly at: number
  readonly low: number
  readonly expected: number
  readonly high: number
}

export interface ArrivalsPicture {
  /** First and one past the last quarter shown, counted from midnight; whole hours. */
  readonly from: number
  readonly until: number
  readonly quarters: readonly Quarter[]
  /** Empty while nothing has been learned. */
  readonly curve: readonly CurvePoint[]
  /** Quarters in which somebody has an appointment. */
  readonly booked: readonly { readonly index: number; readonly people: number }[]
  /** Between the hours, as quarters from and until. */
  readonly breaks: readonly { readonly from: number; readonly until: number }[]
  readonly most: number
  readonly total: number
  /** By the end of the day: those who came, and those still expected; absent while nothing has been learned. */
  readonly expectedTotal?: number
}

export interface DayArrivals {
  /** One a quarter from midnight on, up to now; empty for a day to come. */
  readonly arrivals: readonly number[]
  readonly spans: readonly Span[]
  readonly slots?: readonly ForecastSlot[]
  readonly timeZone: string
}

const QUARTER_MS = 15 * 60_000
const USUAL: Span = { from: '08:00', until: '18:00' }
const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const hoursShown = (spans: readonly Span[], some: readonly number[]) => {
  const starts = [...spans.map(({ from }) => minutesOf(from) / 15), ...some]
  const ends = [...spans.map(({ until }) => minutesOf(until) / 15), ...some.map((index) => index + 1)]
  return { from: Math.floor(Math.min(...starts) / 4) * 4, until: Math.ceil(Math.max(...ends) / 4) * 4 }
}

/** Slots with the quarter they are. */
const indexed = (slots: readonly ForecastSlot[], timeZone: string) => {
  const [first] = slots
  const midnight = first ? dayAround(first.from, timeZone).from : 0
  return slots.map((slot) => ({ ...slot, index: Math.round((slot.from - midnight) / QUARTER_MS) }))
}

/** The running quarter counts as whichever is more: it can only grow. */
const byTheEnd = (arrivals: readonly number[], slots: readonly { index: number; expected: number }[]): number => {
  const running = arrivals.length - 1
  const came = arrivals.slice(0, Math.max(0, running)).reduce((sum, people) => sum + people, 0)
  const ahead = slots.filter(({ index }) => index >= running)
  return ahead.reduce(
    (sum, { index, expected }) => sum + (index === running ? Math.max(expected, arrivals[running] ?? 0) : expected),
    came,
  )
}

/** People who came outside the hours widen the picture. */
export const arrivalsPicture = ({ arrivals, spans, slots = [], timeZone }: DayArrivals): ArrivalsPicture => {
  const open = spans.length > 0 ? spans : [USUAL]
  const some = arrivals.flatMap((people, index) => (people > 0 ? [index] : []))
  const { from, until } = hoursShown(open, some)
  const day = indexed(slots, timeZone)
  const shown = day.filter(({ index }) => index >= from && index < until)
  const last = arrivals.length - 1
  return {
    from,
    until,
    quarters: arrivals.slice(from, until).map((people, i) => ({ index: from + i, people, over: from + i < last })),
    curve: shown.map(({ index, low, expected, high }) => ({ at: index + 0.5, low, expected, high })),
    booked: shown.flatMap(({ index, booked }) => (booked > 0 ? [{ index, people: booked }] : [])),
    breaks: open.slice(1).map((span, i) => ({
      from: minutesOf(open[i]?.until ?? span.from) / 15,
      until: minutesOf(span.from) / 15,
    })),
    most: Math.max(4, ...arrivals, ...shown.map(({ high }) => Math.ceil(high))),
    total: arrivals.reduce((sum, people) => sum + people, 0),
    ...(slots.length > 0 && { expectedTotal: Math.round(byTheEnd(arrivals, day)) }),
  }
}
