/** How a kernel slides over a feature map: strides, padding and the size of what comes out. */
import type { TfNode } from './tfjsGraph.ts'
import type { FeatureMap } from './translation.ts'

export interface Slide {
  /** [vertical, horizontal]. */
  strides: [number, number]
  /** [top, left, bottom, right]. */
  pads: [number, number, number, number]
  height: number
  width: number
}

/** TensorFlow's SAME puts the odd pixel of padding at the end. Gives [before, after]. */
const samePadding = (size: number, kernel: number, stride: number): [number, number] => {
  const padding = Math.max((Math.ceil(size / stride) - 1) * stride + kernel - size, 0)
  return [Math.floor(padding / 2), Math.ceil(padding / 2)]
}

/** `map` may have padding waiting around it, of pixels worth `value`; VALID means those and no others. */
export const slide = (node: TfNode, map: FeatureMap, [rows, columns]: [number, number], value: number): Slide => {
  const [, strideY = 1, strideX = 1] = node.attr.strides ?? []
  if (node.attr.dilations?.some((dilation) => dilation !== 1)) throw new TypeError(`${node.name} is dilated`)
  const { padding } = map
  const same = node.attr.padding?.s === 'SAME'
  if (padding && (same || padding.value !== value))
    throw new TypeError(`${node.name} cannot take the padding before it`)
  const [top, bottom] = same ? samePadding(map.height, rows, strideY) : [padding?.top ?? 0, padding?.bottom ?? 0]
  const [left, right] = same ? samePadding(map.width, columns, strideX) : [padding?.left ?? 0, padding?.right ?? 0]
  return {
    strides: [strideY, strideX],
    pads: [top, left, bottom, right],
    height: Math.floor((map.height + top + bottom - rows) / strideY) + 1,
    width: Math.floor((map.width + left + right - columns) / strideX) + 1,
  }
}
