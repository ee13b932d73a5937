/** What the edge and a process of the detector say to each other, by fork's `advanced` serialization: bytes stay bytes. */
import type { Detection, DetectOptions, Detector, FrameFlaw, LookedAt } from '#edge/core/crowd/detecting.ts'

export type ToDetector = { type: 'detect' | 'look'; requestId: number; jpeg: Uint8Array; options: DetectOptions }

export type FromDetector =
  | { type: 'ready'; rssBytes: number; model: Detector['model'] }
  /** The model is not used; the process ends. */
  | { type: 'refused'; reason: string }
  | { type: 'detected'; requestId: number; detection: Detection }
  | { type: 'looked'; requestId: number; look: LookedAt }
  /** With a flaw the fault is the frame's, otherwise the detector's. */
  | { type: 'failed'; requestId: number; flaw?: FrameFlaw; reason: string }
