/** A picture made of arithmetic: figures of people before a wall, for comparing two runs of the model byte for byte. */

export interface TestCard {
  width: number
  height: number
  /** RGB, row by row. */
  rgb: Uint8Array
}

type Colour = [number, number, number]

interface Part {
  /** Centre and half axes of an ellipse, in body heights from the feet upwards. */
  x: number
  y: number
  rx: number
  ry: number
  colour: 'skin' | 'hair' | 'top' | 'legs' | 'shoes'
}

const BODY: Part[] = [
  { x: -0.06, y: 0.22, rx: 0.055, ry: 0.24, colour: 'legs' },
  { x: 0.06, y: 0.22, rx: 0.055, ry: 0.24, colour: 'legs' },
  { x: -0.07, y: 0.015, rx: 0.06, ry: 0.025, colour: 'shoes' },
  { x: 0.07, y: 0.015, rx: 0.06, ry: 0.025, colour: 'shoes' },
  { x: -0.145, y: 0.6, rx: 0.035, ry: 0.18, colour: 'top' },
  { x: 0.145, y: 0.6, rx: 0.035, ry: 0.18, colour: 'top' },
  { x: 0, y: 0.63, rx: 0.13, ry: 0.2, colour: 'top' },
  { x: -0.15, y: 0.42, rx: 0.025, ry: 0.035, colour: 'skin' },
  { x: 0.15, y: 0.42, rx: 0.025, ry: 0.035, colour: 'skin' },
  { x: 0, y: 0.83, rx: 0.03, ry: 0.05, colour: 'skin' },
  { x: 0, y: 0.935, rx: 0.06, ry: 0.07, colour: 'hair' },
  { x: 0, y: 0.91, rx: 0.05, ry: 0.06, colour: 'skin' },
]

const FIGURES = [
  { x: 110, feet: 262, tall: 200, top: [150, 40, 44] as Colour },
  { x: 250, feet: 240, tall: 150, top: [40, 70, 130] as Colour },
  { x: 350, feet: 200, tall: 96, top: [210, 205, 190] as Colour },
  { x: 440, feet: 275, tall: 230, top: [60, 110, 70] as Colour },
]

const COLOURS: Record<Exclude<Part['colour'], 'top'>, Colour> = {
  skin: [205, 155, 125],
  hair: [36, 28, 24],
  legs: [44, 50, 78],
  shoes: [26, 26, 28],
}

const wallAndFloor = (x: number, y: number, height: number): Colour => {
  if (y > height * 0.55) return (Math.floor(x / 40) + Math.floor(y / 20)) % 2 ? [168, 160, 148] : [152, 145, 134]
  return [196 - x * 0.05, 200 - y * 0.2, 204 - x * 0.03]
}

/** The colour of the front-most figure at a pixel, lit from the upper left. */
const figureAt = (x: number, y: number): Colour | undefined => {
  for (const { x: left, feet, tall, top } of FIGURES)
    for (const part of BODY.toReversed()) {
      const u = ((x - left) / tall - part.x) / part.rx
      const v = ((feet - y) / tall - part.y) / part.ry
      if (u * u + v * v > 1) continue
      const light = 0.85 + 0.15 * (v - u)
      const [r, g, b] = part.colour === 'top' ? top : COLOURS[part.colour]
      return [r * light, g * light, b * light]
    }
  return undefined
}

export const drawTestCard = ({ width, height }: { width: number; height: number }): TestCard => {
  const rgb = new Uint8Array(width * height * 3)
  let grain = 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      grain = (Math.imul(grain, 1103515245) + 12345) >>> 0
      const colour = figureAt(x, y) ?? wallAndFloor(x, y, height)
      const at = (y * width + x) * 3
      for (const [channel, level] of colour.entries())
        rgb[at + channel] = Math.max(0, Math.min(255, Math.round(level + ((grain >>> 16) % 13) - 6)))
    }
  return { width, height, rgb }
}
