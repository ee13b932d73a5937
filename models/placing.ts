/** Operations that move, surround or choose the values of a feature map and compute nothing new: transpose, pad, pool. */
import { slide } from './sliding.ts'
import { type FeatureMap, input, type Operation, onlyValue, required, settled } from './translation.ts'

/** The file keeps every map as planes, one a channel: TensorFlow's transposes between its two orders cost nothing there. */
export const transposed: Operation = (node, translation) => {
  const map = translation.paddedMap(input(node, 0))
  const order = [...required(node, 1, translation).values].map((axis) => map.axes[axis]).join('')
  if (order !== 'NHWC' && order !== 'NCHW') throw new TypeError(`${node.name} puts the axes in the order ${order}`)
  return { ...map, axes: order }
}

/** Rows of [before, after], one an axis; the number of the image and the channels get none. */
export const padded: Operation = (node, translation) => {
  const map = translation.featureMap(input(node, 0))
  const { values } = required(node, 1, translation)
  const around = (axis: string): [number, number] => {
    const at = map.axes.indexOf(axis) * 2
    return [values[at] ?? 0, values[at + 1] ?? 0]
  }
  if ([...around('N'), ...around('C')].some((size) => size !== 0)) throw new TypeError(`${node.name} pads channels`)
  const [[top, bottom], [left, right]] = [around('H'), around('W')]
  const value = node.op === 'PadV2' ? onlyValue(required(node, 2, translation)) : 0
  return { ...map, padding: { top, left, bottom, right, value } }
}

const unpadded = ({ padding: _, ...map }: FeatureMap): FeatureMap => map

/** Padding of minus infinity never wins, which is what ONNX pads with. */
export const pooled: Operation = (node, translation) => {
  const map = translation.paddedMap(input(node, 0))
  const [, rows = 1, columns = 1] = node.attr.ksize ?? []
  if (map.axes !== 'NHWC') throw new TypeError(`${node.name} is not over rows of pixels`)
  const { strides, pads, height, width } = slide(node, map, [rows, columns], Number.NEGATIVE_INFINITY)
  const { graph } = translation
  const from = settled(unpadded(map), graph)
  return {
    ...from,
    name: graph.node('MaxPool', [from.name], { kernel_shape: [rows, columns], strides, pads }),
    height,
    width,
  }
}
