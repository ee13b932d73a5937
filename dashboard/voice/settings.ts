/** How a queue screen is told to speak, in its address, and where it is heard, in the site. */

/**
 * `?voice=zone` lets it say the calls of its zone's floor, `&volume=` from 0 to 100 how loud. Silent unless told: of all
 * the screens on a floor one has the loudspeakers. Gives the volume as 0..1.
 */
export const voiceIn = (search: URLSearchParams): number | undefined => {
  if (search.get('voice') !== 'zone') return undefined
  const volume = Number(search.get('volume') ?? 100)
  return Number.isFinite(volume) ? Math.min(1, Math.max(0, volume / 100)) : 1
}

interface Places {
  readonly floors: readonly { readonly floorId: string }[]
  readonly zones: readonly {
    readonly zoneId: string
    readonly floorId: string
    readonly heardApart?: boolean | undefined
  }[]
}

/**
 * Screens with the same area take turns, as they can be heard together: those of one floor, except where the site says
 * that a zone has loudspeakers which the rest of its floor does not hear. A screen without a zone is heard on the only
 * floor, or, where there are several, in the whole hall: nothing.
 */
export const hearingAreaOf = ({ floors, zones }: Places, zoneId: string | null): string => {
  const zone = zones.find((one) => one.zoneId === zoneId)
  if (zone?.heardApart) return `zone ${zone.zoneId}`
  const floorId = zone?.floorId ?? (floors.length === 1 ? floors[0]?.floorId : undefined)
  return floorId === undefined ? '' : `floor ${floorId}`
}
