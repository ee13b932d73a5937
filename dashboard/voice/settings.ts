/** How a queue screen is told to speak, in its address. */

/**
 * `?voice=zone` lets it say the calls of its zone's floor, `&volume=` from 0 to 100 how loud. Silent unless told: of all
 * the screens on a floor one has the loudspeakers. Gives the volume as 0..1.
 */
export const voiceIn = (search: URLSearchParams): number | undefined => {
  if (search.get('voice') !== 'zone') return undefined
  const volume = Number(search.get('volume') ?? 100)
  return Number.isFinite(volume) ? Math.min(1, Math.max(0, volume / 100)) : 1
}
