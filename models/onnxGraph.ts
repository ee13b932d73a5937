/** An ONNX graph under construction, written out as a model file. Field numbers are those of onnx.proto, IR version 8. */
import { bytes, float32, message, text, whole } from './protobuf.ts'

const IR_VERSION = 8
const OPSET_VERSION = 17
const ELEMENT = { float: 1, uint8: 2 } as const
const ATTRIBUTE = { float: 1, int: 2, text: 3, ints: 7 } as const

/** A number is written as a float when the operation wants one: `{ float: 0.5 }`. */
type Attribute = number | number[] | string | { float: number }

export type OnnxGraph = ReturnType<typeof createOnnxGraph>

const attribute = (name: string, value: Attribute): Uint8Array => {
  const fields = (type: number, ...content: Uint8Array[]) => message(text(1, name), ...content, whole(20, type))
  if (typeof value === 'number') return fields(ATTRIBUTE.int, whole(3, value))
  if (typeof value === 'string') return fields(ATTRIBUTE.text, text(4, value))
  if (Array.isArray(value)) return fields(ATTRIBUTE.ints, ...value.map((item) => whole(8, item)))
  return fields(ATTRIBUTE.float, float32(2, value.float))
}

const typedTensor = (name: string, element: number, shape: number[]): Uint8Array => {
  const dimensions = shape.map((size) => bytes(1, whole(1, size)))
  return message(text(1, name), bytes(2, bytes(1, message(whole(1, element), bytes(2, message(...dimensions))))))
}

/** Names are counted, so that the same calls give the same bytes. */
export const createOnnxGraph = (graphName: string) => {
  const nodes: Uint8Array[] = []
  const constants: Uint8Array[] = []
  const inputs: Uint8Array[] = []
  const outputs: Uint8Array[] = []

  const emit = (operation: string, from: string[], output: string, attributes: Record<string, Attribute>): string => {
    const settings = Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value)))
    const ends = [...from.map((name) => text(1, name)), text(2, output), text(3, output)]
    nodes.push(message(...ends, text(4, operation), ...settings))
    return output
  }

  return {
    /** Gives back the name of what the operation puts out. An absent optional input is ''. */
    node: (operation: string, from: string[], attributes: Record<string, Attribute> = {}): string =>
      emit(operation, from, `${operation}${nodes.length}`, attributes),

    /** A float32 tensor that is part of the file. An empty shape is a scalar. */
    constant: (shape: number[], values: Float32Array): string => {
      const name = `constant${constants.length}`
      const dimensions = shape.map((size) => whole(1, size))
      const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
      constants.push(message(...dimensions, whole(2, ELEMENT.float), text(8, name), bytes(9, raw)))
      return name
    },

    /** Bytes come in and go on as floats of the same value. */
    byteInput: (name: string, shape: number[]): string => {
      inputs.push(typedTensor(name, ELEMENT.uint8, shape))
      return emit('Cast', [name], `${name}Float`, { to: ELEMENT.float })
    },

    output: (name: string, from: string, shape: number[]): void => {
      emit('Identity', [from], name, {})
      outputs.push(typedTensor(name, ELEMENT.float, shape))
    },

    encode: (): Uint8Array => {
      const graph = message(
        ...nodes.map((node) => bytes(1, node)),
        text(2, graphName),
        ...constants.map((constant) => bytes(5, constant)),
        ...inputs.map((input) => bytes(11, input)),
        ...outputs.map((output) => bytes(12, output)),
      )
      const operatorSet = message(text(1, ''), whole(2, OPSET_VERSION))
      return message(whole(1, IR_VERSION), text(2, 'hallkeeper'), bytes(7, graph), bytes(8, operatorSet))
    },
  }
}
