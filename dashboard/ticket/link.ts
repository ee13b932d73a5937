/** The link to a ticket's own page, as a code on the slip carries it: its secret stays in the fragment, which no server sees. */

const SECRET = 's'

/** `origin` is where phones reach the hall: the site's `phoneUrl`, or the page's own. Without a secret the page only reads. */
export const ticketLink = (origin: string, ticketId: string, secret?: string): string => {
  const fragment = secret === undefined ? '' : `#${new URLSearchParams({ [SECRET]: secret })}`
  return `${origin.replace(/\/+$/, '')}/ticket/${encodeURIComponent(ticketId)}${fragment}`
}

/** The secret in a fragment such as `#s=…`. */
export const secretIn = (fragment: string): string | undefined =>
  new URLSearchParams(fragment.replace(/^#/, '')).get(SECRET) ?? undefined
