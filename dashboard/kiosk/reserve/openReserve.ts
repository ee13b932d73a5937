/** The reserve of a kiosk's page, as it stands in a browser. */
import { localTime } from '#contracts/opening.ts'
import { drawKey } from '../../live/asks.ts'
import type { HallScreen } from '../../live/hallScreen.svelte.ts'
import { givingAt } from '../giving.ts'
import { askWithin } from './asking.ts'
import { keptBy } from './kept.ts'
import { openKeptStore } from './keptStore.ts'
import { Reserve } from './reserve.svelte.ts'

/** A page without a name may be somebody who only looks: it sets no numbers aside before so long. */
const SETTLED_MS = 60_000
const PATIENCE_MS = 8000
const NAME = /^[A-Za-z0-9][\w.-]{0,31}$/

/** `name` is what the hall calls this kiosk, as `?kiosk=` says; without one it draws a name and keeps it. */
export const openReserve = (screen: HallScreen, name: string | null): Reserve => {
  const given = name !== null && NAME.test(name) ? name : undefined
  const openedAt = performance.now()
  const settled = (): boolean => given !== undefined || performance.now() - openedAt > SETTLED_MS
  return new Reserve({
    store: openKeptStore(given ?? 'unnamed', () => keptBy(given ?? `kiosk-${drawKey().slice(0, 8)}`)),
    post: (key, path, body) => askWithin(PATIENCE_MS, key, 'POST', path, body),
    hall: () => {
      const at = screen.exactTime()
      if (!screen.site || at === undefined) return undefined
      const { timeZone, services } = screen.site
      const online = screen.connected && !screen.stale
      return {
        day: localTime(at, timeZone).day,
        at,
        letters: [...new Set(services.map(({ letter }) => letter))],
        online,
        leasing: settled() && givingAt(screen.site, at).state === 'giving',
      }
    },
  })
}
