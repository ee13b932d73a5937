/** Masks are drawn on the site's size; a frame of another size is looked at again with masks that fit it. */
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { DetectOptions } from '../core/crowd/detecting.ts'
import type { Size } from '../core/crowd/geometry.ts'
import { isSameSize, scaledPolygon } from '../core/crowd/scaling.ts'

/** Looks at a frame once, or twice when its size is not that of the frame before. */
export type Masked = <T extends Size>(look: (options: DetectOptions) => Promise<T>) => Promise<T>

/** `timeZone` is where the camera's clock runs. */
export const createMasked = (camera: SiteCamera, timeZone: string): Masked => {
  let size: Size = { width: camera.width, height: camera.height }
  let changes = 0

  const options = (): DetectOptions => ({
    // After a change of size nothing may be compared with what was seen through masks that did not fit.
    cameraId: changes % 2 === 0 ? camera.cameraId : `${camera.cameraId}~`,
    masks: camera.masks.map((mask) => scaledPolygon(mask, camera, size)),
    timeZone,
  })

  return async (look) => {
    const seen = await look(options())
    if (isSameSize(seen, size)) return seen
    size = { width: seen.width, height: seen.height }
    if (camera.masks.length === 0) return seen
    changes += 1
    return look(options())
  }
}
