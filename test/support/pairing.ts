/** Lets browsers in: a code asked for as a program of the box, or the admin's link, turned into cookies. */
import type { Page } from 'playwright-core'

export interface Cookie {
  name: string
  value: string
  url: string
  secure: boolean
}
type Cookies = Cookie[]

/** Which kind of device a path belongs to, by its first segment. */
const kinds: Readonly<Record<string, string>> = {
  '': 'wall',
  wall: 'wall',
  queue: 'queue',
  kiosk: 'kiosk',
  window: 'window',
  rate: 'rating',
  staff: 'tablet',
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export const cookiesIn = (url: string, response: Response): Cookies =>
  response.headers.getSetCookie().map((cookie) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return { name, value, url, secure: name.startsWith('__Host-') }
  })

const segmentsOf = (path: string): string[] => new URL(path, 'http://hall').pathname.split('/').slice(1)

export const isForPeople = (path: string): boolean => segmentsOf(path)[0] === 'manage'

/** None for a page that is for everybody, or a window that is none. */
export const deviceCookies = async (url: string, path: string): Promise<Cookies> => {
  const [segment = '', stands] = segmentsOf(path)
  const kind = kinds[segment]
  const place = stands ?? (kind === 'kiosk' ? new URL(path, url).searchParams.get('kiosk') : null)
  if (kind === undefined) return []
  const offered = await post(`${url}/api/devices/codes`, { kind, ...(place && { place }) })
  if (!offered.ok) return []
  const { code } = await offered.json()
  return cookiesIn(url, await post(`${url}/api/devices/pair`, { code }))
}

/** Of the admin, by the code of a link that the box has printed. */
export const personCookies = async (url: string, code: string): Promise<Cookies> => {
  const entered = await post(`${url}/api/session/enter`, { code })
  if (!entered.ok) throw new Error(`the link for the admin does not open: ${await entered.text()}`)
  return cookiesIn(url, entered)
}

/** Playwright's own way knows no secure cookie on plain http, which a browser takes from its own machine. */
export const giveCookies = async (page: Page, cookies: Cookies): Promise<void> => {
  if (cookies.length === 0) return
  const session = await page.context().newCDPSession(page)
  for (const cookie of cookies) {
    const { success } = await session.send('Network.setCookie', { ...cookie, httpOnly: true, sameSite: 'Lax' })
    if (!success) throw new Error(`the browser does not take the cookie ${cookie.name}`)
  }
  await session.detach()
}
