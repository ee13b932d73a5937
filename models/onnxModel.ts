/** An ONNX graph as plain data: what is done (nodes), with which numbers (constants), from and to where. */

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
