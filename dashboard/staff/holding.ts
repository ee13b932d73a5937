/** By what a staff page asks: whoever has signed in on it, and the tablet that it is on. */
import { fetchSession, type Session } from '../entry/entering.ts'

export interface Holding {
  readonly personId?: string | undefined
  /** The tablet's own number. */
  readonly tabletId?: string | undefined
}

const TABLET = 'hallkeeper.tablet'

export const holdingOf = ({ badges }: Session): Holding => ({
  personId: badges.find(({ role }) => ['staff', 'manager', 'admin'].includes(role))?.by,
  tabletId: badges.find(({ role }) => role === 'tablet')?.by,
})

/** A page that opens without the hall is still on the tablet that it was on before. */
export const fetchHolding = async (): Promise<Holding> => {
  const session = await fetchSession()
  if (!session) return { tabletId: localStorage.getItem(TABLET) ?? undefined }
  const holding = holdingOf(session)
  if (holding.tabletId) localStorage.setItem(TABLET, holding.tabletId)
  return holding
}
