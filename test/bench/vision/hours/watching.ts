/** Two ways to find long waits in the same boxes: the product's stays, and the time of a track in the zone. */
import { MINUTE } from '#contracts/durations.ts'
import { ZoneId } from '#contracts/ids.ts'
import { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type CrowdRules, emptyCrowd, observe, usualCrowd } from '#edge/core/crowd/crowd.ts'
import { type Box, footOf, isInside } from '#edge/core/crowd/geometry.ts'
import { follow, noTracks, usualTracking } from '#edge/core/crowd/tracking.ts'
import { FRAME, homographyOf } from '#simulators/camera/lens.ts'
import { zoneInImage } from './truth.ts'
import { LONG_WAIT } from './world.ts'

/** A long wait as told: of whoever has this box. */
export interface Told {
  readonly name: string
  readonly since: Instant
  readonly box: Box
  readonly unconfirmed: boolean
}

/** A stay that is told of, or could be. */
export interface Followed {
  readonly name: string
  readonly box: Box
  readonly seenAt: Instant
}

export interface Watched {
  readonly told: readonly Told[]
  /** Names of those that have ended, and when each was seen in the zone for the last time. */
  readonly ended: readonly { name: string; at: Instant }[]
  readonly followed: readonly Followed[]
}

export type Watcher = (at: Instant, boxes: readonly Box[]) => Watched

const seats = ZoneId.parse('seats')

export const camera = SiteCamera.parse({
  cameraId: 'C1',
  floorId: 'F1',
  ...FRAME,
  zones: [{ zoneId: seats, outline: zoneInImage }],
  homography: homographyOf(),
})

export const hoursRules: CrowdRules = {
  ...usualCrowd,
  longWait: LONG_WAIT,
  seats: new Set([seats]),
  heatFor: 60 * MINUTE,
}

export const watchStays = (): Watcher => {
  let crowd = emptyCrowd
  return (at, boxes) => {
    const before = new Map(crowd.stays.map((stay) => [stay.stayId, stay]))
    const observed = observe(crowd, { at, boxes }, camera, hoursRules)
    crowd = observed.crowd
    const boxOf = new Map(crowd.stays.map(({ stayId, box }) => [stayId, box]))
    return {
      told: observed.found.flatMap(({ stayId, since, unconfirmed }) => {
        const box = boxOf.get(stayId)
        return box ? [{ name: stayId, since, box, unconfirmed: unconfirmed === true }] : []
      }),
      ended: observed.over.flatMap((stayId) => {
        const stay = before.get(stayId)
        return stay ? [{ name: stayId, at: stay.outSince ?? stay.seenAt }] : []
      }),
      followed: crowd.stays.map(({ stayId, box, seenAt }) => ({ name: stayId, box, seenAt })),
    }
  }
}

/** As others do it: dwell belongs to the id of a track, and ends with it. */
export const watchTracks = (): Watcher => {
  let tracking = noTracks
  let since = new Map<number, { since: Instant; told: boolean; seenAt: Instant }>()
  return (at, boxes) => {
    tracking = follow(tracking, { at, boxes }, usualTracking)
    const told: Told[] = []
    const next = new Map<number, { since: Instant; told: boolean; seenAt: Instant }>()
    for (const { trackId, box, seenAt } of tracking.tracks) {
      const known = since.get(trackId)
      if (seenAt === at && !isInside(footOf(box), zoneInImage)) continue
      if (seenAt < at && !known) continue
      const from = known?.since ?? at
      const isLong = at - from >= LONG_WAIT && seenAt === at
      if (isLong && !known?.told) told.push({ name: `${trackId}`, since: from, box, unconfirmed: false })
      next.set(trackId, { since: from, told: isLong || (known?.told ?? false), seenAt })
    }
    const ended = [...since].flatMap(([trackId, { told: wasTold, seenAt }]) =>
      wasTold && !next.has(trackId) ? [{ name: `${trackId}`, at: seenAt }] : [],
    )
    since = next
    const followed = tracking.tracks.flatMap(({ trackId, box, seenAt }) =>
      next.has(trackId) ? [{ name: `${trackId}`, box, seenAt }] : [],
    )
    return { told, ended, followed }
  }
}
