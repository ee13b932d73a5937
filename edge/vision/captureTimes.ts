/** Whether a frame's time can be believed: a camera's clock may be wrong, but it does not run ahead of ours by jumps. */
import type { Instant } from '#contracts/time.ts'

export interface CaptureTimes {
  /** True for a time far ahead of what has passed here since the last frame, until a second one in a row goes on from it. */
  isFarAhead(at: Instant, arrivedAt: Instant): boolean
  /** The frame counts. */
  believe(at: Instant, arrivedAt: Instant): void
}

interface Moment {
  at: Instant
  arrivedAt: Instant
}

/** `tolerance` is how much farther (ms) than our own clock a camera's may move from frame to frame. */
export const createCaptureTimes = (tolerance: number): CaptureTimes => {
  let last: Moment | undefined
  let doubted: Moment | undefined

  const goesOnFrom = (before: Moment, { at, arrivedAt }: Moment): boolean =>
    at - before.at <= arrivedAt - before.arrivedAt + tolerance

  return {
    isFarAhead: (at, arrivedAt) => {
      const moment = { at, arrivedAt }
      if (!last || goesOnFrom(last, moment)) return false
      const before = doubted
      doubted = moment
      return !(before && at > before.at && goesOnFrom(before, moment))
    },
    believe: (at, arrivedAt) => {
      last = { at, arrivedAt }
      doubted = undefined
    },
  }
}
