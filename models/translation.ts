/** What the translation of one operation sees of the whole: feature maps, constants and the graph being written. */
import type { GraphWriter } from './onnxGraph.ts'
import type { Constant, TfNode } from './tfjsGraph.ts'

/** Pixels added around a map, and the value in them. */
export interface Padding {
  top: number
  left: number
  bottom: number
  right: number
  value: number
}

/**
 * A feature map of one image, [1, channels, height, width] in ONNX whatever the order of its axes in TensorFlow.
 * The values meant are `factor` times those of the tensor `name`: a factor waits for the next convolution and goes into its weights.
 */
export interface FeatureMap {
  name: string
  channels: number
  height: number
  width: number
  factor: number
  /** How TensorFlow counts the axes here: its transposes only change this. */
  axes: 'NHWC' | 'NCHW'
  /** Waits for the convolution or pooling that comes next. */
  padding?: Padding
}

export interface Translation {
  graph: GraphWriter
  /** What a node puts out; translates it first if need be. Throws when padding waits around it. */
  featureMap(reference: string): FeatureMap
  /** The same, with the padding that waits around it. */
  paddedMap(reference: string): FeatureMap
  constant(reference: string): Constant | undefined
  node(reference: string): TfNode
  /** Of a layer's output channels, those worth keeping; undefined keeps all. */
  channelsKept(node: TfNode): readonly number[] | undefined
  /** How many times wider the graph was drawn than it is translated. */
  shrink: number
}

export type Operation = (node: TfNode, translation: Translation) => FeatureMap

export const input = (node: TfNode, index: number): string => {
  const reference = node.input[index]
  if (reference === undefined) throw new RangeError(`${node.name} has no input ${index}`)
  return reference
}

export const required = (node: TfNode, index: number, { constant }: Translation): Constant => {
  const value = constant(input(node, index))
  if (!value) throw new TypeError(`input ${index} of ${node.name} is not a constant`)
  return value
}

export const onlyValue = ({ values }: Constant): number => {
  const [value] = values
  if (value === undefined || values.length !== 1)
    throw new TypeError(`a single number was expected, not ${values.length}`)
  return value
}

const scalar = (value: number): Float32Array => Float32Array.of(value)

/** The map with its factor multiplied in. */
export const settled = (map: FeatureMap, graph: GraphWriter): FeatureMap =>
  map.factor === 1
    ? map
    : { ...map, factor: 1, name: graph.node('Mul', [map.name, graph.constant([], scalar(map.factor))]) }
