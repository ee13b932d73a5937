/** An ONNX graph under construction, as plain data: what is done (nodes), with which numbers (constants), from and to where. */

export type Values = Float32Array | Int32Array | Int8Array | Uint8Array

/** A number is written as a float when the operation wants one: `{ float: 0.5 }`. */
export type Attribute = number | number[] | string | { float: number }

export interface OnnxNode {
  operation: string
  /** Names of tensors. An absent optional input is ''. */
  inputs: string[]
  output: string
  attributes: Record<string, Attribute>
}

/** A tensor that is part of the file, row-major. An empty shape is a scalar. */
export interface OnnxConstant {
  name: string
  shape: number[]
  values: Values
}

export interface Port {
  name: string
  element: 'float' | 'uint8'
  /** Left out, the runtime finds it. */
  shape?: number[]
}

export interface OnnxGraph {
  name: string
  /** In an order in which they can be done. */
  nodes: OnnxNode[]
  constants: OnnxConstant[]
  inputs: Port[]
  outputs: Port[]
}

export type GraphWriter = ReturnType<typeof createGraphWriter>

/** Names are counted, so that the same calls give the same graph. */
export const createGraphWriter = (name: string) => {
  const graph: OnnxGraph = { name, nodes: [], constants: [], inputs: [], outputs: [] }

  const emit = (operation: string, inputs: string[], output: string, attributes: OnnxNode['attributes']): string => {
    graph.nodes.push({ operation, inputs, output, attributes })
    return output
  }

  return {
    graph,

    /** Gives back the name of what the operation puts out. */
    node: (operation: string, inputs: string[], attributes: OnnxNode['attributes'] = {}): string =>
      emit(operation, inputs, `${operation}${graph.nodes.length}`, attributes),

    constant: (shape: number[], values: Float32Array): string => {
      const name = `constant${graph.constants.length}`
      graph.constants.push({ name, shape, values })
      return name
    },

    /** Bytes come in and go on as floats of the same value. */
    byteInput: (name: string, shape: number[]): string => {
      graph.inputs.push({ name, element: 'uint8', shape })
      return emit('Cast', [name], `${name}Float`, { to: ELEMENT_FLOAT })
    },

    output: (name: string, from: string, shape: number[]): void => {
      emit('Identity', [from], name, {})
      graph.outputs.push({ name, element: 'float', shape })
    },
  }
}

/** ONNX counts its element types; this one is float32. */
const ELEMENT_FLOAT = 1
