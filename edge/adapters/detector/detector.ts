/** The detector: processes that find people in frames, each replaced when it ends. */
import { type Detector, DetectorFault } from '#edge/core/crowd/detecting.ts'
import type { Log } from '#edge/ports.ts'
import { type ChildDetector, startChildDetector } from './childDetector.ts'

const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

export interface DetectorSettings {
  /** Path of the manifest; the model lies beside it. */
  manifestFile: string
  /** One CPU core each. */
  processes: number
  log: Log
}

interface Place {
  child: ChildDetector | undefined
  close(): Promise<void>
}

/** Keeps one process alive: after a death it waits, each time twice as long until one is ready again. */
const openPlace = async ({ manifestFile, log }: DetectorSettings): Promise<Place> => {
  let timer: NodeJS.Timeout | undefined
  let starting: Promise<void> | undefined
  let pause = FIRST_PAUSE
  let closed = false

  const start = async (): Promise<void> => {
    const child = await startChildDetector(manifestFile)
    if (closed) return child.stop()
    place.child = child
    pause = FIRST_PAUSE
    log.info({ pid: child.pid, rssBytes: child.rssBytes }, 'detector ready')
    child.ended.then((how) => {
      place.child = undefined
      if (!closed) again({ pid: child.pid, how })
    })
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

/**
 * Resolves when every process has loaded the model; rejects with `ModelFault` when the model is not what its manifest says.
 * A frame goes to the process that owes least. Nothing bounds the queue: whoever sends keeps one frame a camera underway.
 */
export const openDetector = async (settings: DetectorSettings): Promise<Detector> => {
  const outcomes = await Promise.allSettled(Array.from({ length: settings.processes }, () => openPlace(settings)))
  const places = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const close = async () => {
    await Promise.all(places.map((place) => place.close()))
  }
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) {
    await close()
    throw failed.reason
  }
  return {
    detect: async (jpeg, options) => {
      const living = places.flatMap(({ child }) => child ?? []).sort((a, b) => a.pending() - b.pending())
      const [idlest] = living
      if (!idlest) throw new DetectorFault('no process of the detector is running')
      return idlest.detect(jpeg, options)
    },
    close,
  }
}
