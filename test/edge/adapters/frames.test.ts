/** Frames as cameras send them: whole, broken, too large, with and without a time. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readFrame } from '#edge/adapters/frames.ts'
import { FrameFault } from '#edge/core/crowd/detecting.ts'

const options = { input: { width: 512, height: 288 }, grey: 114, timeZone: 'Asia/Shanghai' }

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 20, b: 30 } } })

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

  it('makes three channels of a greyscale frame', async () => {
    const { rgb } = await readFrame(await plain(512, 288).greyscale().jpeg().toBuffer(), options)
    expect(rgb).toHaveLength(512 * 288 * 3)
  })

  it('refuses what is cut off, is no JPEG or is larger than 8.3 megapixels', async () => {
    const whole = await plain(1280, 720).jpeg().toBuffer()
    await expect(readFrame(whole.subarray(0, whole.length / 2), options)).rejects.toThrow(FrameFault)
    await expect(readFrame(whole.subarray(0, 3), options)).rejects.toThrow(/^the frame cannot be read: /)
    await expect(readFrame(await plain(64, 36).png().toBuffer(), options)).rejects.toThrow(/not a JPEG/)
    await expect(readFrame(new Uint8Array(0), options)).rejects.toThrow('the frame is not a JPEG (0 bytes)')
    const large = await plain(3840, 2161).jpeg().toBuffer()
    await expect(readFrame(large, options)).rejects.toThrow(/pixel limit/)
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
