/** Which pages may change the hall or hear it live: its own, and programs that are no page at all. */

/** `origin` as the browser says it, `host` as the request was sent to; a page of another host is refused. */
const isOwnOrigin = (origin: string | undefined, host: string | undefined): boolean => {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** `site` is Sec-Fetch-Site: whence the browser says that the request comes, where it says so. */
export const isOwnPage = (origin: string | undefined, host: string | undefined, site: string | undefined): boolean =>
  isOwnOrigin(origin, host) && (site === undefined || site === 'same-origin' || site === 'none')
