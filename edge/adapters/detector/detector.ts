/** The detector: processes that find people in frames, each replaced when it ends. */
import { SECOND } from '#contracts/durations.ts'
import { type Detector, DetectorFault } from '#edge/core/crowd/detecting.ts'
import type { Log } from '#edge/ports.ts'
import { ownModels } from '#models/allowed.ts'
import type { ChildDetector } from './childDetector.ts'
import { openPlace, type Place } from './place.ts'
import type { Answer } from './questions.ts'
import { createSuccessors } from './successors.ts'

/** So long a frame whose process ended waits for another. */
const WITHIN = 10 * SECOND

export interface DetectorSettings {
  /** Path of the manifest; the model lies beside it. */
  manifestFile: string
  /** sha256 of the models that may be used here; those that come with the hall when left out. */
  allowed?: readonly string[]
  /** One CPU core each. */
  processes: number
  log: Log
}

const openPlaces = async (
  { allowed = ownModels, ...settings }: DetectorSettings,
  ready: () => void,
): Promise<Place[]> => {
  const opening = Array.from({ length: settings.processes }, () => openPlace({ ...settings, allowed, ready }))
  const outcomes = await Promise.allSettled(opening)
  const places = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (!failed) return places
  await Promise.all(places.map((place) => place.close()))
  throw failed.reason
}

/** The one that owes least; of several such the one that had this camera's last frame, for it can compare. */
const choose = (
  places: readonly Place[],
  last: Place | undefined,
): { place: Place; child: ChildDetector } | undefined =>
  places
    .flatMap((place) => (place.child ? [{ place, child: place.child }] : []))
    .sort((a, b) => a.child.pending() - b.child.pending() || Number(b.place === last) - Number(a.place === last))[0]

/**
 * Resolves when every process has loaded the model; rejects with `ModelFault` when the model is not what its manifest
 * says, or not allowed. Nothing bounds the queue: whoever sends keeps one frame a camera underway.
 */
export const openDetector = async (settings: DetectorSettings): Promise<Detector> => {
  const successors = createSuccessors(WITHIN)
  const places = await openPlaces(settings, successors.arrived)
  const lastOf = new Map<string, Place>()
  const model = places[0]?.child?.model
  if (!model) throw new DetectorFault('the detector needs at least one process')
  let retried = 0

  const ask = async <T>(cameraId: string, question: (child: ChildDetector) => Answer<T>): Answer<T> => {
    const chosen = choose(places, lastOf.get(cameraId))
    if (!chosen) throw new DetectorFault('no process of the detector is running')
    lastOf.set(cameraId, chosen.place)
    return question(chosen.child)
  }

  const askTwice = async <T>(cameraId: string, question: (child: ChildDetector) => Answer<T>): Promise<T> => {
    const first = await ask(cameraId, question)
    if (first !== undefined) return first
    if (!places.some(({ child }) => child)) await successors.next()
    retried += 1
    const second = await ask(cameraId, question)
    if (second !== undefined) return second
    throw new DetectorFault('two processes of the detector ended, one after the other, over this frame')
  }

  return {
    model,
    detect: (jpeg, options) => askTwice(options.cameraId, (child) => child.detect(jpeg, options)),
    look: (jpeg, options) => askTwice(options.cameraId, (child) => child.look(jpeg, options)),
    retried: () => retried,
    close: async () => {
      successors.close()
      await Promise.all(places.map((place) => place.close()))
    },
  }
}
