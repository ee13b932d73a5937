/** What the edge and a process of the detector say to each other, by fork's `advanced` serialization: bytes stay bytes. */
import type { Polygon } from '#contracts/places.ts'
import type { Detection } from '#edge/core/crowd/detecting.ts'

export interface DetectOptions {
  masks: readonly Polygon[]
  timeZone: string
}

export type ToDetector = { type: 'detect'; requestId: number; jpeg: Uint8Array; options: DetectOptions }

export type FromDetector =
  | { type: 'ready'; rssBytes: number }
  /** The model is not used; the process ends. */
  | { type: 'refused'; reason: string }
  | { type: 'detected'; requestId: number; detection: Detection }
  /** `frame`: the fault is the frame's, not the detector's. */
  | { type: 'failed'; requestId: number; frame: boolean; reason: string }
