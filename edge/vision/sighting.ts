/** How a camera is: what was last heard of it, how well it sees, and when somebody has to be told. */
import type { CameraProblem } from '#contracts/cameras.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { CameraId } from '#contracts/ids.ts'
import type { ReportCamera } from '#contracts/machineCommands.ts'
import type { PartState } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'
import { nothingSeen, type Sight, watchSight } from '../core/crowd/sight.ts'

export interface Sighting {
  /** Something has come from it, whatever it is. */
  alive(): void
  /** What came was good. */
  praise(): void
  complain(detail: string): void
  /** It says so itself, or its last will does. */
  say(isOnline: boolean): void
  /** Measures one more frame. */
  see(sight: Sight): void
  problem(): CameraProblem | undefined
  /** Not even a suspicion that something keeps it from seeing. */
  seesWell(): boolean
  state(): PartState
  /** Tells the hall of a problem that lasts, and that it is over. */
  beat(): void
  /** The camera is no longer used. */
  close(): void
}

export interface SightingNeeds {
  cameraId: CameraId
  now: () => Instant
  report(command: ReportCamera): void
  /** An alert of this camera is open from before. */
  isTold: boolean
}

/** Longer silence is unknown, never fine; at the start a camera has more time. */
const SILENT_AFTER = 10 * SECOND
const FIRST_WITHIN = MINUTE
/** A problem is told when it has lasted so long, and again this often, for the hall forgets its alerts at midnight. */
const TOLD_AFTER = 30 * SECOND
const AGAIN_AFTER = MINUTE

const sentences: Record<CameraProblem, string> = {
  blind: 'it sees next to nothing: too dark or too bright',
  covered: 'something is in front of it',
  frozen: 'it sends the same picture again and again',
  moved: 'it looks somewhere else than before',
  offline: 'it says that it is offline',
}

export const createSighting = ({ cameraId, now, report, isTold }: SightingNeeds): Sighting => {
  const part = { type: 'part' as const, partId: `camera:${cameraId}` }
  const began = now()
  let aliveAt: Instant | undefined
  let complaint: string | undefined
  let saysOffline = false
  let watch = nothingSeen
  let since: Instant | undefined
  let toldAt = isTold ? began : undefined

  const isSilent = (): boolean => now() - (aliveAt ?? began) > (aliveAt === undefined ? FIRST_WITHIN : SILENT_AFTER)
  const problem = () => (saysOffline || isSilent() ? 'offline' : watch.problem)
  const well = (): void => {
    since = undefined
    if (toldAt === undefined) return
    toldAt = undefined
    report({ type: 'reportCamera', cameraId, since: now() })
  }

  return {
    alive: () => {
      aliveAt = now()
      saysOffline = false
    },
    praise: () => {
      complaint = undefined
    },
    complain: (detail) => {
      complaint = detail
    },
    say: (isOnline) => {
      saysOffline = !isOnline
    },
    see: (sight) => {
      watch = watchSight(watch, sight, now())
    },
    problem,
    seesWell: () => problem() === undefined && watch.suspected === undefined,
    state: () => {
      const trouble = problem()
      const shown = { ...part, ...(trouble && { problem: trouble }) }
      if (isSilent() && !saysOffline) return { ...shown, state: 'unknown', detail: silence(aliveAt, complaint) }
      const detail = trouble ? sentences[trouble] : complaint
      if (detail !== undefined) return { ...shown, state: 'attention', detail }
      return aliveAt === undefined
        ? { ...part, state: 'unknown', detail: 'nothing heard yet' }
        : { ...part, state: 'fine' }
    },
    beat: () => {
      const trouble = problem()
      if (trouble === undefined) return aliveAt === undefined ? undefined : well()
      since ??= now()
      const isDue = toldAt === undefined ? now() - since >= TOLD_AFTER : now() - toldAt >= AGAIN_AFTER
      if (!isDue) return
      toldAt = now()
      report({ type: 'reportCamera', cameraId, problem: trouble, since })
    },
    close: well,
  }
}

const silence = (aliveAt: Instant | undefined, complaint: string | undefined): string => {
  if (aliveAt === undefined) return 'nothing heard yet'
  const last = complaint === undefined ? '' : `; the last was: ${complaint}`
  return `nothing heard for more than ${SILENT_AFTER / SECOND} s${last}`
}
