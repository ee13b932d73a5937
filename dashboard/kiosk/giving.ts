/** Whether numbers are given out now, and since or until when, by the site's own rules. */
import { nextOpening, openSpans } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'

export type Giving =
  /** `opensAt` while the hall itself is not open yet. */
  | { readonly state: 'giving'; readonly opensAt?: Instant }
  /** `from` is when numbers are given again, before it opens; both absent when it stays closed for a fortnight. */
  | { readonly state: 'break' | 'closed'; readonly opensAt?: Instant; readonly from?: Instant }

const MINUTE = 60_000

type Rules = Pick<Site, 'hours' | 'timeZone' | 'queue'>

export const givingAt = ({ hours, timeZone, queue }: Rules, at: Instant): Giving => {
  if (queue.outsideHours === 'accept') return { state: 'giving' }
  const early = queue.earlyMinutes * MINUTE
  const spans = openSpans(hours, timeZone, at)
  const current = spans.find(({ from, until }) => at >= from - early && at < until)
  if (current) return { state: 'giving', ...(at < current.from && { opensAt: current.from }) }
  const opensAt = nextOpening(hours, timeZone, at)
  if (opensAt === undefined) return { state: 'closed' }
  const isBreak = spans.some(({ until }) => until <= at) && spans.some(({ from }) => from === opensAt)
  return { state: isBreak ? 'break' : 'closed', opensAt, from: opensAt - early }
}
