/** The pictures that models are calibrated on and compared with: frames of the simulated camera, and JPEGs. */
import sharp from 'sharp'
import { peopleAt } from '../simulators/camera/scene.ts'
import { openStudio } from '../simulators/camera/studio.ts'
import type { ImageSize } from './converting.ts'

/** No test or measurement draws its frames from these. */
const SEEDS = { first: 900, count: 24 }
const MONDAY_MORNING = Date.UTC(2026, 0, 5, 1)
const BETWEEN = 17 * 60_000

/** RGB bytes row by row of each frame as the detector sees it, and of its middle from near by: people large and small. */
export const calibrationPictures = async (size: ImageSize): Promise<Uint8Array[]> => {
  const studio = await openStudio()
  const pictures: Uint8Array[] = []
  for (let i = 0; i < SEEDS.count; i++) {
    const at = MONDAY_MORNING + i * BETWEEN
    const { jpeg } = await studio.frame({ people: peopleAt(SEEDS.first + i, at), at })
    pictures.push(await scaledTo(jpeg, size), await middleOf(jpeg, size))
  }
  return pictures
}

const scaledTo = (jpeg: Uint8Array, size: ImageSize): Promise<Uint8Array> =>
  sharp(jpeg)
    .resize({ ...size, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()

/** RGB bytes of the middle of a JPEG, cut and not scaled: the same whatever a processor makes of scaling. */
export const middleOf = async (jpeg: Uint8Array, { width, height }: ImageSize): Promise<Uint8Array> => {
  const whole = await sharp(jpeg).metadata()
  const [left, top] = [Math.floor((whole.width - width) / 2), Math.floor((whole.height - height) / 2)]
  return sharp(jpeg).toColourspace('srgb').extract({ left, top, width, height }).raw().toBuffer()
}
