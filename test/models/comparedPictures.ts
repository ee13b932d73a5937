/** The pictures of which TensorFlow.js' answers are kept in golden/, and those answers. Written by models/parity.ts. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Golden, unpackGolden } from '#models/goldens.ts'
import { SIZE } from '#models/manifests.ts'
import { middleOf } from '#models/pictures.ts'
import { drawTestCard } from '#models/testCard.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)))

export interface Compared {
  picture: 'card' | 'hall'
  rgb: Uint8Array
  golden: Golden
}

/** The test card, and the middle of hall.jpg. */
export const comparedPictures = async (model: 'person' | 'fast'): Promise<Compared[]> => {
  const golden = (picture: Compared['picture']) => unpackGolden(read(`golden/${model}.${picture}.gz`))
  return [
    { picture: 'card', rgb: drawTestCard(SIZE).rgb, golden: golden('card') },
    { picture: 'hall', rgb: await middleOf(read('hall.jpg'), SIZE), golden: golden('hall') },
  ]
}

export const redAndBlueSwapped = (rgb: Uint8Array): Uint8Array => rgb.map((_, at) => rgb[at + 2 - 2 * (at % 3)] ?? 0)
