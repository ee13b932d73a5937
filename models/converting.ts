/** From the TensorFlow.js graph of CenterNet to an ONNX file that sees people only. */
import { createOnnxGraph } from './onnxGraph.ts'
import { operations } from './operations.ts'
import type { TfGraph } from './tfjsGraph.ts'
import { type FeatureMap, settled, type Translation } from './translation.ts'

/** The input of the ONNX file: RGB bytes, [1, height, width, 3]. */
const INPUT = 'images'
/** Names in the ONNX file, and the nodes that they are. */
const OUTPUTS = { heat: 'tower_0/keypoints', wh: 'tower_0/wh' }
/** The layer with one channel for each of the 80 COCO classes; class 0 is a person. */
const CLASSES = 'tower_0/CenternetHead/centernet_cls_output/BiasAdd'
const PERSON = 0

export interface ImageSize {
  width: number
  height: number
}

/** Both sides of `size` in pixels, multiples of 32. What is behind the outputs (TensorFlow's own decoding) is left out. */
export const toOnnx = ({ nodes, constants }: TfGraph, { width, height }: ImageSize): Uint8Array => {
  const graph = createOnnxGraph('centernet-person')
  const maps = new Map<string, FeatureMap>()

  const node: Translation['node'] = (reference) => {
    const found = nodes.get(reference)
    if (!found) throw new RangeError(`the graph has no node ${reference}`)
    return found
  }

  const placeholder = [...nodes.values()].find(({ op }) => op === 'Placeholder')
  const drawnWidth = placeholder?.attr.shape?.[2]
  if (!placeholder || !drawnWidth) throw new TypeError('the graph has no input of known size')
  const pixels = graph.node('Transpose', [graph.byteInput(INPUT, [1, height, width, 3])], { perm: [0, 3, 1, 2] })
  maps.set(placeholder.name, { name: pixels, channels: 3, height, width, factor: 1 })

  const featureMap: Translation['featureMap'] = (reference) => {
    const known = maps.get(reference)
    if (known) return known
    const { op } = node(reference)
    const operation = operations[op]
    if (!operation) throw new TypeError(`the operation ${op} of ${reference} has no translation`)
    const map = operation(node(reference), translation)
    maps.set(reference, map)
    return map
  }
  const translation: Translation = {
    graph,
    featureMap,
    node,
    constant: (reference) => constants.get(reference),
    channelsKept: ({ name }) => (name === CLASSES ? [PERSON] : undefined),
    shrink: drawnWidth / width,
  }

  for (const [name, reference] of Object.entries(OUTPUTS)) {
    const map = settled(featureMap(reference), graph)
    graph.output(name, map.name, [1, map.channels, map.height, map.width])
  }
  return graph.encode()
}
