/** Arrivals today by quarter of an hour, over the hours the hall is open. */
import type { Span } from '#contracts/siteHours.ts'

export interface Quarter {
  /** Counted from midnight. */
  readonly index: number
  readonly people: number
  readonly over: boolean
}

export interface ArrivalsPicture {
  /** First and one past the last quarter shown, counted from midnight; whole hours. */
  readonly from: number
  readonly until: number
  readonly quarters: readonly Quarter[]
  /** Between the hours, as quarters from and until. */
  readonly breaks: readonly { readonly from: number; readonly until: number }[]
  readonly most: number
  readonly total: number
}

const USUAL: Span = { from: '08:00', until: '18:00' }
const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** `arrivals` counts from midnight, one a quarter, up to now; people who came outside the hours widen the picture. */
export const arrivalsPicture = (arrivals: readonly number[], spans: readonly Span[]): ArrivalsPicture => {
  const shown = spans.length > 0 ? spans : [USUAL]
  const some = arrivals.flatMap((people, index) => (people > 0 ? [index] : []))
  const starts = [...shown.map(({ from }) => minutesOf(from) / 15), ...some]
  const ends = [...shown.map(({ until }) => minutesOf(until) / 15), ...some.map((index) => index + 1)]
  const from = Math.floor(Math.min(...starts) / 4) * 4
  const until = Math.ceil(Math.max(...ends) / 4) * 4
  const last = arrivals.length - 1
  return {
    from,
    until,
    quarters: arrivals.slice(from, until).map((people, i) => ({ index: from + i, people, over: from + i < last })),
    breaks: shown.slice(1).map((span, i) => ({
      from: minutesOf(shown[i]?.until ?? span.from) / 15,
      until: minutesOf(span.from) / 15,
    })),
    most: Math.max(4, ...arrivals),
    total: arrivals.reduce((sum, people) => sum + people, 0),
  }
}
