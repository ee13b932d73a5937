/** Whether a camera sees what it should, from what it has last said of itself. Silence is never sight. */
import type { CameraProblem } from '#contracts/cameras.ts'
import type { Site } from '#contracts/site.ts'
import type { HallScreen } from '../live/hallScreen.svelte.ts'

/** Why a camera sees nothing that could be believed. */
export type Blindness = CameraProblem | 'noRecord' | 'silent'

export type Readings = Pick<HallScreen['readings'], 'get'>

/** What has not been said again for so long is not known any more. */
export const SIGHT_SILENCE_MS = 30_000

/** Nothing while it sees. */
export const blindnessOf = (cameraId: string, readings: Readings, now: number): Blindness | undefined => {
  const told = readings.get(`part:camera:${cameraId}`)
  if (told?.reading.type !== 'part' || now - told.at > SIGHT_SILENCE_MS) return 'silent'
  return told.reading.problem ?? (told.reading.state === 'unknown' ? 'silent' : undefined)
}

/** The zones a camera looks at, in the order of its set-up. */
export const zonesBefore = (site: Site, cameraId: string): Site['zones'] => {
  const camera = site.cameras.find((one) => one.cameraId === cameraId)
  return (camera?.zones ?? []).flatMap(({ zoneId }) => site.zones.find((zone) => zone.zoneId === zoneId) ?? [])
}
