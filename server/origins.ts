/** Which pages may change the hall or hear it live: its own, and programs that are no page at all. */

/** `origin` as the browser says it, `host` as the request was sent to; a page of another host is refused. */
export const isOwnOrigin = (origin: string | undefined, host: string | undefined): boolean => {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
