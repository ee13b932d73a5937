/** A place for one process of the detector: when it ends, another takes its place. */
import type { Log } from '#edge/ports.ts'
import { type ChildDetector, type ModelChoice, startChildDetector } from './childDetector.ts'

const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

export interface Place {
  /** Undefined between two lives. */
  child: ChildDetector | undefined
  close(): Promise<void>
}

export interface PlaceNeeds extends ModelChoice {
  log: Log
  /** A process is ready, the first one or another. */
  ready(): void
}

/** Keeps one process alive: after a death it waits, each time twice as long until one is ready again. */
export const openPlace = async ({ log, ready, ...choice }: PlaceNeeds): Promise<Place> => {
  let timer: NodeJS.Timeout | undefined
  let starting: Promise<void> | undefined
  let pause = FIRST_PAUSE
  let closed = false

  const start = async (): Promise<void> => {
    const child = await startChildDetector(choice)
    if (closed) return child.stop()
    place.child = child
    pause = FIRST_PAUSE
    log.info({ pid: child.pid, rssBytes: child.rssBytes }, 'detector ready')
    child.ended.then((how) => {
      place.child = undefined
      if (!closed) again({ pid: child.pid, how })
    })
    ready()
  }

  const again = (facts: object): void => {
    log.warn({ ...facts, pause }, 'detector ended, starts again')
    timer = setTimeout(() => {
      starting = start().catch((fault) => {
        if (!closed) again({ reason: fault.message })
      })
    }, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const place: Place = {
    child: undefined,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await place.child?.stop()
      await starting
    },
  }
  await start()
  return place
}
