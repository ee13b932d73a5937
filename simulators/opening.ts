/** When the hall opens its doors next, so that a played day can begin there. */
import { nextOpening, openSpans } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'

/** The first opening at or after `now`: a hall already open is left until it opens anew. `now` when it never does. */
export const nextDoorsOpen = ({ hours, timeZone }: Site, now: Instant): Instant => {
  const underway = openSpans(hours, timeZone, now).find(({ from, until }) => from < now && now < until)
  return nextOpening(hours, timeZone, underway?.until ?? now) ?? now
}
