/** The link to a ticket's own page, as a code on the slip carries it: its secret stays in the fragment, which no server sees. */
import type { Site } from '#contracts/site.ts'

const SECRET = 's'

/** Where phones reach the hall: what the site says, or this page's own address; this very machine's leads a phone nowhere. */
const phoneOrigin = (
  phoneUrl: string | undefined,
  { hostname, origin }: Pick<Location, 'hostname' | 'origin'>,
): string | undefined => phoneUrl ?? (/^(localhost|127\.|\[::1\])/.test(hostname) ? undefined : origin)

/** `origin` is where phones reach the hall. Without a secret the page only reads. */
export const ticketLink = (origin: string, ticketId: string, secret?: string): string => {
  const fragment = secret === undefined ? '' : `#${new URLSearchParams({ [SECRET]: secret })}`
  return `${origin.replace(/\/+$/, '')}/ticket/${encodeURIComponent(ticketId)}${fragment}`
}

/** The same where phones reach this hall; nothing where they do not. */
export const phoneLink = (
  { phoneUrl }: Pick<Site, 'phoneUrl'>,
  ticketId: string,
  secret?: string,
): string | undefined => {
  const origin = phoneOrigin(phoneUrl, location)
  return origin && ticketLink(origin, ticketId, secret)
}

/** The secret in a fragment such as `#s=…`. */
export const secretIn = (fragment: string): string | undefined =>
  new URLSearchParams(fragment.replace(/^#/, '')).get(SECRET) ?? undefined
