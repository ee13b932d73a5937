/** Single JPEGs out of a stream of them, one behind the other, in whatever pieces they arrive. */

/** No frame of a camera is larger; beyond it the stream is not what it should be, and is looked into anew. */
const MOST_BYTES = 4 * 1024 * 1024

const START = Buffer.from([0xff, 0xd8])
/** In a JPEG's own data 0xff is never followed by it (ISO/IEC 10918-1, B.1.1.5). */
const END = Buffer.from([0xff, 0xd9])

/** Feed it pieces; it answers the frames that are whole by then. */
export const createJpegCutter = (): ((piece: Buffer) => Buffer[]) => {
  let rest: Buffer = Buffer.alloc(0)

  return (piece) => {
    const frames: Buffer[] = []
    let lookFrom = Math.max(0, rest.length - 1)
    rest = Buffer.concat([rest, piece])
    for (;;) {
      const end = rest.indexOf(END, lookFrom)
      if (end < 0) break
      const start = rest.indexOf(START)
      if (start >= 0 && start < end) frames.push(rest.subarray(start, end + END.length))
      rest = rest.subarray(end + END.length)
      lookFrom = 0
    }
    if (rest.length > MOST_BYTES) rest = Buffer.alloc(0)
    return frames
  }
}
