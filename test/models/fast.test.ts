/** The committed model in whole numbers against what TensorFlow.js said of the same pictures in floats. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ownModels } from '#models/allowed.ts'
import { type Answer, runOnnx } from '#models/answers.ts'
import { sidesAt, warmCells } from '#models/goldens.ts'
import { Manifest } from '#models/manifest.ts'
import { fastManifest, SIZE } from '#models/manifests.ts'
import { NANODET_BINS, nanodet } from '#models/networks.ts'
import { sha256 } from '#models/source.ts'
import { comparedPictures, redAndBlueSwapped } from './comparedPictures.ts'

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../models/${name}`, import.meta.url)))
const manifest = Manifest.parse(JSON.parse(read('fast.json').toString()))
const model = read(manifest.file)

const probability = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** From the logits of the distances 0, 1, 2 … strides to the distance that is to be expected. */
const distances = (logits: Float32Array): number[] =>
  Array.from({ length: logits.length / NANODET_BINS }, (_, side) => {
    const weights = logits.subarray(side * NANODET_BINS, (side + 1) * NANODET_BINS).map(Math.exp)
    return (
      weights.reduce((sum, weight, bin) => sum + weight * bin, 0) / weights.reduce((sum, weight) => sum + weight, 0)
    )
  })

const gaps = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, at) => Math.abs(value - (b[at] ?? Number.NaN)))
/** Probabilities of these cells. */
const at = (cells: readonly number[], logits: Float32Array): number[] =>
  cells.map((cell) => probability(logits[cell] ?? 0))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

interface Loss {
  /** Mean difference of the probability, over the cells that rather are people than not. */
  probability: number
  /** Mean difference of a side's distance, in strides, over the same cells. */
  side: number
}

const lossOf = async (turned = (rgb: Uint8Array): Uint8Array => rgb): Promise<Loss[]> => {
  const losses: Loss[] = []
  for (const { rgb, golden } of await comparedPictures('fast')) {
    const ours: Answer = await runOnnx(model, nanodet, turned(rgb), SIZE)
    const warm = warmCells(golden.scores, nanodet.warm)
    losses.push({
      probability: mean(gaps(at(warm, golden.scores), at(warm, ours.scores))),
      side: mean(gaps(distances(golden.warmSides), distances(sidesAt(warm, ours)))),
    })
  }
  return losses
}

describe('the fast model', () => {
  it('is the file that its manifest names, and is allowed', () => {
    expect(manifest).toEqual(fastManifest(model))
    expect(ownModels).toContain(sha256(model))
  })

  it('says what TensorFlow.js says, within 0.04 of probability and a twentieth of a stride', async () => {
    for (const { golden } of await comparedPictures('fast'))
      expect(warmCells(golden.scores, nanodet.warm).length).toBeGreaterThan(10)
    for (const { probability, side } of await lossOf()) {
      expect(probability).toBeLessThan(0.04)
      expect(side).toBeLessThan(0.05)
    }
  })

  it('is compared sharply: red and blue changed over would be seen', async () => {
    for (const { probability, side } of await lossOf(redAndBlueSwapped)) {
      expect(probability).toBeGreaterThan(0.04)
      expect(side).toBeGreaterThan(0.05)
    }
  })
})
