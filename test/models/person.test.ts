/** The committed model against what TensorFlow.js said of the same pictures. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ownModels } from '#models/allowed.ts'
import { warmCells } from '#models/goldens.ts'
import { Manifest } from '#models/manifest.ts'
import { personManifest, SIZE } from '#models/manifests.ts'
import { sha256 } from '#models/source.ts'
import { comparedPictures, redAndBlueSwapped } from './comparedPictures.ts'
import { converterGaps } from './converterGaps.ts'

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../models/${name}`, import.meta.url)))
const manifest = Manifest.parse(JSON.parse(read('person.json').toString()))
const model = read(manifest.file)

describe('the person model', () => {
  it('is the file that its manifest names, and is allowed', () => {
    expect(manifest).toEqual(personManifest(model))
    expect(ownModels).toContain(sha256(model))
  })

  it('says what TensorFlow.js says, within 1e-4 in every cell of the heat map and 0.02 pixels in the boxes', async () => {
    for (const { golden } of await comparedPictures('person')) {
      expect(golden.scores.length).toBe((SIZE.width / 4) * (SIZE.height / 4))
      expect(warmCells(golden.scores, 0.3).length).toBeGreaterThan(10)
    }
    const { heat, wh } = await converterGaps()
    expect(heat).toBeLessThanOrEqual(1e-4)
    expect(wh).toBeLessThan(0.02)
  })

  it('is compared sharply: red and blue changed over would be seen', async () => {
    expect((await converterGaps(redAndBlueSwapped)).heat).toBeGreaterThan(0.01)
  })
})
