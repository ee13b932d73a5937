/** Command: draws every figure of the simulated hall into `atlas.png` and says in `atlas.json` which lies where. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { bodyOf, chair, FIGURE_HEIGHT } from './bodies.ts'
import { createLook } from './looks.ts'
import type { Pose } from './poses.ts'
import { drawFigure, type Picture } from './rendering.ts'

/** Seeds of the looks, chosen by eye for different clothes and build. */
const LOOKS = [4, 2, 5, 8, 1, 11]
const PIXELS_PER_METRE = 150
/** Camera of the hall, rad below the horizon. */
const PITCH = 0.36
const SHEET_WIDTH = 1800
const GAP = 2
/** Colours are kept to every fourth of 256 steps: half the file, and the noise of the sensor hides it. */
const COLOUR_STEP = 4

const AWAY = Math.PI
const SIDEWAYS = Math.PI / 2

/** What each look is drawn as; the mirror picture serves for the other side. */
const ATTITUDES: (Pose & { yaw: number })[] = [
  { stance: 'stand', phase: 0.4, yaw: 0.3 },
  { stance: 'stand', phase: 1.4, yaw: AWAY - 0.25 },
  { stance: 'walk', phase: 0.3, yaw: SIDEWAYS },
  { stance: 'walk', phase: 1.6, yaw: SIDEWAYS },
  { stance: 'walk', phase: 2.9, yaw: SIDEWAYS },
  { stance: 'walk', phase: 1.2, yaw: 0.2 },
  { stance: 'walk', phase: 1.2, yaw: AWAY - 0.2 },
  { stance: 'sit', phase: 0.5, yaw: 0.3 },
  { stance: 'sit', phase: -0.8, yaw: 0.15 },
]

interface Sprite extends Picture {
  /** Place in the list of looks; an empty chair has none. */
  look?: number
  stance: Pose['stance'] | 'chair'
  phase: number
  yaw: number
}

const drawAll = (): Sprite[] => [
  ...LOOKS.flatMap((seed, look) => ATTITUDES.map((attitude) => drawLook(seed, look, attitude))),
  drawChair(),
]

const drawLook = (seed: number, index: number, { yaw, ...pose }: Pose & { yaw: number }): Sprite => {
  const look = createLook(seed)
  const figure = bodyOf(look, pose)
  const picture = drawFigure({
    body: pose.stance === 'sit' ? [...figure, ...chair()] : figure,
    look,
    scale: look.height / FIGURE_HEIGHT,
    yaw,
    pitch: PITCH,
    pixelsPerMetre: PIXELS_PER_METRE,
  })
  return { look: index, ...pose, yaw, ...trimmed(picture) }
}

const drawChair = (): Sprite => {
  const shot = { body: chair(), look: createLook(0), scale: 1, yaw: 0, pitch: PITCH, pixelsPerMetre: PIXELS_PER_METRE }
  return { stance: 'chair', phase: 0, yaw: 0, ...trimmed(drawFigure(shot)) }
}

/** Cut to the pixels that show something, so that the edge of the picture is the edge of the person. */
const trimmed = ({ pixels, width, height, footX, footY }: Picture): Picture => {
  const shown = Array.from({ length: width * height }, (_, i) => i).filter((i) => (pixels[i * 4 + 3] ?? 0) > 60)
  const columns = shown.map((i) => i % width)
  const rows = shown.map((i) => Math.floor(i / width))
  const [left, top] = [columns.reduce((a, b) => Math.min(a, b)), rows.reduce((a, b) => Math.min(a, b))]
  const right = columns.reduce((a, b) => Math.max(a, b)) + 1
  const bottom = rows.reduce((a, b) => Math.max(a, b)) + 1
  const cut = new Uint8Array((right - left) * (bottom - top) * 4)
  for (let y = top; y < bottom; y++)
    cut.set(pixels.subarray((y * width + left) * 4, (y * width + right) * 4), (y - top) * (right - left) * 4)
  return { pixels: cut, width: right - left, height: bottom - top, footX: footX - left, footY: footY - top }
}

interface Placed {
  sprite: Sprite
  left: number
  top: number
}

/** Shelves of sprites, the tallest first, with clear pixels around each. */
const packed = (sprites: Sprite[]): { placed: Placed[]; height: number } => {
  const placed: Placed[] = []
  let [left, top, shelf] = [GAP, GAP, 0]
  for (const sprite of sprites.toSorted((a, b) => b.height - a.height)) {
    if (left + sprite.width + GAP > SHEET_WIDTH) [left, top, shelf] = [GAP, top + shelf + GAP, 0]
    placed.push({ sprite, left, top })
    left += sprite.width + GAP
    shelf = Math.max(shelf, sprite.height)
  }
  return { placed, height: top + shelf + GAP }
}

const coarse = ({ pixels, width, height }: Sprite) => ({
  input: Buffer.from(pixels.map((value, i) => (i % 4 === 3 ? value : value - (value % COLOUR_STEP)))),
  raw: { width, height, channels: 4 as const },
})

const writeAtlas = async () => {
  const { placed, height } = packed(drawAll())
  const sheet = { width: SHEET_WIDTH, height, channels: 4 as const, background: '#0000' }
  await sharp({ create: sheet })
    .composite(placed.map(({ sprite, left, top }) => ({ ...coarse(sprite), left, top })))
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toFile(beside('atlas.png'))
  const sprites = placed.map(({ sprite: { pixels: _, ...sprite }, left, top }) => ({ left, top, ...sprite }))
  await writeFile(
    beside('atlas.json'),
    `${JSON.stringify({ pixelsPerMetre: PIXELS_PER_METRE, pitch: PITCH, sprites }, null, 2)}\n`,
  )
}

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeAtlas()
