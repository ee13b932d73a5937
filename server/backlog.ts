/** Facts on their way to the database: heard from the hall, bounded, and handed out in batches. */

import { MINUTE } from '#contracts/durations.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Hall } from '#contracts/hall.ts'
import { createPause } from './deadline.ts'

/** More than these are not held: the journal has them, and they are asked for again. */
const MOST_HELD = 5_000
const BATCH = 500

export interface Backlog {
  /**
   * The oldest facts after `stored` that wait, at most 500; resolves once there is one.
   * With none after a quiet minute, for whoever may have lost the thread, or once closed.
   */
  next(stored: number): Promise<Fact[]>
  /** Forgets what it holds, and follows anew when asked. */
  drop(): void
  close(): void
}

/** `heard` is told of each fact as it comes. */
export const createBacklog = (hall: Hall, heard: (seq: number) => void): Backlog => {
  const pause = createPause()
  let held: Fact[] = []
  let unfollow: (() => void) | undefined
  let closed = false

  const stop = () => {
    unfollow?.()
    unfollow = undefined
  }

  const follow = (stored: number) => {
    let listens = true
    const leave = hall.follow(stored, (fact) => {
      if (!listens) return
      held.push(fact)
      heard(fact.seq)
      pause.wake()
      if (held.length < MOST_HELD) return
      listens = false
      stop()
    })
    unfollow = () => {
      listens = false
      leave()
    }
    if (!listens) stop()
  }

  return {
    next: async (stored) => {
      if (held.length === 0 && !closed) {
        if (!unfollow) follow(stored)
        if (held.length === 0) await pause.rest(MINUTE)
      }
      return closed ? [] : held.splice(0, BATCH)
    },
    drop: () => {
      stop()
      held = []
    },
    close: () => {
      closed = true
      stop()
      pause.wake()
    },
  }
}
