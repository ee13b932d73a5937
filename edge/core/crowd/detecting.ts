/** From a frame to boxes around people: the detector's port, the letterbox, and what is blackened before. */
import type { Polygon } from '#contracts/places.ts'
import type { Instant } from '#contracts/time.ts'
import { type Box, overlapOf, type Size } from './geometry.ts'
import type { Sight } from './sight.ts'

export interface Detection {
  /** When the camera took the frame, if the frame says so. */
  at?: Instant
  /** Of the frame, in pixels. */
  width: number
  height: number
  /** Best first, faint ones included. */
  boxes: Box[]
  /** 0 when the network was spared, for nothing had moved. */
  inferenceMs: number
  gated: boolean
  sight: Sight
}

export type FrameFlaw = 'notJpeg' | 'tooLarge' | 'unreadable'

/** The frame cannot be read: the camera's fault, and of this frame alone. */
export class FrameFault extends Error {
  override readonly name = 'FrameFault'
  readonly flaw: FrameFlaw

  constructor(flaw: FrameFlaw, message: string, options?: ErrorOptions) {
    super(message, options)
    this.flaw = flaw
  }
}

/** A process of the detector failed: this frame has no answer, a later one may have. */
export class DetectorFault extends Error {
  override readonly name = 'DetectorFault'
}

export interface DetectOptions {
  /** Frames of one camera are compared with each other. */
  cameraId: string
  /** Polygons in pixels of the frame, blackened before anything looks at it. */
  masks: readonly Polygon[]
  /** IANA; where the camera's clock runs, for frames that name a time without its offset. */
  timeZone: string
}

/** A frame for a manager's eyes, with what was found in it. */
export interface LookedAt extends Detection {
  /** The frame with its masks black. */
  jpeg: Uint8Array
  /** Model input pixels for one pixel of the frame. */
  scale: number
}

/** From which score on a box begins a track, and from which it continues one. */
export interface ScoreLimits {
  start: number
  keep: number
}

export interface Detector {
  /** Of the model that is loaded. */
  readonly model: { name: string; scores: ScoreLimits }
  /**
   * People in one JPEG. Rejects with `FrameFault` for a frame that cannot be read, with `DetectorFault` when the
   * detector itself failed.
   */
  detect(jpeg: Uint8Array, options: DetectOptions): Promise<Detection>
  /** The same, never gated, with the frame itself. */
  look(jpeg: Uint8Array, options: DetectOptions): Promise<LookedAt>
  /** Frames that were tried once more after the process that had them ended, since the start. */
  retried(): number
  close(): Promise<void>
}

export type Place = 'topLeft' | 'middle' | 'stretch'

/** The frame in the network's input; unless it is stretched, the scales differ by less than a pixel's rounding. */
export interface Letterbox {
  frame: Size
  /** What the frame fills of the input. */
  filled: Size
  /** Input pixels to the left of the frame and above it. */
  left: number
  top: number
  /** Input pixels per frame pixel. */
  scaleX: number
  scaleY: number
}

/** As large as the input allows, in the shape of the frame unless it is stretched. */
export const letterboxOf = (frame: Size, input: Size, place: Place = 'topLeft'): Letterbox => {
  const scale = Math.min(input.width / frame.width, input.height / frame.height)
  const side = (length: number, most: number) =>
    place === 'stretch' ? most : Math.max(1, Math.min(most, Math.round(length * scale)))
  const filled = { width: side(frame.width, input.width), height: side(frame.height, input.height) }
  const before = (rest: number) => (place === 'middle' ? Math.floor(rest / 2) : 0)
  return {
    frame,
    filled,
    left: before(input.width - filled.width),
    top: before(input.height - filled.height),
    scaleX: filled.width / frame.width,
    scaleY: filled.height / frame.height,
  }
}

/** Where the line `y` enters and leaves the polygon, from left to right. */
const crossingsOf = (polygon: Polygon, y: number): number[] => {
  const crossings = polygon.flatMap((corner, at) => {
    const previous = polygon.at(at - 1) ?? corner
    if (corner.y > y === previous.y > y) return []
    return [corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)]
  })
  return crossings.sort((a, b) => a - b)
}

/**
 * Blackens polygons in place, a pixel at the edge included. `rgb` is the network's input, [height, width, 3];
 * the polygons are in pixels of the frame.
 */
export const blacken = (rgb: Uint8Array, input: Size, masks: readonly Polygon[], letterbox: Letterbox): void => {
  const { left, top, scaleX, scaleY } = letterbox
  for (const mask of masks) {
    const polygon = mask.map(({ x, y }) => ({ x: left + x * scaleX, y: top + y * scaleY }))
    for (let row = 0; row < input.height; row++) {
      const crossings = crossingsOf(polygon, row + 0.5)
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const from = Math.max(0, Math.floor(crossings[pair] ?? 0))
        const until = Math.min(input.width, Math.ceil(crossings[pair + 1] ?? 0))
        if (from < until) rgb.fill(0, (row * input.width + from) * 3, (row * input.width + until) * 3)
      }
    }
  }
}

/** Best first; of boxes that overlap by more than `most` the better stays. */
export const withoutDoubles = (boxes: readonly Box[], most: number): Box[] => {
  const kept: Box[] = []
  for (const box of boxes.toSorted((a, b) => b.score - a.score))
    if (kept.every((better) => overlapOf(better, box) <= most)) kept.push(box)
  return kept
}
