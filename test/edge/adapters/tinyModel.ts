/** Models of a few operations, written as ONNX, whose answers are known beforehand. */
import { bytes, message, text, whole } from '#models/protobuf.ts'

type Element = 'float' | 'int64'
const ELEMENT = { float: 1, int64: 7 } as const
const LIST_OF_WHOLE = 7
const ONE_WHOLE = 2

interface Port {
  name: string
  element: Element
  shape: number[]
}

export interface TinyModel {
  inputs: Port[]
  outputs: Port[]
  /** By name; floats, or whole numbers as bigint. */
  constants?: Record<string, { shape: number[]; values: number[] | bigint[] }>
  nodes: { operation: string; inputs: string[]; output: string; attributes?: Record<string, number | number[]> }[]
}

const port = ({ name, element, shape }: Port) => {
  const dimensions = message(...shape.map((size) => bytes(1, whole(1, size))))
  return message(text(1, name), bytes(2, bytes(1, message(whole(1, ELEMENT[element]), bytes(2, dimensions)))))
}

const isWhole = (values: number[] | bigint[]): values is bigint[] => typeof values[0] === 'bigint'

const constant = (name: string, shape: number[], values: number[] | bigint[]) => {
  const raw = isWhole(values) ? BigInt64Array.from(values) : Float32Array.from(values)
  const element = isWhole(values) ? ELEMENT.int64 : ELEMENT.float
  return message(
    ...shape.map((size) => whole(1, size)),
    whole(2, element),
    text(8, name),
    bytes(9, Buffer.from(raw.buffer)),
  )
}

const attribute = (name: string, value: number | number[]) =>
  typeof value === 'number'
    ? message(text(1, name), whole(3, value), whole(20, ONE_WHOLE))
    : message(text(1, name), ...value.map((item) => whole(8, item)), whole(20, LIST_OF_WHOLE))

const node = ({ operation, inputs, output, attributes = {} }: TinyModel['nodes'][number]) =>
  message(
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operation),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
  )

export const encodeTiny = ({ inputs, outputs, constants = {}, nodes }: TinyModel): Uint8Array => {
  const graph = message(
    ...nodes.map((one) => bytes(1, node(one))),
    text(2, 'tiny'),
    ...Object.entries(constants).map(([name, { shape, values }]) => bytes(5, constant(name, shape, values))),
    ...inputs.map((one) => bytes(11, port(one))),
    ...outputs.map((one) => bytes(12, port(one))),
  )
  return message(whole(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), whole(2, 17))))
}
