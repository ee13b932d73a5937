/** What is being drawn on a camera's picture: the set-up as it will be saved, before it is whole. */
import type { Point, Polygon } from '#contracts/places.ts'
import type { CameraSetup, CameraZone, FloorMatch, PrivacyLack, PrivacyRecord } from '#contracts/siteCameras.ts'

/** A place that is known in the image, in pixels, on the floor, in metres, or in both. */
export interface FloorPair {
  readonly pixel?: Point
  readonly floor?: Point
}

export interface Sketch {
  /** Of the picture, in pixels. */
  readonly width: number
  readonly height: number
  readonly zones: readonly CameraZone[]
  readonly masks: readonly Polygon[]
  /** Four at most. */
  readonly pairs: readonly FloorPair[]
  readonly privacy: PrivacyRecord
}

/** Anything with corners; a queue line goes by the index of its zone. */
export interface Shape {
  readonly kind: 'zone' | 'mask' | 'queueLine'
  readonly index: number
}

export type SentSetup = Omit<CameraSetup, 'homography'>

export const FLOOR_PAIRS = 4

/** Fewer corners than this are no shape. */
export const leastCorners = ({ kind }: Pick<Shape, 'kind'>): number => (kind === 'queueLine' ? 2 : 3)

export const sketchOf = ({ width, height, zones, masks, floorMatches = [], privacy }: CameraSetup): Sketch => ({
  width,
  height,
  zones,
  masks,
  pairs: floorMatches,
  privacy,
})

const isMatch = (pair: FloorPair): pair is FloorMatch => pair.pixel !== undefined && pair.floor !== undefined

/** The four, once all are known in both. */
export const matchesOf = ({ pairs }: Sketch): FloorMatch[] | undefined => {
  const matches = pairs.filter(isMatch)
  return matches.length === FLOOR_PAIRS ? matches : undefined
}

/** Some floor points are there, but not all four in both: it cannot be saved like that. */
export const isFloorHalfDone = (sketch: Sketch): boolean => sketch.pairs.length > 0 && !matchesOf(sketch)

const said = (text: string | undefined): string | undefined => text?.trim() || undefined

/** As it is sent; empty fields of the record are left out. */
export const setupOf = (sketch: Sketch): SentSetup => {
  const { width, height, zones, masks, privacy } = sketch
  const floorMatches = matchesOf(sketch)
  const { signsPosted, ...texts } = privacy
  const written = Object.entries(texts).flatMap(([name, text]) => (said(text) ? [[name, said(text)]] : []))
  return {
    width,
    height,
    zones: [...zones],
    masks: [...masks],
    ...(floorMatches && { floorMatches }),
    privacy: { ...Object.fromEntries(written), signsPosted },
  }
}

const RECORD = ['operator', 'purpose', 'legalBasis', 'assessment', 'signsPosted'] as const

/** What would lack if it were saved now, as the hall reckons it. */
export const lacksIn = ({ privacy, zones }: Sketch): PrivacyLack[] => {
  const lacking = RECORD.filter((name) =>
    name === 'signsPosted' ? !privacy.signsPosted : said(privacy[name]) === undefined,
  )
  return [...lacking, ...(zones.length === 0 ? (['zones'] as const) : [])]
}

export const cornersOf = (sketch: Sketch, { kind, index }: Shape): readonly Point[] => {
  if (kind === 'mask') return sketch.masks[index] ?? []
  const zone = sketch.zones[index]
  return (kind === 'zone' ? zone?.outline : zone?.queueLine) ?? []
}

export const withCorners = (sketch: Sketch, { kind, index }: Shape, corners: readonly Point[]): Sketch => {
  if (kind === 'mask') return { ...sketch, masks: sketch.masks.with(index, [...corners]) }
  const zone = sketch.zones[index]
  if (!zone) return sketch
  const changed = kind === 'zone' ? { ...zone, outline: [...corners] } : { ...zone, queueLine: [...corners] }
  return { ...sketch, zones: sketch.zones.with(index, changed) }
}

/** With a zone goes its queue line. */
export const without = (sketch: Sketch, { kind, index }: Shape): Sketch => {
  if (kind === 'mask') return { ...sketch, masks: sketch.masks.toSpliced(index, 1) }
  if (kind === 'zone') return { ...sketch, zones: sketch.zones.toSpliced(index, 1) }
  const zone = sketch.zones[index]
  if (!zone) return sketch
  const { queueLine: _, ...bare } = zone
  return { ...sketch, zones: sketch.zones.with(index, bare) }
}

/** The next click on this side goes to the first pair that does not have it. */
export const withFloorPoint = (sketch: Sketch, side: 'pixel' | 'floor', point: Point): Sketch => {
  const index = sketch.pairs.findIndex((pair) => pair[side] === undefined)
  if (index >= 0) return movedFloorPoint(sketch, index, side, point)
  return sketch.pairs.length < FLOOR_PAIRS ? { ...sketch, pairs: [...sketch.pairs, { [side]: point }] } : sketch
}

export const movedFloorPoint = (sketch: Sketch, index: number, side: 'pixel' | 'floor', point: Point): Sketch => ({
  ...sketch,
  pairs: sketch.pairs.with(index, { ...sketch.pairs[index], [side]: point }),
})

/** The same drawing on pictures of another size. */
export const scaledTo = (sketch: Sketch, width: number, height: number): Sketch => {
  if (sketch.width === width && sketch.height === height) return sketch
  const move = ({ x, y }: Point): Point => ({ x: (x * width) / sketch.width, y: (y * height) / sketch.height })
  return {
    ...sketch,
    width,
    height,
    zones: sketch.zones.map((zone) => ({
      ...zone,
      outline: zone.outline.map(move),
      ...(zone.queueLine && { queueLine: zone.queueLine.map(move) }),
    })),
    masks: sketch.masks.map((mask) => mask.map(move)),
    pairs: sketch.pairs.map((pair) => ({ ...pair, ...(pair.pixel && { pixel: move(pair.pixel) }) })),
  }
}
