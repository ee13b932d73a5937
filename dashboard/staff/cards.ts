/** The list of people to help: what this device goes to first, then who waits for somebody, then who has help coming. */
import type { Alert } from '#contracts/alerts.ts'
import type { Site } from '#contracts/site.ts'
import { isBehind, isUrgent } from '../parts/urgency.ts'
import { afterTaps, mineAfter, type Tap } from './tapping.ts'

export interface Card {
  readonly alert: Alert
  readonly stage: 'mine' | 'open' | 'theirs' | 'ended'
  readonly minutes: number
  readonly urgent: boolean
  /** A tap of this device that the hall has not heard of yet. */
  readonly pending: boolean
}

export interface Sight {
  readonly alerts: Iterable<Alert>
  readonly taps: readonly Tap[]
  /** Alerts this device has accepted. */
  readonly mine: ReadonlySet<string>
  /** Who holds it: what they have accepted is theirs on any device, and no longer this one's for anybody else. */
  readonly names?: readonly string[]
  readonly now: number
  readonly site: Site
  /** Where the holder of the device is, if they have said so: people there come before others. */
  readonly floorId?: string | undefined
}

const MINUTE = 60_000

export const floorOf = ({ place, zoneId, source }: Alert, site: Site): string | undefined =>
  place?.floorId ??
  site.zones.find((zone) => zone.zoneId === zoneId)?.floorId ??
  (source.by === 'sight' ? site.cameras.find(({ cameraId }) => cameraId === source.cameraId)?.floorId : undefined)

const stageOf = ({ state }: Alert, isMine: boolean): Card['stage'] => {
  if (state === 'open') return 'open'
  if (state !== 'accepted') return 'ended'
  return isMine ? 'mine' : 'theirs'
}

/** Where the hall does not say who, this device knows whether it was. */
const isMine = ({ alertId, acceptedBy = 'staff' }: Alert, own: ReadonlySet<string>, names: readonly string[]) =>
  names.includes(acceptedBy) || (own.has(alertId) && (names.length === 0 || acceptedBy === 'staff'))

const order: Record<Card['stage'], number> = { mine: 0, open: 1, ended: 2, theirs: 3 }

/** Nearest first where that is known, among those what is urgent, and then the longest wait; cameras last. */
export const cardsOf = ({ alerts, taps, mine, names = [], now, site, floorId }: Sight): Card[] => {
  const own = taps.reduce<ReadonlySet<string>>(mineAfter, mine)
  const far = ({ alert }: Card) => (floorId === undefined || floorOf(alert, site) === floorId ? 0 : 1)
  return [...alerts]
    .filter(({ state }) => state === 'open' || state === 'accepted')
    .map((known): Card => {
      const alert = afterTaps(known, taps)
      const minutes = Math.max(0, Math.floor((now - alert.since) / MINUTE))
      return {
        alert,
        stage: stageOf(alert, isMine(alert, own, names)),
        minutes,
        urgent: isUrgent(alert, minutes, site.queue.longWaitMinutes),
        pending: taps.some(({ alertId }) => alertId === alert.alertId),
      }
    })
    .sort(
      (a, b) =>
        order[a.stage] - order[b.stage] ||
        Number(isBehind(a.alert)) - Number(isBehind(b.alert)) ||
        far(a) - far(b) ||
        Number(b.urgent) - Number(a.urgent) ||
        a.alert.since - b.alert.since,
    )
}
