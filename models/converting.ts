/** From the TensorFlow.js graph of a detector to an ONNX graph that sees people only. */
import type { Network, Pixels } from './networks.ts'
import { createOnnxGraph, type GraphWriter } from './onnxGraph.ts'
import type { OnnxGraph } from './onnxModel.ts'
import { operations } from './operations.ts'
import type { TfGraph, TfNode } from './tfjsGraph.ts'
import { type FeatureMap, settled, type Translation } from './translation.ts'

/** The input of the ONNX file: RGB bytes, [1, height, width, 3]. */
const INPUT = 'images'

export interface ImageSize {
  width: number
  height: number
}

export interface Drawing {
  placeholder: TfNode
  axes: FeatureMap['axes']
  drawn: ImageSize
}

/** The input as TensorFlow drew it: of which size, and how its axes are counted. */
export const drawingOf = (nodes: TfGraph['nodes']): Drawing => {
  const placeholder = [...nodes.values()].find(({ op }) => op === 'Placeholder')
  if (!placeholder) throw new TypeError('the graph has no input')
  const shape = placeholder.attr.shape ?? []
  const axes = shape[1] === 3 ? 'NCHW' : 'NHWC'
  const [height, width] = [shape[axes.indexOf('H')], shape[axes.indexOf('W')]]
  if (!height || !width) throw new TypeError(`the input ${placeholder.name} has no known size`)
  return { placeholder, axes, drawn: { width, height } }
}

/** Normalises, and changes red and blue over if need be, as one convolution of single pixels. */
const normalised = (planes: string, { channels, mean, deviation }: Pixels, graph: GraphWriter): string => {
  const weights = deviation.flatMap((spread, to) =>
    ['R', 'G', 'B'].map((channel) => (channel === channels[to] ? 1 / spread : 0)),
  )
  const bias = mean.map((value, at) => -value / (deviation[at] ?? 1))
  const kernel = graph.constant([3, 3, 1, 1], Float32Array.from(weights))
  return graph.node('Conv', [planes, kernel, graph.constant([3], Float32Array.from(bias))], { kernel_shape: [1, 1] })
}

/** Both sides of the size in pixels, multiples of 32. */
export const toOnnx = ({ nodes, constants }: TfGraph, network: Network, { width, height }: ImageSize): OnnxGraph => {
  const graph = createOnnxGraph(network.name)
  const maps = new Map<string, FeatureMap>()

  const node: Translation['node'] = (reference) => {
    const found = nodes.get(reference)
    if (!found) throw new RangeError(`the graph has no node ${reference}`)
    return found
  }

  const { placeholder, axes, drawn } = drawingOf(nodes)
  const planes = graph.node('Transpose', [graph.byteInput(INPUT, [1, height, width, 3])], { perm: [0, 3, 1, 2] })
  const pixels = network.pixels ? normalised(planes, network.pixels, graph) : planes
  maps.set(placeholder.name, { name: pixels, channels: 3, height, width, factor: 1, axes })

  const paddedMap: Translation['paddedMap'] = (reference) => {
    const known = maps.get(reference)
    if (known) return known
    const { op } = node(reference)
    const operation = operations[op]
    if (!operation) throw new TypeError(`the operation ${op} of ${reference} has no translation`)
    const map = operation(node(reference), translation)
    maps.set(reference, map)
    return map
  }
  const featureMap: Translation['featureMap'] = (reference) => {
    const map = paddedMap(reference)
    if (map.padding) throw new TypeError(`padding waits around ${reference}, which nothing here can take`)
    return map
  }
  const translation: Translation = {
    graph,
    featureMap,
    paddedMap,
    node,
    constant: (reference) => constants.get(reference),
    channelsKept: ({ name }) => network.kept[name],
    shrink: drawn.width / width,
  }

  for (const [name, reference] of Object.entries(network.outputs)) {
    const map = settled(featureMap(reference), graph)
    graph.output(name, map.name, [1, map.channels, map.height, map.width])
  }
  return graph.graph
}
