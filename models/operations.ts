/** How each TensorFlow operation of the networks is said in ONNX. */
import { convolution, convolve } from './convolution.ts'
import type { OnnxNode } from './onnxModel.ts'
import { padded, pooled, transposed } from './placing.ts'
import type { TfNode } from './tfjsGraph.ts'
import { input, type Operation, onlyValue, required, settled } from './translation.ts'

const onSettled =
  (operation: string, settings: (node: TfNode) => OnnxNode['attributes'] = () => ({})): Operation =>
  (node, { graph, featureMap }) => {
    const map = settled(featureMap(input(node, 0)), graph)
    return { ...map, name: graph.node(operation, [map.name], settings(node)) }
  }

/** A number times a map waits in its factor; a gate of height and width 1 spreads over the other map. */
const product: Operation = (node, translation) => {
  const { graph, featureMap, constant } = translation
  const [first, second] = [input(node, 0), input(node, 1)]
  for (const [number, map] of [
    [constant(first), second],
    [constant(second), first],
  ] as const)
    if (number) return { ...featureMap(map), factor: featureMap(map).factor * onlyValue(number) }
  const [a, b] = [featureMap(first), featureMap(second)]
  const wider = a.width >= b.width ? a : b
  return { ...wider, name: graph.node('Mul', [a.name, b.name]), factor: a.factor * b.factor }
}

/** Of two maps, or of a convolution and its bias. */
const sum: Operation = (node, translation) => {
  const { graph, featureMap, constant } = translation
  const [first, second] = [input(node, 0), input(node, 1)]
  const bias = constant(second)
  if (bias) {
    const layer = translation.node(first)
    if (layer.op !== 'Conv2D') throw new TypeError(`${node.name} adds numbers to something else than a convolution`)
    return convolve(layer, translation, false, bias)
  }
  const a = settled(featureMap(first), graph)
  const b = settled(featureMap(second), graph)
  if (a.axes !== b.axes) throw new TypeError(`${node.name} adds maps of different axes`)
  return { ...a, name: graph.node('Add', [a.name, b.name]) }
}

/** CenterNet says relu6(x + 3) everywhere, which is 6 * hardSigmoid(x): one pass over the map instead of two. */
const relu6: Operation = (node, translation) => {
  const { graph, featureMap } = translation
  const shifted = translation.node(input(node, 0))
  if (shifted.op !== 'Add' || onlyValue(required(shifted, 1, translation)) !== 3)
    throw new TypeError(`${node.name} does not follow x + 3`)
  const map = settled(featureMap(input(shifted, 0)), graph)
  const name = graph.node('HardSigmoid', [map.name], { alpha: { float: 1 / 6 }, beta: { float: 0.5 } })
  return { ...map, name, factor: 6 }
}

const meanOverImage: Operation = (node, translation) => {
  const map = translation.featureMap(input(node, 0))
  const axes = [...required(node, 1, translation).values].join()
  if (axes !== '1,2' || !node.attr.keep_dims?.b) throw new TypeError(`${node.name} is not a mean over the image`)
  return { ...map, name: translation.graph.node('GlobalAveragePool', [map.name]), height: 1, width: 1 }
}

/** The target size in the file belongs to the size at which the graph was drawn; the ratio holds for any. */
const resize: Operation = (node, translation) => {
  const { graph, featureMap, shrink } = translation
  if (node.attr.align_corners?.b) throw new TypeError(`${node.name} aligns the corners`)
  const map = settled(featureMap(input(node, 0)), graph)
  const ratio = (required(node, 1, translation).values[1] ?? 0) / (map.width * shrink)
  const ratios = graph.constant([4], Float32Array.of(1, 1, ratio, ratio))
  const name = graph.node('Resize', [map.name, '', ratios], {
    mode: 'linear',
    coordinate_transformation_mode: node.attr.half_pixel_centers?.b ? 'half_pixel' : 'asymmetric',
  })
  return { ...map, name, height: map.height * ratio, width: map.width * ratio }
}

const joined: Operation = (node, translation) => {
  const { graph, featureMap } = translation
  const maps = node.input.slice(0, -1).map((reference) => settled(featureMap(reference), graph))
  const [first] = maps
  if (!first) throw new RangeError(`${node.name} joins nothing`)
  const axis = onlyValue(required(node, node.input.length - 1, translation))
  if (maps.some(({ axes }) => axes[axis] !== 'C')) throw new TypeError(`${node.name} joins no channels`)
  const name = graph.node(
    'Concat',
    maps.map((map) => map.name),
    { axis: 1 },
  )
  return { ...first, name, channels: maps.reduce((total, map) => total + map.channels, 0) }
}

export const operations: Record<string, Operation> = {
  Add: sum,
  ConcatV2: joined,
  Conv2D: convolution(false),
  _FusedConv2D: convolution(false),
  DepthwiseConv2dNative: convolution(true),
  FusedDepthwiseConv2dNative: convolution(true),
  Identity: (node, { featureMap }) => featureMap(input(node, 0)),
  LeakyRelu: onSettled('LeakyRelu', ({ attr }) => ({ alpha: { float: attr.alpha?.f ?? 0.2 } })),
  MaxPool: pooled,
  Mean: meanOverImage,
  Mul: product,
  Pad: padded,
  PadV2: padded,
  Relu: onSettled('Relu'),
  Relu6: relu6,
  ResizeBilinear: resize,
  Sigmoid: onSettled('Sigmoid'),
  Transpose: transposed,
}
