/** One JPEG of a camera, as pixels for the detector and the time it was taken. */
import sharp, { type Sharp } from 'sharp'
import type { Instant } from '#contracts/time.ts'
import { FrameFault, type Letterbox, letterboxOf, type Place } from '#edge/core/crowd/detecting.ts'
import type { Size } from '#edge/core/crowd/geometry.ts'
import { createRoom, type Room, readHalved } from './frames/halving.ts'
import { MOST_PIXELS, readHeader } from './frames/jpegHeader.ts'
import { takenAt } from './frames/takenAt.ts'

export interface Frame {
  /** [input.height, input.width, 3]: RGB. */
  rgb: Uint8Array
  letterbox: Letterbox
  at?: Instant
}

export interface FrameOptions {
  /** What the detector wants, in pixels. */
  input: Size
  place?: Place
  /** 0..255, around the frame. */
  grey: number
  /** IANA name; used when the frame names a time without its offset. */
  timeZone: string
  /** Kept from frame to frame it spares memory. */
  room?: Room
}

const unreadable = (cause: unknown): FrameFault => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new FrameFault('unreadable', `the frame cannot be read: ${reason}`, { cause })
}

const unpack = (jpeg: Uint8Array) => sharp(jpeg, { limitInputPixels: MOST_PIXELS, failOn: 'error' })

const extended = (image: Sharp, { filled, left, top }: Letterbox, input: Size, grey: number): Sharp => {
  const right = input.width - filled.width - left
  const bottom = input.height - filled.height - top
  if (left + top + right + bottom === 0) return image
  return image.extend({ left, top, right, bottom, background: { r: grey, g: grey, b: grey } })
}

const readBySharp = async (
  jpeg: Uint8Array,
  letterbox: Letterbox,
  { input, grey }: Pick<FrameOptions, 'input' | 'grey'>,
): Promise<Uint8Array> => {
  // The resizing comes first: so the decoder itself leaves out what is not needed.
  const image = unpack(jpeg)
    .resize({ ...letterbox.filled, fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
  const rgb = await extended(image, letterbox, input, grey)
    .raw()
    .toBuffer()
    .catch((cause) => {
      throw unreadable(cause)
    })
  if (rgb.length !== input.width * input.height * 3) throw unreadable('its colours are not three')
  return rgb
}

/** Turned as its pixels lie: an orientation tag is not followed. Rejects with `FrameFault`. */
export const readFrame = async (
  jpeg: Uint8Array,
  { input, place = 'topLeft', grey, timeZone, room = createRoom() }: FrameOptions,
): Promise<Frame> => {
  const { width, height, exif } = readHeader(jpeg)
  const letterbox = letterboxOf({ width, height }, input, place)
  const halved = readHalved(jpeg, { letterbox, input, grey, room })
  const rgb = halved ?? (await readBySharp(jpeg, letterbox, { input, grey }))
  const at = exif && takenAt(exif, timeZone)
  return { rgb, letterbox, ...(at !== undefined && { at }) }
}

/** The whole frame: RGB, row by row. Rejects with `FrameFault`. */
export const readWhole = async (jpeg: Uint8Array): Promise<{ rgb: Buffer; size: Size }> => {
  const { width, height } = readHeader(jpeg)
  try {
    return { rgb: await unpack(jpeg).toColourspace('srgb').raw().toBuffer(), size: { width, height } }
  } catch (cause) {
    throw unreadable(cause)
  }
}

const LOOK_QUALITY = 80

/** Writes pixels as JPEG, with nothing of what the camera wrote beside them. */
export const writeFrame = (rgb: Uint8Array, size: Size): Promise<Buffer> =>
  sharp(rgb, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: LOOK_QUALITY })
    .toBuffer()
