/** Writes an ONNX graph as a model file. Field numbers are those of onnx.proto, IR version 8. */
import type { Attribute, OnnxConstant, OnnxGraph, OnnxNode, Port, Values } from './onnxModel.ts'
import { bytes, float32, message, text, whole } from './protobuf.ts'

const IR_VERSION = 8
const OPSET_VERSION = 17
const ELEMENT = { float: 1, uint8: 2, int8: 3, int32: 6 } as const
const ATTRIBUTE = { float: 1, int: 2, text: 3, ints: 7 } as const

const elementOf = (values: Values): number => {
  if (values instanceof Float32Array) return ELEMENT.float
  if (values instanceof Int32Array) return ELEMENT.int32
  return values instanceof Int8Array ? ELEMENT.int8 : ELEMENT.uint8
}

const attribute = (name: string, value: Attribute): Uint8Array => {
  const fields = (type: number, ...content: Uint8Array[]) => message(text(1, name), ...content, whole(20, type))
  if (typeof value === 'number') return fields(ATTRIBUTE.int, whole(3, value))
  if (typeof value === 'string') return fields(ATTRIBUTE.text, text(4, value))
  if (Array.isArray(value)) return fields(ATTRIBUTE.ints, ...value.map((item) => whole(8, item)))
  return fields(ATTRIBUTE.float, float32(2, value.float))
}

const nodeMessage = ({ operation, inputs, output, attributes }: OnnxNode): Uint8Array => {
  const settings = Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value)))
  const ends = [...inputs.map((name) => text(1, name)), text(2, output), text(3, output)]
  return message(...ends, text(4, operation), ...settings)
}

const constantMessage = ({ name, shape, values }: OnnxConstant): Uint8Array => {
  const dimensions = shape.map((size) => whole(1, size))
  const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return message(...dimensions, whole(2, elementOf(values)), text(8, name), bytes(9, raw))
}

const portMessage = ({ name, element, shape }: Port): Uint8Array => {
  const dimensions = shape ? [bytes(2, message(...shape.map((size) => bytes(1, whole(1, size)))))] : []
  return message(text(1, name), bytes(2, bytes(1, message(whole(1, ELEMENT[element]), ...dimensions))))
}

export const encode = ({ name, nodes, constants, inputs, outputs }: OnnxGraph): Uint8Array => {
  const graph = message(
    ...nodes.map((node) => bytes(1, nodeMessage(node))),
    text(2, name),
    ...constants.map((constant) => bytes(5, constantMessage(constant))),
    ...inputs.map((input) => bytes(11, portMessage(input))),
    ...outputs.map((output) => bytes(12, portMessage(output))),
  )
  const operatorSet = message(text(1, ''), whole(2, OPSET_VERSION))
  return message(whole(1, IR_VERSION), text(2, 'hallkeeper'), bytes(7, graph), bytes(8, operatorSet))
}
