/** Runs the original of a network in TensorFlow.js, installed into a temporary folder for as long as that takes. */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Answer, answerOf, type Planes } from './answers.ts'
import { drawingOf, type ImageSize } from './converting.ts'
import type { Network } from './networks.ts'
import type { OnnxGraph } from './onnxModel.ts'
import type { Fetched } from './source.ts'
import { readTfGraph, type TfNode } from './tfjsGraph.ts'

const VERSION = '4.22.0'

interface TfTensor {
  shape: number[]
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

export interface TensorFlow {
  core: TfCore
  converter: TfConverter
}

export const installTensorFlow = async (folder: string): Promise<TensorFlow> => {
  const packages = ['core', 'converter', 'backend-cpu'].map((part) => `@tensorflow/tfjs-${part}@${VERSION}`)
  await promisify(execFile)('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', ...packages])
  const load = createRequire(join(folder, 'package.json'))
  const core: TfCore = load('@tensorflow/tfjs-core')
  const converter: TfConverter = load('@tensorflow/tfjs-converter')
  load('@tensorflow/tfjs-backend-cpu')
  await core.setBackend('cpu')
  return { core, converter }
}

const loadModel = ({ converter }: TensorFlow, { topology, weights }: Fetched, input: TfNode, shape: number[]) => {
  const { modelTopology, weightsManifest } = JSON.parse(topology)
  const placeholder = modelTopology.node.find(({ name }: TfNode) => name === input.name)
  placeholder.attr.shape.shape.dim = shape.map((size) => ({ size: String(size) }))
  const weightSpecs = weightsManifest[0].weights
  const weightData = Uint8Array.from(weights).buffer
  return converter.loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) })
}

/** The picture as the network was taught to see it, rows of pixels or planes. */
const taught = (rgb: Uint8Array, { pixels }: Network, axes: 'NHWC' | 'NCHW'): Float32Array => {
  const seen = Float32Array.from(rgb, (byte, at) => {
    if (!pixels) return byte
    const channel = at % 3
    const from = at - channel + 'RGB'.indexOf(pixels.channels[channel] ?? '')
    return ((rgb[from] ?? 0) - (pixels.mean[channel] ?? 0)) / (pixels.deviation[channel] ?? 1)
  })
  if (axes === 'NHWC') return seen
  const cells = rgb.length / 3
  return Float32Array.from(seen, (_, at) => seen[(at % cells) * 3 + Math.floor(at / cells)] ?? 0)
}

/** From [cells, channels] to planes: of all channels, or of those that the converter keeps. */
const planesOf = (tensor: TfTensor, channels: number, { kept }: Network): Planes => {
  const values = tensor.dataSync()
  const all = tensor.shape.at(-1) ?? 1
  const wanted = channels === all ? [...Array(all).keys()] : (Object.values(kept)[0] ?? [])
  const cells = Array.from({ length: values.length / all }, (_, cell) => cell)
  return {
    channels,
    values: Float32Array.from(wanted.flatMap((at) => cells.map((cell) => values[cell * all + at] ?? 0))),
  }
}

export interface Original {
  fetched: Fetched
  network: Network
  /** What the converter made of it, for as many pixels as the picture has. */
  converted: OnnxGraph
}

/** The graph was drawn for another size: its input and the targets of its resizes are told of this one. */
export const runTensorFlow = async (
  tensorFlow: TensorFlow,
  { fetched, network, converted }: Original,
  rgb: Uint8Array,
  { width, height }: ImageSize,
): Promise<Answer> => {
  const { nodes, constants } = readTfGraph(fetched.topology, fetched.weights)
  const { placeholder, axes, drawn } = drawingOf(nodes)
  const shape = axes === 'NHWC' ? [1, height, width, 3] : [1, 3, height, width]
  const model = await loadModel(tensorFlow, fetched, placeholder, shape)
  const { core } = tensorFlow
  const targets = [...nodes.values()]
    .filter(({ op }) => op === 'ResizeBilinear')
    .map(({ input: [, target = ''] }): [string, TfTensor] => {
      const [rows = 0, columns = 0] = constants.get(target)?.values ?? []
      return [target, core.tensor([(rows * height) / drawn.height, (columns * width) / drawn.width], [2], 'int32')]
    })
  const image = core.tensor(taught(rgb, network, axes), shape, 'float32')
  const inputs = { [placeholder.name]: image, ...Object.fromEntries(targets) }
  const tensors = model.execute(inputs, Object.values(network.outputs))
  const planes = converted.outputs.map(({ name, shape: [, channels = 0] = [] }, at): [string, Planes] => {
    const tensor = tensors[at]
    if (!tensor) throw new RangeError(`TensorFlow.js gave no ${name}`)
    return [name, planesOf(tensor, channels, network)]
  })
  return answerOf(network, new Map(planes))
}
