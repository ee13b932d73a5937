/** What has become of frames and messages, camera by camera: each ends in exactly one count beside `frames`. */
import type { CameraCount } from '#contracts/cameras.ts'
import type { CameraId } from '#contracts/ids.ts'
import type { CameraWork, Reading } from '#contracts/readings.ts'

export type Count = (what: CameraCount) => void

export interface Counting {
  /** Without a camera: for those that are not in the site. */
  of(cameraId?: CameraId): Count
  /** How many frames were tried twice, by all cameras together. */
  retried(sum: number): void
  /** Tells what has changed since it was last told. */
  beat(): void
}

export const createCounting = (pass: (reading: Reading) => void): Counting => {
  const works = new Map<CameraId | undefined, CameraWork['counts']>()
  const changed = new Set<CameraId | undefined>()

  const set = (cameraId: CameraId | undefined, what: CameraCount, next: (before: number) => number): void => {
    const counts = works.get(cameraId) ?? {}
    const before = counts[what] ?? 0
    const after = next(before)
    if (after === before) return
    works.set(cameraId, { ...counts, [what]: after })
    changed.add(cameraId)
  }

  return {
    of: (cameraId) => (what) => set(cameraId, what, (before) => before + 1),
    retried: (sum) => set(undefined, 'retried', () => sum),
    beat: () => {
      for (const cameraId of changed)
        pass({ type: 'cameraWork', ...(cameraId && { cameraId }), counts: works.get(cameraId) ?? {} })
      changed.clear()
    },
  }
}
