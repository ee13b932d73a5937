/** Cutting a stream into JPEGs, however it comes in pieces. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createJpegCutter } from '#edge/adapters/rtsp/jpegs.ts'

const picture = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer()

const inPieces = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))

describe('a stream of JPEGs', () => {
  it.each([1, 2, 7, 100, 100_000])(
    'is cut into the same pictures when it comes in pieces of %i bytes',
    async (size) => {
      const pictures = await Promise.all(['#ff0000', '#00ff00', '#808080'].map(picture))
      const cut = createJpegCutter()
      const frames = inPieces(Buffer.concat(pictures), size).flatMap(cut)
      expect(frames.map((frame) => frame.equals(pictures[frames.indexOf(frame)] ?? Buffer.of()))).toEqual([
        true,
        true,
        true,
      ])
    },
  )

  it('begins anywhere: half a picture before the first is left out', async () => {
    const [half, whole] = [await picture('#123456'), await picture('#654321')]
    const cut = createJpegCutter()
    expect(cut(Buffer.concat([half.subarray(30), whole]))).toEqual([whole])
  })

  it('that never ends a picture is given up, and the next whole one is found', async () => {
    const whole = await picture('#654321')
    const cut = createJpegCutter()
    expect(cut(Buffer.alloc(5 * 1024 * 1024, 1))).toEqual([])
    expect(cut(whole)).toEqual([whole])
  })
})
