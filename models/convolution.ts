/** Convolutions, plain and depthwise, from TensorFlow to ONNX. */
import { slide } from './sliding.ts'
import type { Constant, TfNode } from './tfjsGraph.ts'
import { type FeatureMap, input, type Operation, required, type Translation } from './translation.ts'

/** The permutation of a constant's axes, as in numpy's transpose. */
const transposed = ({ shape, values }: Constant, axes: [number, number, number, number]): Constant => {
  const sizes = axes.map((axis) => shape[axis] ?? 1)
  const strides = axes.map((axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1))
  const [a = 1, b = 1, c = 1, d = 1] = sizes
  const [as = 0, bs = 0, cs = 0, ds = 0] = strides
  const moved = new Float32Array(values.length)
  let at = 0
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++)
      for (let k = 0; k < c; k++)
        for (let l = 0; l < d; l++) moved[at++] = values[i * as + j * bs + k * cs + l * ds] ?? Number.NaN
  return { shape: sizes, values: moved }
}

/** TensorFlow's kernels are [rows, columns, in, out], depthwise [rows, columns, in, multiplier]; ONNX wants [out, in / group, rows, columns]. */
const kernelOf = (node: TfNode, translation: Translation, depthwise: boolean): Constant => {
  const kernel = transposed(required(node, 1, translation), depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1])
  const kept = translation.channelsKept(node)
  if (!kept) return kernel
  const each = kernel.values.length / (kernel.shape[0] ?? 1)
  const values = kept.flatMap((channel) => [...kernel.values.subarray(channel * each, (channel + 1) * each)])
  return { shape: [kept.length, ...kernel.shape.slice(1)], values: Float32Array.from(values) }
}

const biasOf = (node: TfNode, bias: Constant, translation: Translation): Float32Array => {
  const kept = translation.channelsKept(node)
  return kept ? Float32Array.from(kept, (channel) => bias.values[channel] ?? Number.NaN) : bias.values
}

/** What TensorFlow fused with the convolution: nothing, a bias, or a bias and a ReLU. */
const fusedWith = (node: TfNode): { bias: boolean; relu: boolean } => {
  const [bias, activation, ...rest] = node.attr.fused_ops?.list.s ?? []
  if ((bias ?? 'BiasAdd') !== 'BiasAdd' || (activation ?? 'Relu') !== 'Relu' || rest.length > 0)
    throw new TypeError(`${node.name} is fused with something new`)
  return { bias: bias !== undefined, relu: activation !== undefined }
}

/** `added` is a bias that follows the convolution as an addition of its own. */
export const convolve = (node: TfNode, translation: Translation, depthwise: boolean, added?: Constant): FeatureMap => {
  const { graph } = translation
  const map = translation.paddedMap(input(node, 0))
  if (map.axes !== 'NHWC') throw new TypeError(`${node.name} is not over rows of pixels`)
  const kernel = kernelOf(node, translation, depthwise)
  const [outputs = 0, , rows = 1, columns = 1] = kernel.shape
  const { strides, pads, height, width } = slide(node, map, [rows, columns], 0)
  const fused = fusedWith(node)
  const weights = kernel.values.map((weight) => weight * map.factor)
  const from = [map.name, graph.constant(kernel.shape, weights)]
  const bias = fused.bias ? required(node, 2, translation) : added
  if (bias) from.push(graph.constant([outputs], biasOf(node, bias, translation)))
  const group = depthwise ? map.channels : 1
  const name = graph.node('Conv', from, { kernel_shape: [rows, columns], strides, pads, group })
  return {
    name: fused.relu ? graph.node('Relu', [name]) : name,
    channels: outputs,
    height,
    width,
    factor: 1,
    axes: 'NHWC',
  }
}

export const convolution =
  (depthwise: boolean): Operation =>
  (node, translation) =>
    convolve(node, translation, depthwise)
