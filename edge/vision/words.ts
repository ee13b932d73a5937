/** What cameras that count by themselves say, in their several languages, as boxes in pixels. */
import type { Box } from '#contracts/boxes.ts'
import { CameraDetections } from '#contracts/cameras.ts'
import { type OnvifAppearance, type OnvifFrame, OnvifScene, type OnvifTransformation } from '#contracts/onvif.ts'
import type { Point } from '#contracts/places.ts'
import type { Instant } from '#contracts/time.ts'
import type { Size } from '../core/crowd/geometry.ts'

/** Everybody in one frame. */
export interface Words extends Size {
  /** When the frame was taken, if that is said. */
  at?: Instant
  boxes: Box[]
}

export const textOf = (payload: Uint8Array): string => new TextDecoder().decode(payload)

/** Undefined for what is no JSON. */
export const jsonOf = (payload: Uint8Array): unknown => {
  try {
    return JSON.parse(textOf(payload))
  } catch {
    return undefined
  }
}

/** One or more frames, our own way or as ONVIF Profile M; undefined for anything else. `size` is that of the site's frames. */
export const wordsOf = (payload: Uint8Array, size: Size): Words[] | undefined => {
  const json = jsonOf(payload)
  const ours = CameraDetections.safeParse(json)
  if (ours.success) return [ownWords(ours.data)]
  const onvif = OnvifScene.safeParse(json)
  return onvif.success ? onvif.data.map((frame) => onvifWords(frame, size)) : undefined
}

const ownWords = ({ at, width, height, boxes }: CameraDetections): Words => ({
  ...(at !== undefined && { at }),
  width,
  height,
  boxes: boxes.map(([x1, y1, x2, y2, score]) => ({ x1, y1, x2, y2, score })),
})

const onvifWords = ({ UtcTime, Transformation, Object: objects }: OnvifFrame, { width, height }: Size): Words => ({
  at: UtcTime,
  width,
  height,
  boxes: objects.flatMap(({ Appearance }) => {
    const box = Appearance && boxOf(Appearance, Transformation, { width, height })
    return box && box.x2 > box.x1 && box.y2 > box.y1 ? [box] : []
  }),
})

/** Undefined for what is no person. */
const boxOf = (appearance: OnvifAppearance, ofFrame: OnvifTransformation | undefined, size: Size): Box | undefined => {
  const score = humanity(appearance)
  const outline = appearance.Shape?.BoundingBox
  if (score === undefined || !outline) return undefined
  const pixel = (point: Point): Point => {
    const { x, y } = moved(moved(point, appearance.Transformation), ofFrame)
    return { x: ((x + 1) / 2) * size.width, y: ((1 - y) / 2) * size.height }
  }
  const a = pixel({ x: outline.left, y: outline.top })
  const b = pixel({ x: outline.right, y: outline.bottom })
  const [x1, x2] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [y1, y2] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  return { x1, y1, x2, y2, score }
}

const humanity = ({ Class }: OnvifAppearance): number | undefined => {
  const people = [...(Class?.Type ?? []), ...(Class?.ClassCandidate ?? [])].filter(({ text }) =>
    /^(human|person)$/i.test(text),
  )
  return people.length === 0 ? undefined : Math.max(...people.map(({ Likelihood }) => Likelihood))
}

const moved = ({ x, y }: Point, { Scale, Translate }: OnvifTransformation = {}): Point => ({
  x: x * (Scale?.x ?? 1) + (Translate?.x ?? 0),
  y: y * (Scale?.y ?? 1) + (Translate?.y ?? 0),
})
