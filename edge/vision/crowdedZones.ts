/** Zones that are too full: what all their cameras count, watched and told to the hall. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { ZoneId } from '#contracts/ids.ts'
import type { ReportCrowding } from '#contracts/machineCommands.ts'
import type { Site, SiteZone } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { type Crowding, type CrowdingTold, notCrowded, watchCrowding } from '../core/crowd/crowding.ts'
import type { Eye } from './eye.ts'

export interface CrowdedZones {
  beat(): void
}

export interface CrowdedZonesNeeds {
  site: Site
  /** Zones whose crowding has been told before a restart. */
  told: ReadonlySet<ZoneId>
  eyes(): Iterable<Eye>
  now: () => Instant
  report(command: ReportCrowding): void
}

/** Told again this often while it lasts, for the hall forgets its alerts at midnight. */
const AGAIN_AFTER = MINUTE

/** Cameras that look at the same zone see the same people: the one that sees most is right. */
const peopleIn = (zoneId: ZoneId, eyes: Iterable<Eye>): number | undefined => {
  const counts = [...eyes].flatMap((eye) => eye.people()?.get(zoneId) ?? [])
  return counts.length === 0 ? undefined : Math.max(...counts)
}

export const createCrowdedZones = ({ site, told, eyes, now, report }: CrowdedZonesNeeds): CrowdedZones => {
  const crowdedFor = site.vision.crowdedSeconds * SECOND

  const watched = ({ zoneId }: SiteZone, crowdedAt: number): (() => void) => {
    let crowding: Crowding = told.has(zoneId) ? { isCrowded: true } : notCrowded
    let last: (CrowdingTold & { toldAt: Instant }) | undefined

    const tell = (what: CrowdingTold): void => {
      last = { ...what, toldAt: now() }
      report({ type: 'reportCrowding', zoneId, ...what })
    }

    return () => {
      const step = watchCrowding(crowding, peopleIn(zoneId, eyes()), now(), { crowdedAt, crowdedFor })
      crowding = step.crowding
      if (step.told) tell(step.told)
      else if (last?.people !== undefined && now() - last.toldAt >= AGAIN_AFTER)
        tell({ people: last.people, since: last.since })
    }
  }

  const watches = site.zones.flatMap((zone) => (zone.crowdedAt === undefined ? [] : watched(zone, zone.crowdedAt)))
  return {
    beat: () => {
      for (const watch of watches) watch()
    },
  }
}
