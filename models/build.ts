/** `npm run model`: fetches the weights, converts them and writes the two models with their manifests. The same bytes each time. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toOnnx } from './converting.ts'
import type { Manifest } from './manifest.ts'
import { fastManifest, personManifest, SIZE } from './manifests.ts'
import { centernet, nanodet } from './networks.ts'
import { encode } from './onnxFile.ts'
import { calibrationPictures } from './pictures.ts'
import { quantise } from './quantising.ts'
import { centernetSource, fetchGraph, nanodetSource } from './source.ts'

/** Lists of numbers and words on one line, as the formatter wants them. */
const json = (manifest: Manifest): string =>
  `${JSON.stringify(manifest, null, 2)}\n`.replace(
    /\[\s+([^[\]{}]+?)\s+\]/g,
    (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`,
  )

const write = async (model: Uint8Array, manifest: Manifest): Promise<void> => {
  const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  await writeFile(beside(manifest.file), model)
  await writeFile(beside(manifest.file.replace('.onnx', '.json')), json(manifest))
  process.stdout.write(`${manifest.file}: ${model.length} bytes, sha256 ${manifest.sha256}\n`)
}

const person = encode(toOnnx(await fetchGraph(centernetSource), centernet, SIZE))
await write(person, personManifest(person))

const exact = toOnnx(await fetchGraph(nanodetSource), nanodet, SIZE)
const fast = encode(await quantise(exact, await calibrationPictures(SIZE)))
await write(fast, fastManifest(fast))
