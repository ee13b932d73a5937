/** What the first bytes of a JPEG say of it: size and EXIF block, read without unpacking anything. */
import { FrameFault } from '#edge/core/crowd/detecting.ts'
import type { Size } from '#edge/core/crowd/geometry.ts'

/** 3840 × 2160: a larger picture is refused before it is unpacked. */
export const MOST_PIXELS = 8_294_400

export interface JpegHeader extends Size {
  /** Begins with `Exif` and two zeros. */
  exif?: Buffer
}

const [START, START_OF_SCAN, END, EXIF] = [0xd8, 0xda, 0xd9, 0xe1]
/** C4, C8 and CC lie among the frame markers and are none. */
const isFrameMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** The segments before the picture itself: marker and content (ISO/IEC 10918-1, B.1.1). Ends where the bytes do. */
function* segmentsOf(bytes: Buffer): Generator<{ marker: number; content: Buffer }> {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === START_OF_SCAN || marker === END) return
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return
    yield { marker, content: bytes.subarray(at + 4, at + 2 + length) }
    at += 2 + length
  }
}

/** Throws `FrameFault` when it is no JPEG, larger than MOST_PIXELS, or has no size. */
export const readHeader = (jpeg: Uint8Array): JpegHeader => {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (bytes[0] !== 0xff || bytes[1] !== START || bytes[2] !== 0xff)
    throw new FrameFault('notJpeg', `the frame is not a JPEG (${bytes.length} bytes)`)
  let exif: Buffer | undefined
  for (const { marker, content } of segmentsOf(bytes)) {
    if (marker === EXIF && content.toString('latin1', 0, 4) === 'Exif') exif ??= content
    if (!isFrameMarker(marker) || content.length < 6) continue
    const [height, width] = [content.readUInt16BE(1), content.readUInt16BE(3)]
    if (width * height > MOST_PIXELS)
      throw new FrameFault('tooLarge', `the frame is larger than ${MOST_PIXELS} pixels: ${width} × ${height}`)
    if (width * height === 0) break
    return { width, height, ...(exif && { exif }) }
  }
  throw new FrameFault('unreadable', 'the frame cannot be read: it says no size')
}
