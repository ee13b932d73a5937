/** The figures of the atlas, ready to be painted. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import atlas from '../people/atlas.json' with { type: 'json' }
import type { Person } from './persons.ts'

export interface Sprite {
  look?: number
  stance: string
  phase: number
  yaw: number
  left: number
  top: number
  width: number
  height: number
  /** From the sprite's own upper left corner. */
  footX: number
  footY: number
  /** How many of its pixels hide what is behind them. */
  opaque: number
}

export interface Sheet {
  /** Red, green, blue, each already multiplied by alpha, and alpha; 4 bytes a pixel. */
  pixels: Uint8Array
  width: number
  sprites: Sprite[]
  pixelsPerMetre: number
}

export interface Attitude {
  sprite: Sprite
  mirrored: boolean
}

export const openSheet = async (): Promise<Sheet> => {
  const file = await readFile(new URL('../people/atlas.png', import.meta.url))
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = data.map((value, i) => (i % 4 === 3 ? value : Math.round((value * (data[i | 3] ?? 0)) / 255)))
  const sprites = atlas.sprites.map((sprite) => ({ ...sprite, opaque: countOpaque(pixels, info.width, sprite) }))
  return { pixels, width: info.width, sprites, pixelsPerMetre: atlas.pixelsPerMetre }
}

const countOpaque = (pixels: Uint8Array, sheetWidth: number, { left, top, width, height }: Omit<Sprite, 'opaque'>) => {
  let opaque = 0
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++) if ((pixels[(y * sheetWidth + x) * 4 + 3] ?? 0) > 127) opaque++
  return opaque
}

export const chairOf = ({ sprites }: Sheet): Attitude => {
  const sprite = sprites.find(({ stance }) => stance === 'chair')
  if (!sprite) throw new RangeError('the atlas has no chair')
  return { sprite, mirrored: false }
}

/** The sprite that looks most like this person as seen from the camera. */
export const attitudeOf = ({ sprites }: Sheet, person: Person): Attitude => {
  const yaw = person.yaw + Math.atan2(person.x, person.z)
  const attitudes = sprites
    .filter(({ look, stance }) => look === person.look && stance === person.stance)
    .flatMap((sprite) => [
      { sprite, mirrored: false },
      { sprite, mirrored: true },
    ])
    .map((attitude) => ({ ...attitude, unlike: unlikeness(attitude, yaw, person.phase) }))
    .sort((a, b) => a.unlike - b.unlike)
  const [best] = attitudes
  if (!best) throw new RangeError(`the atlas has no look ${person.look} for stance ${person.stance}`)
  return best
}

/** A mirrored step is the step of the other leg, half a stride later: steps count modulo half a stride. */
const unlikeness = ({ sprite, mirrored }: Attitude, yaw: number, phase: number): number =>
  apart(mirrored ? -sprite.yaw : sprite.yaw, yaw, 2 * Math.PI) + 0.2 * apart(sprite.phase, phase, Math.PI)

/** Distance of two angles that repeat after `period`. */
const apart = (a: number, b: number, period: number): number => {
  const turn = (((a - b) % period) + period) % period
  return Math.min(turn, period - turn)
}
