/** Whether a frame's time can be believed: a camera's clock may be wrong, but it does not run ahead of ours by jumps. */
import type { Instant } from '#contracts/time.ts'

export interface CaptureTimes {
  /** False for a time far ahead of what has passed here since the last frame, until a second frame in a row goes on from it. */
  accepts(at: Instant, arrivedAt: Instant): boolean
}

interface Moment {
  at: Instant
  arrivedAt: Instant
}

/** `tolerance` is how much farther (ms) than our own clock a camera's may move from frame to frame. */
export const createCaptureTimes = (tolerance: number): CaptureTimes => {
  let last: Moment | undefined
  let doubted: Moment | undefined

  const goesOnFrom = (before: Moment | undefined, { at, arrivedAt }: Moment): boolean =>
    before === undefined || at - before.at <= arrivedAt - before.arrivedAt + tolerance

  return {
    accepts: (at, arrivedAt) => {
      const moment = { at, arrivedAt }
      const isBelieved =
        goesOnFrom(last, moment) || (doubted !== undefined && at > doubted.at && goesOnFrom(doubted, moment))
      if (isBelieved) last = moment
      doubted = isBelieved ? undefined : moment
      return isBelieved
    },
  }
}
