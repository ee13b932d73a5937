/** Lets browsers in: a code asked for as a program of the box, or the admin's link, turned into cookies. */
import type { BrowserContext } from 'playwright-core'

type Cookies = Parameters<BrowserContext['addCookies']>[0]

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
    return { name, value, url, secure: name.startsWith('__Host-'), httpOnly: true, sameSite: 'Lax' as const }
  })

const segmentsOf = (path: string): string[] => new URL(path, 'http://hall').pathname.split('/').slice(1)

export const isForPeople = (path: string): boolean => segmentsOf(path)[0] === 'manage'

/** None for a page that is for everybody, or a window that is none. */
export const deviceCookies = async (url: string, path: string): Promise<Cookies> => {
  const [segment = '', place] = segmentsOf(path)
  const kind = kinds[segment]
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
