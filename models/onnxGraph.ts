/** An ONNX graph under construction. */
import { encode } from './onnxFile.ts'
import type { OnnxGraph, OnnxNode } from './onnxModel.ts'

/** ONNX counts its element types; this one is float32. */
const ELEMENT_FLOAT = 1

export type GraphWriter = ReturnType<typeof createOnnxGraph>

/** Names are counted, so that the same calls give the same graph. */
export const createOnnxGraph = (name: string) => {
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

    /** The model file, as far as the graph is written. */
    encode: (): Uint8Array => encode(graph),
  }
}
