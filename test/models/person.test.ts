/** The committed model against what TensorFlow.js said of the same picture (golden.json, written by models/parity.ts). */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { Manifest } from '#models/manifest.ts'
import { FILES, PACKAGE, sha256 } from '#models/source.ts'
import { drawTestCard } from '#models/testCard.ts'
import golden from '#test/models/golden.json' with { type: 'json' }

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../models/${name}`, import.meta.url)))
const manifest = Manifest.parse(JSON.parse(read('person.json').toString()))
const model = read(manifest.file)
const { width, height } = manifest.input
/** One for 4 x 4 pixels. */
const cells = (width / 4) * (height / 4)

const outputsFor = async (rgb: Uint8Array): Promise<{ heat: Float32Array; wh: Float32Array }> => {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 })
  const { heat, wh } = await session.run({ images: new Tensor('uint8', rgb, [1, height, width, 3]) })
  await session.release()
  if (!(heat?.data instanceof Float32Array && wh?.data instanceof Float32Array)) throw new TypeError('no maps')
  return { heat: heat.data, wh: wh.data }
}

/** The largest gaps over the sampled cells. */
const gapsOn = async (rgb: Uint8Array): Promise<{ heat: number; wh: number }> => {
  const { heat, wh } = await outputsFor(rgb)
  const heatGaps = golden.map(([cell = 0, value = 0]) => Math.abs((heat[cell] ?? 0) - value))
  const whGaps = golden.flatMap(([cell = 0, , ...sides]) =>
    sides.map((side, at) => Math.abs((wh[at * cells + cell] ?? 0) - side)),
  )
  return { heat: Math.max(...heatGaps), wh: Math.max(...whGaps) }
}

describe('the person model', () => {
  it('is the file that its manifest names, made of the two files that the converter asks for', () => {
    expect(sha256(model)).toBe(manifest.sha256)
    expect(manifest.source).toMatchObject({ package: PACKAGE, files: FILES })
  })

  it('says what TensorFlow.js says, within 1e-4 in the heat map and 0.02 pixels in the boxes', async () => {
    expect(golden.filter(([, heat = 0]) => heat > 0.3).length).toBeGreaterThan(20)
    const gaps = await gapsOn(drawTestCard({ width, height }).rgb)
    expect(gaps.heat).toBeLessThan(1e-4)
    expect(gaps.wh).toBeLessThan(0.02)
  })

  it('is compared sharply: red and blue changed over would be seen', async () => {
    const { rgb } = drawTestCard({ width, height })
    const bgr = rgb.map((_, at) => rgb[at + 2 - 2 * (at % 3)] ?? 0)
    expect((await gapsOn(bgr)).heat).toBeGreaterThan(0.01)
  })
})
