/** A look at the fixed header of every MQTT frame before the broker gathers it, so that nobody fills its memory. */
import type { Duplex } from 'node:stream'

const KIB = 1024
/** Before the broker has accepted the CONNECT: it, and whatever a hasty client sends behind it. */
const STRANGER_FRAME_BYTES = 64 * KIB
/** After: a JPEG of a camera fits. */
const CLIENT_FRAME_BYTES = 2 * KIB * KIB
const CONNECT = 0x10
const LENGTH_BYTES = 4

export class GuardFault extends Error {
  override readonly name = 'GuardFault'
}

/**
 * Reads the frames of one connection as they arrive in pieces and answers what is wrong with them, if anything.
 * `isClient` tells whether the broker has accepted the CONNECT by now.
 */
export const createFrameCheck = (isClient: () => boolean) => {
  let first = true
  let inHeader = false
  let lengthBytes = 0
  let frameBytes = 0
  let bytesToSkip = 0

  const begin = (typeAndFlags: number): string | undefined => {
    if (first && typeAndFlags !== CONNECT) return 'the first packet is not a CONNECT'
    first = false
    inHeader = true
    lengthBytes = 0
    frameBytes = 0
    return undefined
  }

  /** MQTT 3.1.1, 2.2.3: seven bits a byte, lowest first, the eighth says that more follow. */
  const readLength = (byte: number): string | undefined => {
    frameBytes += (byte & 0x7f) * 128 ** lengthBytes
    lengthBytes += 1
    const most = isClient() ? CLIENT_FRAME_BYTES : STRANGER_FRAME_BYTES
    if (frameBytes > most) return `a frame of ${frameBytes} bytes or more; ${most} are allowed`
    if (byte < 0x80) {
      inHeader = false
      bytesToSkip = frameBytes
    } else if (lengthBytes === LENGTH_BYTES) return 'a frame length of more than four bytes'
    return undefined
  }

  return (chunk: Uint8Array): string | undefined => {
    let at = 0
    while (at < chunk.length) {
      const skipped = Math.min(bytesToSkip, chunk.length - at)
      bytesToSkip -= skipped
      at += skipped
      const byte = chunk[at]
      if (byte === undefined) return undefined
      const wrong = inHeader ? readLength(byte) : begin(byte)
      if (wrong !== undefined) return wrong
      at += 1
    }
    return undefined
  }
}

/**
 * Cuts the connection at the first wrong frame. Call it after the broker has taken the stream: the broker reads, and a
 * `data` listener beside its `readable` one only sees what it reads.
 */
export const guard = (stream: Duplex, isClient: () => boolean): void => {
  const wrongWith = createFrameCheck(isClient)
  stream.on('data', (chunk: Uint8Array) => {
    const wrong = wrongWith(chunk)
    if (wrong !== undefined) stream.destroy(new GuardFault(wrong))
  })
}
