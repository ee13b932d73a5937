/** How often a phone asks for its ticket: thousands may, so one that is put away or gets no answer asks less. */

const USUAL_MS = 5000
const HIDDEN_MS = 15_000
const LONGEST_MS = 60_000

/** `failures` counts the answers that did not come, one after the other; `over` is a ticket that nothing more happens to. */
export const askAgainAfter = ({
  failures,
  hidden,
  over,
}: {
  failures: number
  hidden: boolean
  over: boolean
}): number => (over ? LONGEST_MS : Math.min(LONGEST_MS, (hidden ? HIDDEN_MS : USUAL_MS) * 2 ** failures))

/** Older than this, what is shown may no longer be so, and times are not shown at all. */
export const STALE_MS = 20_000
