/** Frames of one camera that wait for the detector: in order, few, and never for long. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'

export interface ArrivedFrame {
  jpeg: Uint8Array
  arrivedAt: Instant
}

export interface FrameQueue {
  push(frame: ArrivedFrame): void
  /** The next frame; those that have waited too long are dropped first, but never the newest. */
  take(): ArrivedFrame | undefined
  clear(): void
}

/** No frame is held longer than this, unless it is the newest. */
const LONGEST_WAIT = 2 * SECOND
const MOST = 32

export const createFrameQueue = ({ now, dropped }: { now: () => Instant; dropped: () => void }): FrameQueue => {
  let waiting: ArrivedFrame[] = []

  const dropWhile = (tooMany: (oldest: ArrivedFrame) => boolean): void => {
    for (let [oldest] = waiting; oldest && waiting.length > 1 && tooMany(oldest); [oldest] = waiting) {
      waiting.shift()
      dropped()
    }
  }

  return {
    push: (frame) => {
      waiting.push(frame)
      dropWhile(() => waiting.length > MOST)
    },
    take: () => {
      dropWhile(({ arrivedAt }) => now() - arrivedAt > LONGEST_WAIT)
      return waiting.shift()
    },
    clear: () => {
      waiting = []
    },
  }
}
