/** The fixed-header check: what it lets pass, whatever the pieces, and what it cuts. */
import { describe, expect, it } from 'vitest'
import { createFrameCheck } from '#edge/adapters/broker/guard.ts'

const CONNECT = [0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 15, 0, 0]
const PINGREQ = [0xc0, 0]
const publishHeader = (...length: number[]) => [0x30, ...length]

/** What is said of a stream that arrives in pieces; nothing is read after the first complaint. */
const complaint = (bytes: number[], pieceBytes: number, isClient = true): string | undefined => {
  const wrongWith = createFrameCheck(() => isClient)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const wrong = wrongWith(Uint8Array.from(bytes.slice(at, at + pieceBytes)))
    if (wrong !== undefined) return wrong
  }
  return undefined
}

describe('reading frames', () => {
  it.each([1, 2, 3, 7, 1000])('passes good ones in pieces of %i bytes', (pieceBytes) => {
    const publish = [0x30, 0xc8, 0x01, ...new Array<number>(200).fill(0xff)]
    expect(complaint([...CONNECT, ...publish, ...PINGREQ, ...publish], pieceBytes)).toBeUndefined()
  })

  it('cuts a first packet that is not a CONNECT', () => {
    expect(complaint(PINGREQ, 1)).toBe('the first packet is not a CONNECT')
    expect(
      complaint(
        [...'GET / HTTP/1.1'].map((letter) => letter.charCodeAt(0)),
        100,
      ),
    ).toBeDefined()
  })

  it('cuts a CONNECT of more than 64 KiB at its header', () => {
    expect(complaint([0x10, 0x80, 0x80, 0x04], 1, false)).toBeUndefined()
    expect(complaint([0x10, 0x81, 0x80, 0x04], 4, false)).toBe('a frame of 65537 bytes or more; 65536 are allowed')
  })

  it('cuts a frame of more than 2 MiB from a client, and only that', () => {
    expect(complaint([...CONNECT, ...publishHeader(0x80, 0x80, 0x80, 0x01)], 5)).toBeUndefined()
    expect(complaint([...CONNECT, ...publishHeader(0x81, 0x80, 0x80, 0x01)], 500)).toBeDefined()
  })

  it('cuts a length that never ends', () => {
    expect(complaint([...CONNECT, ...publishHeader(0x80, 0x80, 0x80, 0x80)], 500)).toBe(
      'a frame length of more than four bytes',
    )
  })
})
