/** Frames as cameras send them: whole, broken, too large, with and without a time. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createRoom, readHalved } from '#edge/adapters/frames/halving.ts'
import { readFrame } from '#edge/adapters/frames.ts'
import { FrameFault } from '#edge/core/crowd/detecting.ts'
import { createDice } from '#simulators/random.ts'

const options = { input: { width: 512, height: 288 }, grey: 114, timeZone: 'Asia/Shanghai' }

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 20, b: 30 } } })

const side = (width: number, height: number, r: number, g: number, b: number) =>
  sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer()

/** A frame of four colours: every corner and both axes can be told. */
const pictured = async (width: number, height: number): Promise<Buffer> => {
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)]
  return plain(width, height)
    .composite([
      { input: await side(w, h, 20, 180, 60), left: width - w, top: 0 },
      { input: await side(w, h, 40, 60, 220), left: 0, top: height - h },
      { input: await side(w, h, 230, 230, 40), left: width - w, top: height - h },
    ])
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** By how much each of the three colours of a pixel differs, 0..255. */
const difference = (
  one: Uint8Array,
  oneWidth: number,
  other: Uint8Array,
  otherWidth: number,
  { x, y }: { x: number; y: number },
): number[] =>
  [0, 1, 2].map((colour) =>
    Math.abs((one[(y * oneWidth + x) * 3 + colour] ?? 0) - (other[(y * otherWidth + x) * 3 + colour] ?? 0)),
  )

const taken = (fields: Record<string, string>): Promise<Buffer> =>
  plain(64, 36).jpeg().withExif({ IFD2: fields }).toBuffer()

const timeOf = async (fields: Record<string, string>, timeZone = options.timeZone): Promise<number | undefined> =>
  (await readFrame(await taken(fields), { ...options, timeZone })).at

describe('reading a frame', () => {
  it('gives RGB of the size asked for, the frame in the upper left corner and grey around it', async () => {
    const { rgb, letterbox } = await readFrame(await plain(640, 480).jpeg().toBuffer(), options)
    expect(rgb).toHaveLength(512 * 288 * 3)
    expect(letterbox.frame).toEqual({ width: 640, height: 480 })
    const [red = 0, green = 0, blue = 0] = rgb
    expect(Math.abs(red - 200) + Math.abs(green - 20) + Math.abs(blue - 30)).toBeLessThan(12)
    expect([...rgb.subarray(511 * 3, 512 * 3)]).toEqual([114, 114, 114])
  })

  it.each([
    [512, 288],
    [1280, 720],
  ])('makes three channels of a greyscale frame of %i × %i', async (width, height) => {
    const { rgb } = await readFrame(await plain(width, height).greyscale().jpeg().toBuffer(), options)
    expect(rgb).toHaveLength(512 * 288 * 3)
    expect(new Set(rgb.subarray(0, 3)).size).toBe(1)
  })

  it('sees the same in a frame of two to three times the size as sharp does, letterboxed or not', async () => {
    for (const [width, height] of [
      [1024, 576],
      [1280, 720],
      [1535, 863],
      [1200, 720],
    ] as const) {
      const jpeg = await pictured(width, height)
      const { rgb, letterbox } = await readFrame(jpeg, options)
      const { input, grey } = options
      expect(readHalved(jpeg, { letterbox, input, grey, room: createRoom() })).toEqual(rgb)
      const right = letterbox.filled.width - 1
      const expected = await sharp(jpeg)
        .resize({ ...letterbox.filled, fit: 'fill', kernel: 'linear' })
        .raw()
        .toBuffer()
      for (const [x, y] of [
        [0, 0],
        [right, 0],
        [0, 287],
        [right, 287],
        [60, 200],
        [right - 100, 40],
      ] as const)
        expect(Math.max(...difference(rgb, 512, expected, right + 1, { x, y }))).toBeLessThan(12)
      if (right < 511) expect([...rgb.subarray(511 * 3, 512 * 3)]).toEqual([114, 114, 114])
    }
  })

  it('leaves to sharp what libjpeg-turbo does not make three colours of', async () => {
    const printed = await plain(1280, 720).toColourspace('cmyk').jpeg().toBuffer()
    const { rgb } = await readFrame(printed, options)
    expect(rgb[0]).toBeGreaterThan((rgb[1] ?? 0) + 60)
  })

  it('refuses what is cut off, is no JPEG or is larger than 8.3 megapixels', async () => {
    const whole = await plain(1280, 720).jpeg().toBuffer()
    await expect(readFrame(whole.subarray(0, whole.length / 2), options)).rejects.toMatchObject({
      name: 'FrameFault',
      flaw: 'unreadable',
    })
    await expect(readFrame(whole.subarray(0, 3), options)).rejects.toThrow(/^the frame cannot be read: /)
    await expect(readFrame(await plain(64, 36).png().toBuffer(), options)).rejects.toMatchObject({ flaw: 'notJpeg' })
    await expect(readFrame(new Uint8Array(0), options)).rejects.toThrow('the frame is not a JPEG (0 bytes)')
    const large = await plain(3840, 2161).jpeg().toBuffer()
    await expect(readFrame(large, options)).rejects.toMatchObject({ flaw: 'tooLarge' })
  })
})

/** A JPEG as far as its size, and nothing of the picture. */
const headerOf = (width: number, height: number): Buffer => {
  const frame = Buffer.from('ffc00011080000000003012200021101031101', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from('ffd8', 'hex'), frame, Buffer.from('ffda0008010100003f00', 'hex')])
}

describe('a frame that is not what it should be', () => {
  it('is refused by its first bytes when it would be too large unpacked', async () => {
    for (const [width, height] of [
      [16_000, 16_000],
      [30_000, 30_000],
      [65_535, 65_535],
      [7680, 4320],
    ] as const)
      await expect(readFrame(headerOf(width, height), options)).rejects.toMatchObject({
        name: 'FrameFault',
        flaw: 'tooLarge',
        message: `the frame is larger than 8294400 pixels: ${width} × ${height}`,
      })
    await expect(readFrame(headerOf(1280, 720), options)).rejects.toMatchObject({ flaw: 'unreadable' })
    await expect(readFrame(headerOf(0, 720), options)).rejects.toMatchObject({ flaw: 'unreadable' })
  })

  it.each([
    [160, 96],
    [1280, 720],
  ])('is read or refused, however its %i × %i pixels are broken: a thousand ways', async (width, height) => {
    const whole = await plain(width, height)
      .composite([{ input: await plain(40, 60).negate().png().toBuffer() }])
      .jpeg()
      .withExif({ IFD2: { DateTimeOriginal: '2026:11:22 09:30:15' } })
      .toBuffer()
    const tally = { read: 0, refused: 0 }
    for (let i = 0; i < 1000; i++) {
      const dice = createDice(i)
      const broken = Buffer.from(whole.subarray(0, dice.chance(0.3) ? dice.integer(0, whole.length) : whole.length))
      for (let n = dice.integer(1, 8); n > 0 && broken.length > 0; n--)
        broken[dice.integer(0, broken.length - 1)] = dice.integer(0, 255)
      try {
        const { rgb } = await readFrame(broken, options)
        expect(rgb).toHaveLength(512 * 288 * 3)
        tally.read += 1
      } catch (fault) {
        if (!(fault instanceof FrameFault)) throw fault
        tally.refused += 1
      }
    }
    expect(tally.read).toBeGreaterThan(50)
    expect(tally.refused).toBeGreaterThan(300)
  })
})

describe('the time of a frame', () => {
  it('is absent when the frame says none, or none that is one', async () => {
    expect(await timeOf({})).toBeUndefined()
    expect(await timeOf({ DateTimeOriginal: '0000:00:00 00:00:00' })).toBeUndefined()
    expect(await timeOf({ DateTimeOriginal: 'yesterday' })).toBeUndefined()
  })

  it("is read in the site's time zone when the frame names no offset", async () => {
    const at = await timeOf({ DateTimeOriginal: '2026:11:22 09:30:15' })
    expect(at).toBe(Date.parse('2026-11-22T09:30:15+08:00'))
  })

  it('follows the offset and the fraction that the frame names', async () => {
    const fields = { DateTimeOriginal: '2026:11:22 09:30:15', SubSecTimeOriginal: '25', OffsetTimeOriginal: '-03:30' }
    expect(await timeOf(fields)).toBe(Date.parse('2026-11-22T09:30:15.250-03:30'))
  })

  it('survives the days on which clocks change', async () => {
    const inBerlin = (text: string) => timeOf({ DateTimeOriginal: text }, 'Europe/Berlin')
    expect(await inBerlin('2026:03:29 01:59:59')).toBe(Date.parse('2026-03-29T01:59:59+01:00'))
    expect(await inBerlin('2026:03:29 03:00:00')).toBe(Date.parse('2026-03-29T03:00:00+02:00'))
    expect(await inBerlin('2026:10:25 02:30:00')).toBe(Date.parse('2026-10-25T02:30:00+02:00'))
    expect(await inBerlin('2026:10:25 03:30:00')).toBe(Date.parse('2026-10-25T03:30:00+01:00'))
  })
})
