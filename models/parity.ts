/** Runs the converted networks and TensorFlow.js on the same pictures and compares: for those who rebuild the models. */
// `node --import tsx models/parity.ts [--write] [picture.jpg …]` fails where the two differ too much. With --write it keeps
// what TensorFlow.js said of the test card and of the hall in test/models/golden/. Other pictures are compared as well.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runOnnx } from './answers.ts'
import { toOnnx } from './converting.ts'
import { largestGap, packGolden } from './goldens.ts'
import { SIZE } from './manifests.ts'
import { centernet, nanodet } from './networks.ts'
import { encode } from './onnxFile.ts'
import { middleOf } from './pictures.ts'
import { centernetSource, fetchSource, inTemporaryFolder, nanodetSource } from './source.ts'
import { installTensorFlow, runTensorFlow } from './tensorflow.ts'
import { drawTestCard } from './testCard.ts'
import { readTfGraph } from './tfjsGraph.ts'

/** Scores are heat 0..1, or logits. */
const SCORE_TOLERANCE = 1e-4
/** Pixels, or logits. */
const SIDE_TOLERANCE = 0.02

const compared = [
  { name: 'person', network: centernet, source: centernetSource },
  { name: 'fast', network: nanodet, source: nanodetSource },
]

const inTests = (path: string): string => fileURLToPath(new URL(`../test/models/${path}`, import.meta.url))

const picturesOf = async (files: readonly string[]): Promise<[string, Uint8Array][]> => {
  const cut = (file: string) => readFile(file).then((jpeg) => middleOf(jpeg, SIZE))
  const others = await Promise.all(
    files.map(async (file): Promise<[string, Uint8Array]> => [basename(file), await cut(file)]),
  )
  return [['card', drawTestCard(SIZE).rgb], ['hall', await cut(inTests('hall.jpg'))], ...others]
}

const compare = async (write: boolean, files: readonly string[], folder: string): Promise<void> => {
  const pictures = await picturesOf(files)
  const tensorFlow = await installTensorFlow(folder)
  for (const { name, network, source } of compared) {
    const fetched = await fetchSource(folder, source)
    const converted = toOnnx(readTfGraph(fetched.topology, fetched.weights), network, SIZE)
    const model = encode(converted)
    for (const [picture, rgb] of pictures) {
      const theirs = await runTensorFlow(tensorFlow, { fetched, network, converted }, rgb, SIZE)
      const ours = await runOnnx(model, network, rgb, SIZE)
      const score = largestGap(theirs.scores, ours.scores)
      const side = largestGap(theirs.sides, ours.sides)
      process.stdout.write(`${name}, ${picture}: score ${score.toExponential(2)}, sides ${side.toExponential(2)}\n`)
      if (!(score <= SCORE_TOLERANCE && side <= SIDE_TOLERANCE)) process.exitCode = 1
      if (write && (picture === 'card' || picture === 'hall'))
        await writeFile(inTests(`golden/${name}.${picture}.gz`), packGolden(theirs, network.warm))
    }
  }
}

const [write, files] = [process.argv.includes('--write'), process.argv.slice(2).filter((word) => word !== '--write')]
await mkdir(inTests('golden'), { recursive: true })
await inTemporaryFolder((folder) => compare(write, files, folder))
