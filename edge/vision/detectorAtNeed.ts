/** The detector: opened when a camera first needs it, closed when none does any more. */
import { MINUTE } from '#contracts/durations.ts'
import type { PartState } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'
import { type Detector, DetectorFault } from '../core/crowd/detecting.ts'
import type { Clock } from '../ports.ts'
import { createHealth } from './health.ts'
import type { Tally } from './tally.ts'

export interface DetectorAtNeed {
  /** Whether there is a camera whose frames are to be looked at. */
  want(isWanted: boolean): void
  /** Rejects with `DetectorFault` as long as it cannot be opened. */
  use(): Promise<Detector>
  /** It has answered. */
  heard(): void
  complain(reason: string): void
  /** Frames tried twice since the start. */
  retried(): number
  state(): PartState
  beat(): void
  close(): Promise<void>
}

export interface AtNeedNeeds {
  /** Rejects with a sentence for the person who runs the hall. */
  open: () => Promise<Detector>
  clock: Clock
  tally: Tally
}

/** One that could not be opened is tried again after this time, and one that nobody needs is kept as long. */
const PAUSE = MINUTE

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

export const createDetectorAtNeed = ({ open, clock, tally }: AtNeedNeeds): DetectorAtNeed => {
  const health = createHealth('detector', () => clock.now())
  let opening: Promise<Detector> | undefined
  let opened: Detector | undefined
  let refused: { reason: string; at: Instant } | undefined
  let retriedBefore = 0
  let isWanted = false
  let usedAt: Instant = clock.now()

  const begin = (): Promise<Detector> => {
    const trying = open()
    opening = trying
    trying.then(
      (detector) => {
        opened = detector
        refused = undefined
        health.heard()
      },
      (fault: unknown) => {
        opening = undefined
        refused = { reason: reasonOf(fault), at: clock.now() }
        tally.count('the detector does not start', refused.reason, { reason: refused.reason })
      },
    )
    return trying
  }

  const use = async (): Promise<Detector> => {
    usedAt = clock.now()
    if (!opening && refused && usedAt - refused.at < PAUSE) throw new DetectorFault(refused.reason)
    try {
      return await (opening ?? begin())
    } catch (fault) {
      throw new DetectorFault(reasonOf(fault), { cause: fault })
    }
  }

  const close = async (): Promise<void> => {
    const last = opening
    retriedBefore += opened?.retried() ?? 0
    opening = undefined
    opened = undefined
    await last?.then(
      (detector) => detector.close(),
      () => {},
    )
  }

  return {
    want: (wanted) => {
      isWanted = wanted
      if (isWanted) use().catch(() => {})
    },
    use,
    heard: health.heard,
    complain: health.complain,
    retried: () => retriedBefore + (opened?.retried() ?? 0),
    state: () => {
      if (refused && !opened) return { type: 'part', partId: 'detector', state: 'attention', detail: refused.reason }
      if (opening) return health.state()
      return { type: 'part', partId: 'detector', state: 'fine', detail: 'not running, for no camera needs it' }
    },
    beat: () => {
      if (isWanted && !opening) use().catch(() => {})
      if (!isWanted && opened && clock.now() - usedAt > PAUSE)
        close().catch((fault) => health.complain(reasonOf(fault)))
    },
    close,
  }
}
