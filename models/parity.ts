/** Runs person.onnx and TensorFlow.js on the same picture and compares: for those who rebuild the model. */
// `node --import tsx models/parity.ts [golden.json]` fails above 1e-4 in the heat map. With a file name it writes
// samples of what TensorFlow.js said, for the tests.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { fetchSource, inTemporaryFolder, type Source } from './source.ts'
import { drawTestCard } from './testCard.ts'

const WIDTH = 512
const HEIGHT = 288
const CLASSES = 80
const TOLERANCE = 1e-4
const VERSION = '4.22.0'

/** What the two nets say: the person's heat, one value a cell, and the four sides, cells first. */
interface Output {
  heat: ArrayLike<number>
  wh: ArrayLike<number>
}

interface TfTensor {
  dataSync(): Float32Array
}
interface TfCore {
  setBackend(name: 'cpu'): Promise<boolean>
  tensor(values: ArrayLike<number>, shape: number[], type: 'float32' | 'int32'): TfTensor
}
interface TfModel {
  execute(inputs: Record<string, TfTensor>, outputs: string[]): TfTensor[]
}
interface TfConverter {
  loadGraphModel(source: { load(): Promise<object> }): Promise<TfModel>
}

const rgb = drawTestCard({ width: WIDTH, height: HEIGHT }).rgb

/** The graph was drawn for 512 × 512: its input and the targets of its three resizes are told of the smaller height. */
const runTensorFlow = async (folder: string, { topology, weights }: Source): Promise<Output> => {
  const packages = ['core', 'converter', 'backend-cpu'].map((part) => `@tensorflow/tfjs-${part}@${VERSION}`)
  await promisify(execFile)('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', ...packages])
  const load = createRequire(join(folder, 'package.json'))
  const core: TfCore = load('@tensorflow/tfjs-core')
  const { loadGraphModel }: TfConverter = load('@tensorflow/tfjs-converter')
  load('@tensorflow/tfjs-backend-cpu')
  await core.setBackend('cpu')
  const file = JSON.parse(
    topology.replaceAll('{"size":"512"},{"size":"512"}', `{"size":"${HEIGHT}"},{"size":"${WIDTH}"}`),
  )
  const model = await loadGraphModel({
    load: async () => ({
      modelTopology: file.modelTopology,
      weightSpecs: file.weightsManifest[0].weights,
      weightData: Uint8Array.from(weights).buffer,
    }),
  })
  const inputs = { 'tower_0/images': core.tensor(Float32Array.from(rgb), [1, HEIGHT, WIDTH, 3], 'float32') }
  const resizes = ['c5_upsample/up_sampling2d', 'c4_upsample/up_sampling2d_1', 'c3_upsample/up_sampling2d_2']
  const targets = resizes.map((name, step) => [
    `tower_0/CenternetHead/${name}/mul`,
    core.tensor([(HEIGHT / 16) * 2 ** step, (WIDTH / 16) * 2 ** step], [2], 'int32'),
  ])
  const [heat, wh] = model.execute({ ...inputs, ...Object.fromEntries(targets) }, ['tower_0/keypoints', 'tower_0/wh'])
  if (!heat || !wh) throw new RangeError('TensorFlow.js gave no output')
  return { heat: heat.dataSync().filter((_, at) => at % CLASSES === 0), wh: wh.dataSync() }
}

const runOnnx = async (): Promise<Output> => {
  const session = await InferenceSession.create(fileURLToPath(new URL('person.onnx', import.meta.url)))
  const { heat, wh } = await session.run({ images: new Tensor('uint8', rgb, [1, HEIGHT, WIDTH, 3]) })
  if (!(heat?.data instanceof Float32Array && wh?.data instanceof Float32Array)) throw new RangeError('no output')
  const [sides, cells] = [wh.data, heat.data.length]
  return { heat: heat.data, wh: Float32Array.from(sides, (_, at) => sides[(at % 4) * cells + Math.floor(at / 4)] ?? 0) }
}

const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`)
  return Array.from(a).reduce((gap, value, at) => Math.max(gap, Math.abs(value - (b[at] ?? Number.NaN))), 0)
}

/** The hundred hottest cells and a hundred spread evenly: [cell, heat, left, top, right, bottom]. */
const sample = ({ heat, wh }: Output): number[][] => {
  const byHeat = Array.from(heat, (value, cell) => ({ value, cell })).sort((a, b) => b.value - a.value)
  const hottest = byHeat.slice(0, 100).map(({ cell }) => cell)
  const spread = Array.from({ length: 100 }, (_, i) => i * Math.floor(heat.length / 100))
  const cells = [...new Set([...hottest, ...spread])].sort((a, b) => a - b)
  return cells.map((cell) => [cell, heat[cell] ?? 0, ...Array.from(wh).slice(cell * 4, cell * 4 + 4)])
}

const compare = async (goldenFile: string | undefined): Promise<void> => {
  const theirs = await inTemporaryFolder(async (folder) => runTensorFlow(folder, await fetchSource(folder)))
  const ours = await runOnnx()
  const gap = { heat: largestGap(theirs.heat, ours.heat), wh: largestGap(theirs.wh, ours.wh) }
  process.stdout.write(`largest gap: heat ${gap.heat.toExponential(2)}, wh ${gap.wh.toExponential(2)} px\n`)
  if (goldenFile) {
    const cells = sample(theirs).map((row) => `\n  [${row.map((value) => Number(value.toPrecision(8))).join(', ')}]`)
    await writeFile(goldenFile, `[${cells.join(',')}\n]\n`)
  }
  if (!(gap.heat <= TOLERANCE)) process.exitCode = 1
}

await compare(process.argv[2])
