/** Pictures in what should hold none: JPEG and PNG, as they are or written out in base64. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const MARKS = [
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from('/9j/'),
  Buffer.from('iVBORw0KGgo'),
]

export const holdsPicture = (held: Uint8Array | string): boolean => {
  const bytes = Buffer.from(held)
  return MARKS.some((mark) => bytes.includes(mark))
}

/** As JSON writes bytes: numbers in a list, or each with its place. */
const NUMBERS = /\b255,216,255\b|\b137,80,78,71\b|"0":255,"1":216,"2":255|"0":137,"1":80,"2":78/

/** Also bytes that JSON has turned into numbers. */
export const saysPicture = (told: unknown): boolean => {
  const text = JSON.stringify(told)
  return holdsPicture(text) || NUMBERS.test(text)
}

/** Paths of all files below the folder that hold one, and how many there are. */
export const picturesIn = (folder: string): { files: number; found: string[] } => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  return { files: files.length, found: files.filter((path) => holdsPicture(readFileSync(path))) }
}

/** The same picture, taken at `at` by a camera whose clock runs in Shanghai. */
export const takenAt = (jpeg: Buffer, at: number): Promise<Buffer> => {
  const wall = new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ')
  return sharp(jpeg)
    .withExif({ IFD2: { DateTimeOriginal: wall } })
    .jpeg({ quality: 92 })
    .toBuffer()
}

const WIDTH = 1280

/** The same hall, looked at as if everybody stood so many pixels further right. */
const movedRight = (jpeg: Buffer, by: number): Promise<Buffer> =>
  sharp(jpeg)
    .extract({ left: 0, top: 0, width: WIDTH - by, height: 720 })
    .extend({ left: by, background: '#808080' })
    .jpeg({ quality: 92 })
    .toBuffer()

/** Somebody comes from the right within twelve seconds and sits down for so many minutes, one frame in each. */
export async function* sittingDown(jpeg: Buffer, from: number, minutes: number): AsyncGenerator<Buffer> {
  for (let second = 0; second < 12; second++)
    yield await takenAt(await movedRight(jpeg, 240 - 20 * second), from + second * 1000)
  for (let minute = 0; minute <= minutes; minute++) yield await takenAt(jpeg, from + 12_000 + minute * 60_000)
}
