/** One JPEG of a camera, as pixels for the detector and the time it was taken. */
import exif from 'exif-reader'
import sharp from 'sharp'
import type { Instant } from '#contracts/time.ts'
import { FrameFault, type Letterbox, letterboxOf } from '#edge/core/crowd/detecting.ts'
import type { Size } from '#edge/core/crowd/geometry.ts'

/** 3840 × 2160: a larger picture is refused before it is unpacked. */
const MOST_PIXELS = 8_294_400

export interface Frame {
  /** [input.height, input.width, 3], the frame in the upper left corner. */
  rgb: Uint8Array
  letterbox: Letterbox
  at?: Instant
}

export interface FrameOptions {
  /** What the detector wants, in pixels. */
  input: Size
  /** 0..255, around the frame. */
  grey: number
  /** IANA name; used when the frame names a time without its offset. */
  timeZone: string
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** What the zone's clock shows at `at`, read as if it were UTC. */
const shownIn = (timeZone: string, at: Instant): number => {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const
  const parts = new Intl.DateTimeFormat('en-CA', options).formatToParts(at)
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** `wall` is the camera's clock read as if it were UTC, whole seconds. An hour that a clock shows twice is taken as the first. */
const instantOf = (wall: number, timeZone: string): Instant => {
  const HALF_DAY = 12 * 3_600_000
  const offsets = [wall - HALF_DAY, wall + HALF_DAY].map((at) => shownIn(timeZone, at) - at)
  const candidates = offsets.map((offset) => wall - offset)
  return candidates.find((at) => shownIn(timeZone, at) === wall) ?? wall - (offsets[0] ?? 0)
}

/** `+08:00` in milliseconds. */
const offsetOf = (text: unknown): number | undefined => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(String(text)) ?? []
  if (sign === undefined) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** DateTimeOriginal with its fraction and offset; undefined when there is none or it cannot be read. */
const takenAt = (block: Buffer, timeZone: string): Instant | undefined => {
  try {
    const { DateTimeOriginal, SubSecTimeOriginal, OffsetTimeOriginal } = exif(block).Photo ?? {}
    const wall = DateTimeOriginal?.getTime()
    if (wall === undefined || !(wall > 0)) return undefined
    const offset = offsetOf(OffsetTimeOriginal)
    const seconds = offset === undefined ? instantOf(wall, timeZone) : wall - offset
    const fraction = Number(`0.${/^\d+/.exec(String(SubSecTimeOriginal))?.[0] ?? 0}`)
    return seconds + Math.floor(fraction * 1000)
  } catch {
    return undefined
  }
}

/** Turned as its pixels lie: an orientation tag is not followed. Rejects with `FrameFault`. */
export const readFrame = async (jpeg: Uint8Array, { input, grey, timeZone }: FrameOptions): Promise<Frame> => {
  if (!isJpeg(jpeg)) throw new FrameFault('notJpeg', `the frame is not a JPEG (${jpeg.length} bytes)`)
  try {
    const image = sharp(jpeg, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { width, height, exif: block } = await image.metadata()
    const letterbox = letterboxOf({ width, height }, input)
    const { filled } = letterbox
    const rgb = await image
      .toColourspace('srgb')
      .resize({ ...filled, fit: 'fill', kernel: 'linear' })
      .extend({
        right: input.width - filled.width,
        bottom: input.height - filled.height,
        background: { r: grey, g: grey, b: grey },
      })
      .raw()
      .toBuffer()
    const at = block && takenAt(block, timeZone)
    return { rgb, letterbox, ...(at !== undefined && { at }) }
  } catch (cause) {
    throw new FrameFault('unreadable', `the frame cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
}
