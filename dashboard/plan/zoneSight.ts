/** What the cameras say of one zone: how many people, how long, in what queue; or that nobody can say. */
import type { Occupancy } from '#contracts/readings.ts'
import type { Site, SiteZone } from '#contracts/site.ts'
import { type Blindness, blindnessOf, type Readings, SIGHT_SILENCE_MS } from '../parts/cameraSight.ts'
import type { Point } from './scale.ts'

export type ZoneSight =
  /** No camera looks at it. */
  | { readonly seen: 'never' }
  /** None of its cameras sees: it may be empty or full. */
  | { readonly seen: 'notNow'; readonly why: Blindness }
  | {
      /** `partly` while one of its cameras does not see: there may be more. */
      readonly seen: 'fully' | 'partly'
      readonly people: number
      readonly longestStayMinutes: number
      readonly queue?: NonNullable<Occupancy['queue']>
      readonly places: readonly Point[]
    }

const freshOccupancy = (zoneId: string, cameraId: string, readings: Readings, now: number): Occupancy | undefined => {
  const told = readings.get(`occupancy:${zoneId}:${cameraId}`)
  return told?.reading.type === 'occupancy' && now - told.at <= SIGHT_SILENCE_MS ? told.reading : undefined
}

/** Cameras that look at the same zone see the same people: the one that sees most is right, as for crowding. */
export const zoneSight = ({ zoneId }: SiteZone, site: Site, readings: Readings, now: number): ZoneSight => {
  const cameras = site.cameras.filter(({ zones }) => zones.some((zone) => zone.zoneId === zoneId))
  if (cameras.length === 0) return { seen: 'never' }
  const looks = cameras.map(({ cameraId }) => {
    const blind = blindnessOf(cameraId, readings, now)
    return { blind, told: blind === undefined ? freshOccupancy(zoneId, cameraId, readings, now) : undefined }
  })
  const told = looks.flatMap((look) => look.told ?? [])
  if (told.length === 0) return { seen: 'notNow', why: looks.find(({ blind }) => blind)?.blind ?? 'silent' }
  const [queue] = told.flatMap((one) => one.queue ?? []).sort((a, b) => b.people - a.people)
  const [most] = [...told].sort((a, b) => b.people - a.people)
  return {
    seen: told.length < looks.length ? 'partly' : 'fully',
    people: most?.people ?? 0,
    longestStayMinutes: Math.max(...told.map(({ longestStayMinutes }) => longestStayMinutes)),
    places: most?.places ?? [],
    ...(queue && { queue }),
  }
}
