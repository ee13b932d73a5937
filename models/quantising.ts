/** Lets a network compute in whole numbers: weights of one signed byte, and one byte for each value between two nodes. */
import { measureRanges } from './calibrating.ts'
import type { OnnxConstant, OnnxGraph, OnnxNode, Values } from './onnxModel.ts'
import { roundBias, roundWeights, type Scale, scaleOf } from './rounding.ts'

/** What the runtime can do in whole numbers when all that goes in and comes out is rounded; Identity gives the outputs. */
const WHOLE = new Set(['Conv', 'LeakyRelu', 'MaxPool', 'Concat', 'Resize', 'Add', 'Identity'])
/** These only turn the picture. */
const TURNS = new Set(['Cast', 'Transpose'])

/** By node, the computed tensors that are rounded before it: none where it sees the picture, which is bytes already. */
const roundedBefore = ({ nodes, inputs, constants }: OnnxGraph): Map<OnnxNode, string[]> => {
  const given = new Set(constants.map(({ name }) => name)).add('')
  const pictures = new Set(inputs.map(({ name }) => name))
  for (const node of nodes)
    if (TURNS.has(node.operation) && node.inputs.every((name) => pictures.has(name))) pictures.add(node.output)
  const whole = nodes.filter((node) => WHOLE.has(node.operation) && !node.inputs.some((name) => pictures.has(name)))
  return new Map(whole.map((node) => [node, node.inputs.filter((name) => !given.has(name))]))
}

/** Calibrates on `pictures`, bytes in the shape of the network's one input: the same pictures give the same graph. */
export const quantise = async (graph: OnnxGraph, pictures: readonly Uint8Array[]): Promise<OnnxGraph> => {
  const before = roundedBefore(graph)
  const ranges = await measureRanges(graph, [...new Set([...before.values()].flat())], pictures)
  const scales = new Map([...ranges].map(([tensor, range]) => [tensor, scaleOf(range)]))
  return inWholeNumbers(graph, (node) => before.has(node), scales)
}

/** Rounded numbers and what they stand for, as parts of a graph that is being written. Each tensor is rounded once. */
const createRounder = (nodes: OnnxNode[]) => {
  const constants: OnnxConstant[] = []
  const known = new Set<string>()

  const constant = (name: string, shape: number[], values: Values): string => {
    constants.push({ name, shape, values })
    return name
  }
  const node = (
    operation: string,
    inputs: string[],
    output: string,
    attributes: OnnxNode['attributes'] = {},
  ): string => {
    nodes.push({ operation, inputs, output, attributes })
    return output
  }

  return {
    constants,

    /** To bytes and back: the runtime computes on the bytes where it finds this between two nodes. */
    throughBytes: (tensor: string, { scale, zero }: Scale): string => {
      const rounded = `${tensor}Rounded`
      if (known.has(rounded)) return rounded
      known.add(rounded)
      const by = [
        constant(`${tensor}Scale`, [], Float32Array.of(scale)),
        constant(`${tensor}Zero`, [], Uint8Array.of(zero)),
      ]
      const bytes = node('QuantizeLinear', [tensor, ...by], `${tensor}Bytes`)
      return node('DequantizeLinear', [bytes, ...by], rounded)
    },

    /** Learned numbers with a scale for each output channel, the first axis. */
    fromWhole: (name: string, shape: number[], whole: Int8Array | Int32Array, scales: Float32Array): string => {
      const zeros = whole instanceof Int8Array ? new Int8Array(scales.length) : new Int32Array(scales.length)
      const from = [
        constant(`${name}Whole`, shape, whole),
        constant(`${name}Scale`, [scales.length], scales),
        constant(`${name}Zero`, [scales.length], zeros),
      ]
      return node('DequantizeLinear', from, `${name}Rounded`, { axis: 0 })
    },
  }
}

const inWholeNumbers = (
  graph: OnnxGraph,
  isWhole: (node: OnnxNode) => boolean,
  scales: ReadonlyMap<string, Scale>,
): OnnxGraph => {
  const nodes: OnnxNode[] = []
  const { constants, throughBytes, fromWhole } = createRounder(nodes)
  const learned = (name: string): OnnxConstant & { values: Float32Array } => {
    const found = graph.constants.find((constant) => constant.name === name)
    if (!(found?.values instanceof Float32Array)) throw new TypeError(`${name} is not a constant of floats`)
    return { ...found, values: found.values }
  }

  /** Of a convolution: its kernel, and its bias if it has one. */
  const rounded = ([data = '', kernelName = '', biasName]: string[]): string[] => {
    const kernel = learned(kernelName)
    const weights = roundWeights(kernel.values, kernel.shape[0] ?? 1)
    const kernelRounded = fromWhole(kernelName, kernel.shape, weights.whole, weights.scales)
    if (biasName === undefined) return [kernelRounded]
    const bias = roundBias(learned(biasName).values, weights.scales, scales.get(data)?.scale ?? 1)
    return [kernelRounded, fromWhole(biasName, [bias.whole.length], bias.whole, bias.scales)]
  }

  for (const node of graph.nodes) {
    const { operation, inputs } = node
    const data = (name: string): string => {
      const scale = isWhole(node) && scales.get(name)
      return scale ? throughBytes(name, scale) : name
    }
    const learnedInputs = isWhole(node) && operation === 'Conv' ? rounded(inputs) : inputs.slice(1).map(data)
    nodes.push({ ...node, inputs: [data(inputs[0] ?? ''), ...learnedInputs] })
  }
  const used = new Set(nodes.flatMap(({ inputs }) => inputs))
  const left = graph.constants.filter(({ name }) => used.has(name))
  return { ...graph, name: `${graph.name}-int8`, nodes, constants: [...left, ...constants] }
}
