/** Paints figures, their shadows and the noise of the sensor onto a frame. */
import { createDice } from '../random.ts'
import { FOCAL, FRAME, type Spot, toPixel } from './lens.ts'
import type { Attitude, Sheet } from './sprites.ts'

export interface Canvas {
  /** Row by row, three bytes a pixel: red, green, blue. */
  pixels: Uint8ClampedArray
  /** The figure that covers each pixel, by the number it was painted with; 0 is the hall. */
  owners: Uint8Array
  /** How many pixels each figure still covers, by its number. */
  shown: Int32Array
}

export const createCanvas = (background: Uint8Array): Canvas => ({
  pixels: new Uint8ClampedArray(background),
  owners: new Uint8Array(FRAME.width * FRAME.height),
  shown: new Int32Array(256),
})

/** Pixels of the frame; may reach beyond its edges. */
export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

export interface Figure extends Attitude {
  spot: Spot
  /** How bright it is lit, about 1. */
  brightness: number
}

/** Perspective is that of the figure's middle, this high above the floor. */
const MIDDLE = 0.8

export const placeOf = (
  { sprite, mirrored, spot }: Figure,
  { pixelsPerMetre }: Sheet,
): Rectangle & { zoom: number } => {
  const foot = toPixel(spot)
  const zoom = FOCAL / toPixel(spot, MIDDLE).depth / pixelsPerMetre
  const footX = mirrored ? sprite.width - sprite.footX : sprite.footX
  return {
    left: foot.x - footX * zoom,
    top: foot.y - sprite.footY * zoom,
    width: sprite.width * zoom,
    height: sprite.height * zoom,
    zoom,
  }
}

/** A soft dark patch where the figure touches the floor. */
export const paintShadow = ({ pixels }: Canvas, spot: Spot): void => {
  const { x, y, depth } = toPixel(spot)
  const [radiusX, radiusY] = [(0.45 * FOCAL) / depth, (0.2 * FOCAL) / depth]
  const area = { left: x - radiusX, top: y - radiusY, width: 2 * radiusX, height: 2 * radiusY }
  forEachPixel(area, (i, column, row) => {
    const reach = ((column - x) / radiusX) ** 2 + ((row - y) / radiusY) ** 2
    if (reach >= 1) return
    const light = 1 - 0.4 * (1 - reach) ** 2
    for (let channel = i * 3; channel < i * 3 + 3; channel++) pixels[channel] = (pixels[channel] ?? 0) * light
  })
}

/** Takes each pixel from between four pixels of the sprite. `owner` is 1 to 255. */
export const paintFigure = (canvas: Canvas, sheet: Sheet, figure: Figure, owner: number): void => {
  const { sprite, mirrored, brightness } = figure
  const { zoom, ...area } = placeOf(figure, sheet)
  const sample = [0, 0, 0, 0]
  forEachPixel(area, (i, column, row) => {
    const across = (column - area.left) / zoom
    const x = sprite.left + (mirrored ? sprite.width - across : across) - 0.5
    sampleInto(sample, sheet, x, sprite.top + (row - area.top) / zoom - 0.5)
    const [red = 0, green = 0, blue = 0, alpha = 0] = sample
    if (alpha < 1) return
    const behind = 1 - alpha / 255
    canvas.pixels[i * 3] = (canvas.pixels[i * 3] ?? 0) * behind + red * brightness
    canvas.pixels[i * 3 + 1] = (canvas.pixels[i * 3 + 1] ?? 0) * behind + green * brightness
    canvas.pixels[i * 3 + 2] = (canvas.pixels[i * 3 + 2] ?? 0) * behind + blue * brightness
    if (alpha > 127) own(canvas, i, owner)
  })
}

const own = ({ owners, shown }: Canvas, i: number, owner: number): void => {
  const before = owners[i] ?? 0
  shown[before] = (shown[before] ?? 0) - 1
  shown[owner] = (shown[owner] ?? 0) + 1
  owners[i] = owner
}

/** `deed` gets the number of the pixel and its middle. */
const forEachPixel = (area: Rectangle, deed: (i: number, column: number, row: number) => void): void => {
  const [right, bottom] = [
    Math.min(FRAME.width, area.left + area.width),
    Math.min(FRAME.height, area.top + area.height),
  ]
  for (let y = Math.max(0, Math.floor(area.top)); y < bottom; y++)
    for (let x = Math.max(0, Math.floor(area.left)); x < right; x++) deed(y * FRAME.width + x, x + 0.5, y + 0.5)
}

const sampleInto = (sample: number[], { pixels, width }: Sheet, x: number, y: number): void => {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [u, v] = [x - left, y - top]
  const upper = (top * width + left) * 4
  const lower = upper + width * 4
  for (let channel = 0; channel < 4; channel++) {
    const above = (pixels[upper + channel] ?? 0) * (1 - u) + (pixels[upper + 4 + channel] ?? 0) * u
    const below = (pixels[lower + channel] ?? 0) * (1 - u) + (pixels[lower + 4 + channel] ?? 0) * u
    sample[channel] = above * (1 - v) + below * v
  }
}

/** A power of two, so that reading can go round. */
const NOISE_LENGTH = 2 ** 20

/** Made once: what the sensor adds to a byte, `deviation` in steps of 256. */
export const createNoise = (deviation: number): Int8Array => {
  const dice = createDice(1)
  return Int8Array.from({ length: NOISE_LENGTH }, () => Math.round(dice.normal(0, deviation)))
}

/** Another `start` is another frame's noise. */
export const addNoise = ({ pixels }: Canvas, noise: Int8Array, start: number): void => {
  for (let i = 0; i < pixels.length; i++) pixels[i] = (pixels[i] ?? 0) + (noise[(i + start) & (NOISE_LENGTH - 1)] ?? 0)
}
