/** Whether this browser may open a page: as a paired device, as somebody who is signed in, or by a link for one use. */
import type { Place } from '../screens.ts'

/** What the server knows of this browser. */
export interface Session {
  readonly badges: readonly {
    readonly role: string
    readonly by: string
    readonly place?: string
    readonly name?: string
  }[]
  /** First segments of the paths that it may open, such as `wall`; or with a place, such as `window/W3`. */
  readonly pages: readonly string[]
}

export type Entry = 'open' | 'pair' | 'signIn'

/** Which kind of device shows a screen; the others are for everybody, or for people who sign in. */
const devices: Readonly<Record<string, string>> = {
  wall: 'wall',
  queue: 'queue',
  kiosk: 'kiosk',
  window: 'window',
  rate: 'rating',
  staff: 'tablet',
}
const forPeople: readonly string[] = ['manage']

export const kindOf = (segment: string): string | undefined => devices[segment]

export const entryTo = ({ screen, id }: Place, session: Session | undefined): Entry => {
  if (!screen || !session) return 'open'
  const { segment } = screen
  const isFor = [segment, `${segment}/${id}`].some((page) => session.pages.includes(page))
  if (isFor) return 'open'
  if (forPeople.includes(segment)) return 'signIn'
  return segment in devices ? 'pair' : 'open'
}

/** What a browser was paired as, where it is a kiosk: by no other name does the hall let it print or set numbers aside. */
export const kioskOf = ({ screen }: Place, session: Session | undefined): string | undefined =>
  screen?.segment === 'kiosk' ? session?.badges.find(({ role }) => role === 'kiosk')?.place : undefined

const PATIENCE_MS = 3000

/** A hall that does not answer says nothing against a page: a kiosk goes on while it is away. */
export const fetchSession = async (): Promise<Session | undefined> => {
  try {
    const response = await fetch('/api/session', { signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** What a link for one use brings along, and where it is handed in. */
const links = { pair: '/api/devices/pair', enter: '/api/session/enter' } as const

/** Hands in the code of a link, and takes it out of the address: nobody can use it again. */
export const useLink = async (address: URL): Promise<void> => {
  for (const name of ['pair', 'enter'] as const) {
    const code = address.searchParams.get(name)
    if (code === null) continue
    const body = JSON.stringify({ code })
    const headers = { 'content-type': 'application/json' }
    await fetch(links[name], { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
      () => {},
    )
    address.searchParams.delete(name)
    history.replaceState(null, '', address)
  }
}
