/** Frames two to three times as large as what is wanted: sharp unpacks these wholly, libjpeg-turbo and a mean take half as long. */
import turbo from '@julusian/jpeg-turbo'
import type { Letterbox } from '#edge/core/crowd/detecting.ts'
import type { Size } from '#edge/core/crowd/geometry.ts'

/** Memory for one frame as it was sent, used again for the next. */
export type Room = (bytes: number) => Buffer

export const createRoom = (): Room => {
  let room = Buffer.alloc(0)
  return (bytes) => {
    if (room.length < bytes) room = Buffer.allocUnsafe(bytes)
    return room.subarray(0, bytes)
  }
}

/** sharp leaves out half of the pixels while it decodes from a factor of three on, and below two nothing can be left out. */
const isHalved = ({ scaleX, scaleY }: Letterbox): boolean =>
  [scaleX, scaleY].every((scale) => scale > 1 / 3 && scale <= 1 / 2)

/** A pixel is one number, red in its lowest byte. Nothing of a frame that is flawed or unusual: sharp reads it, or says why not. */
const unpack = (jpeg: Uint8Array, { width, height }: Size, room: Room): Uint32Array | undefined => {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  try {
    const read = turbo.decompressSync(bytes, room(width * height * 4), { format: turbo.FORMAT_RGBX })
    const isWhole = read.width === width && read.height === height
    return isWhole ? new Uint32Array(read.data.buffer, read.data.byteOffset, width * height) : undefined
  } catch {
    return undefined
  }
}

/** Of each pixel wanted, the one of the frame that is left of its middle, or above it. */
const middles = (wanted: number, scale: number): Int32Array =>
  Int32Array.from({ length: wanted }, (_, at) => Math.floor((at + 0.5) / scale - 0.5))

const RED_AND_BLUE = 0xff00ff
const GREEN = 0x00ff00
/** Two in each sum of four: so their fourth is rounded. */
const HALVES = { redAndBlue: 0x020002, green: 0x000200 }

/** Each pixel is the mean of the four in its middle. Written into `rgb`, which is as wide as `input`. */
const shrink = (
  whole: Uint32Array,
  { frame, filled, left, top, scaleX, scaleY }: Letterbox,
  input: Size,
  rgb: Uint8Array,
): void => {
  const below = frame.width
  const [columns, rows] = [middles(filled.width, scaleX), middles(filled.height, scaleY)]
  for (let y = 0; y < filled.height; y++) {
    const row = (rows[y] ?? 0) * below
    let to = ((top + y) * input.width + left) * 3
    for (let x = 0; x < filled.width; x++) {
      const at = row + (columns[x] ?? 0)
      const a = whole[at] ?? 0
      const b = whole[at + 1] ?? 0
      const c = whole[at + below] ?? 0
      const d = whole[at + below + 1] ?? 0
      const redAndBlue = (a & RED_AND_BLUE) + (b & RED_AND_BLUE) + (c & RED_AND_BLUE) + (d & RED_AND_BLUE)
      const green = (a & GREEN) + (b & GREEN) + (c & GREEN) + (d & GREEN)
      rgb[to++] = (redAndBlue + HALVES.redAndBlue) >>> 2
      rgb[to++] = (green + HALVES.green) >>> 10
      rgb[to++] = (redAndBlue + HALVES.redAndBlue) >>> 18
    }
  }
}

/** [input.height, input.width, 3]: RGB, `grey` around the frame; nothing of a frame that sharp reads as fast, or alone can judge. */
export const readHalved = (
  jpeg: Uint8Array,
  { letterbox, input, grey, room }: { letterbox: Letterbox; input: Size; grey: number; room: Room },
): Uint8Array | undefined => {
  const whole = isHalved(letterbox) ? unpack(jpeg, letterbox.frame, room) : undefined
  if (!whole) return undefined
  const rgb = new Uint8Array(input.width * input.height * 3)
  if (letterbox.filled.width < input.width || letterbox.filled.height < input.height) rgb.fill(grey)
  shrink(whole, letterbox, input, rgb)
  return rgb
}
