/** The cameras of the hall as the server has them, read again and again, and what is being changed of each. */
import type { CameraCount } from '#contracts/cameras.ts'
import { SECOND } from '#contracts/durations.ts'
import type { PartState } from '#contracts/readings.ts'
import type { CameraSetup, PrivacyLack } from '#contracts/siteCameras.ts'
import type { Answer, Problem } from '../../live/asks.ts'
import { Draft } from './draft.svelte.ts'
import type { SentSetup } from './sketch.ts'

/** One camera, as `GET /api/cameras` tells it. */
export interface CameraNow {
  readonly cameraId: string
  readonly floorId: string
  readonly setup: CameraSetup
  readonly lacks: readonly PrivacyLack[]
  readonly state: PartState['state']
  readonly problem?: PartState['problem']
  readonly counts: Partial<Record<CameraCount, number>>
  /** In all its zones; absent while nobody is counted. */
  readonly people?: number
}

export interface CamerasParts {
  readonly read: () => Promise<Answer<{ cameras: CameraNow[] }>>
  readonly save: (cameraId: string, setup: SentSetup) => Promise<Answer<{ camera: CameraNow }>>
  /** Monotonic milliseconds. */
  readonly now: () => number
}

interface Sample {
  readonly at: number
  readonly frames: ReadonlyMap<string, number>
}

const PACE_OVER = 60 * SECOND
/** Over less than this a pace says nothing. */
const LEAST_PACE_OVER = 9 * SECOND

export class Cameras {
  /** Absent until they have been read once. */
  all = $state.raw<readonly CameraNow[]>()
  /** Why they could not be read the last time. */
  unread = $state.raw<Problem>()
  isSaving = $state(false)
  refused = $state.raw<{ readonly setup: SentSetup; readonly problem: Problem }>()
  /** The camera that was saved last, until something of it is changed again. */
  savedId = $state<string>()

  readonly #parts: CamerasParts
  readonly #drafts = new Map<string, Draft>()
  #samples = $state.raw<readonly Sample[]>([])

  constructor(parts: CamerasParts) {
    this.#parts = parts
  }

  async read(): Promise<void> {
    const answer = await this.#parts.read()
    this.unread = answer.ok ? undefined : answer.problem
    if (!answer.ok) return
    this.all = answer.body.cameras
    const at = this.#parts.now()
    const frames = new Map(this.all.map(({ cameraId, counts }) => [cameraId, counts.frames ?? 0]))
    this.#samples = [...this.#samples.filter((sample) => at - sample.at <= PACE_OVER), { at, frames }]
  }

  /** Over the last minute; nothing before it can be told. */
  framesPerMinute(cameraId: string): number | undefined {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)]
    if (!first || !last || last.at - first.at < LEAST_PACE_OVER) return undefined
    const came = (last.frames.get(cameraId) ?? 0) - (first.frames.get(cameraId) ?? 0)
    return came < 0 ? undefined : Math.round((came * PACE_OVER) / (last.at - first.at))
  }

  /** Kept while other cameras and chapters are looked at. */
  draftOf({ cameraId, setup }: CameraNow): Draft {
    const draft = this.#drafts.get(cameraId) ?? new Draft(setup)
    this.#drafts.set(cameraId, draft)
    return draft
  }

  isChanged(cameraId: string): boolean {
    return this.#drafts.get(cameraId)?.isChanged ?? false
  }

  /** The whole set-up, instead of the one before. */
  async save(cameraId: string, setup: SentSetup): Promise<void> {
    if (this.isSaving) return
    this.isSaving = true
    this.refused = undefined
    this.savedId = undefined
    const answer = await this.#parts.save(cameraId, setup)
    if (answer.ok) {
      this.#drafts.get(cameraId)?.saved(answer.body.camera.setup)
      this.savedId = cameraId
    } else this.refused = { setup, problem: answer.problem }
    await this.read()
    this.isSaving = false
  }
}
