/** Spares the network frames in which nothing has moved; what it remembers for that, it forgets after two seconds. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Box, Size } from '#edge/core/crowd/geometry.ts'
import type { Samples } from './samples.ts'

/** Who sits still is confirmed anew after this time at the latest. */
const LONGEST = 2 * SECOND
/** Samples of a block, across and down: 16 × 16 pixels of the input. */
const BLOCK = 4
/** Mean difference in brightness, 0..255, above which a block has changed: noise stays below half of it. */
const CHANGED = 6

export interface SeenFrame {
  samples: Samples
  frame: Size
  at?: Instant
}

interface Kept extends SeenFrame {
  boxes: Box[]
  /** By the monotonic clock. */
  keptAt: number
  forgetting: NodeJS.Timeout
}

export interface MotionGate {
  /** The boxes of the last frame that went through the network, when nothing has moved since. */
  unmoved(cameraId: string, seen: SeenFrame): Box[] | undefined
  keep(cameraId: string, seen: SeenFrame, boxes: Box[]): void
  /** Of how many cameras something is kept. */
  size(): number
}

/** Whether any block differs: a hand is lost in the mean of a whole frame, but not in that of a block. */
export const hasMoved = (before: Samples, after: Samples): boolean => {
  const { columns, rows } = after
  if (before.columns !== columns || before.rows !== rows) return true
  for (let top = 0; top < rows; top += BLOCK)
    for (let left = 0; left < columns; left += BLOCK) {
      let [sum, count] = [0, 0]
      for (let row = top; row < Math.min(rows, top + BLOCK); row++)
        for (let at = row * columns + left; at < row * columns + Math.min(columns, left + BLOCK); at++) {
          sum += Math.abs((before.grey[at] ?? 0) - (after.grey[at] ?? 0))
          count += 1
        }
      if (sum > CHANGED * count) return true
    }
  return false
}

/** Without capture times on both only the monotonic clock counts. */
const isFresh = (kept: Kept, { at }: SeenFrame, now: number): boolean => {
  if (now - kept.keptAt >= LONGEST) return false
  if (at === undefined || kept.at === undefined) return true
  return at >= kept.at && at - kept.at < LONGEST
}

/** `now` is a monotonic clock. */
export const createMotionGate = ({ now }: { now: () => number }): MotionGate => {
  const byCamera = new Map<string, Kept>()
  return {
    unmoved: (cameraId, seen) => {
      const kept = byCamera.get(cameraId)
      if (!kept || !isFresh(kept, seen, now())) return undefined
      if (kept.frame.width !== seen.frame.width || kept.frame.height !== seen.frame.height) return undefined
      return hasMoved(kept.samples, seen.samples) ? undefined : kept.boxes
    },
    keep: (cameraId, seen, boxes) => {
      clearTimeout(byCamera.get(cameraId)?.forgetting)
      const forgetting = setTimeout(() => byCamera.delete(cameraId), LONGEST).unref()
      byCamera.set(cameraId, { ...seen, boxes, keptAt: now(), forgetting })
    },
    size: () => byCamera.size,
  }
}
