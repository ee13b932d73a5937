/** Convolutions, plain and depthwise, from TensorFlow to ONNX. */
import type { Constant, TfNode } from './tfjsGraph.ts'
import { input, type Operation, required, type Translation } from './translation.ts'

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

/** TensorFlow's SAME puts the odd pixel of padding at the end. Gives [before, after, size of the output]. */
const samePadding = (size: number, kernel: number, stride: number): [number, number, number] => {
  const output = Math.ceil(size / stride)
  const padding = Math.max((output - 1) * stride + kernel - size, 0)
  return [Math.floor(padding / 2), Math.ceil(padding / 2), output]
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

const biasOf = (node: TfNode, translation: Translation): Float32Array => {
  const { values } = required(node, 2, translation)
  const kept = translation.channelsKept(node)
  return kept ? Float32Array.from(kept, (channel) => values[channel] ?? Number.NaN) : values
}

export const convolution =
  (depthwise: boolean): Operation =>
  (node, translation) => {
    const { graph } = translation
    const map = translation.featureMap(input(node, 0))
    const kernel = kernelOf(node, translation, depthwise)
    const [outputs = 0, , rows = 1, columns = 1] = kernel.shape
    const [, strideY = 1, strideX = 1] = node.attr.strides ?? []
    if (node.attr.dilations?.some((dilation) => dilation !== 1)) throw new TypeError(`${node.name} is dilated`)
    if (node.attr.padding?.s !== 'SAME' && rows * columns > 1) throw new TypeError(`${node.name} is not padded as SAME`)
    const [top, bottom, height] = samePadding(map.height, rows, strideY)
    const [left, right, width] = samePadding(map.width, columns, strideX)
    const [bias, activation, ...rest] = node.attr.fused_ops?.list.s ?? []
    if ((bias ?? 'BiasAdd') !== 'BiasAdd' || (activation ?? 'Relu') !== 'Relu' || rest.length > 0)
      throw new TypeError(`${node.name} is fused with something new`)
    const from = [
      map.name,
      graph.constant(
        kernel.shape,
        kernel.values.map((weight) => weight * map.factor),
      ),
    ]
    if (bias) from.push(graph.constant([outputs], biasOf(node, translation)))
    const name = graph.node('Conv', from, {
      kernel_shape: [rows, columns],
      strides: [strideY, strideX],
      pads: [top, left, bottom, right],
      group: depthwise ? map.channels : 1,
    })
    return { name: activation ? graph.node('Relu', [name]) : name, channels: outputs, height, width, factor: 1 }
  }
