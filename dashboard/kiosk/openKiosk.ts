/** What stands behind one kiosk's page: the visit, where its numbers come from, and its reserve. */
import { languageFrom } from '../language.ts'
import type { HallScreen } from '../live/hallScreen.svelte.ts'
import { createCounter } from './counter.ts'
import { openReserve } from './reserve/openReserve.ts'
import type { Reserve } from './reserve/reserve.svelte.ts'
import { unprintedBy } from './steps.ts'
import { Visit } from './visit.svelte.ts'

export interface Kiosk {
  readonly visit: Visit
  readonly reserve: Reserve
}

/** The address says `lang`, by which name the hall knows this `kiosk`, and how its `printer` does. */
export const openKiosk = (screen: HallScreen, address: URLSearchParams): Kiosk => {
  const reserve = openReserve(screen, address.get('kiosk'))
  /** The reserve is read a moment after the page is open: the first visitor may be quicker. */
  const kioskId = (): string | undefined => address.get('kiosk') ?? reserve.kept?.kioskId
  const counter = createCounter({
    reserve,
    kioskId,
    letterOf: (id) => screen.site?.services.find(({ serviceId }) => serviceId === id)?.letter ?? '',
    connected: () => screen.connected && !screen.stale,
  })
  const visit = new Visit({
    language: languageFrom(address),
    now: () => performance.now(),
    counter,
    unprinted: unprintedBy(address.get('printer')),
    prints: () => screen.site?.kiosks.some((one) => one.printerId && one.kioskId === kioskId()) ?? false,
  })
  return { visit, reserve }
}
