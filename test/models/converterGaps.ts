/** How far person.onnx is from what TensorFlow.js said of the same pictures. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runOnnx } from '#models/answers.ts'
import { gapsTo } from '#models/goldens.ts'
import { SIZE } from '#models/manifests.ts'
import { centernet } from '#models/networks.ts'
import { comparedPictures } from './comparedPictures.ts'

export interface ConverterGaps {
  /** Over all cells of all pictures; heat is 0..1. */
  heat: number
  /** Pixels, over the cells with a heat of 0.1 or more. */
  wh: number
}

/** `turned` is done to each picture before our side sees it. */
export const converterGaps = async (turned = (rgb: Uint8Array): Uint8Array => rgb): Promise<ConverterGaps> => {
  const model = readFileSync(fileURLToPath(new URL('../../models/person.onnx', import.meta.url)))
  const gaps: ConverterGaps = { heat: 0, wh: 0 }
  for (const { rgb, golden } of await comparedPictures('person')) {
    const { score, side } = gapsTo(golden, await runOnnx(model, centernet, turned(rgb), SIZE), centernet.warm)
    gaps.heat = Math.max(gaps.heat, score)
    gaps.wh = Math.max(gaps.wh, side)
  }
  return gaps
}
