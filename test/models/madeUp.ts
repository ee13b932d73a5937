/** Small TensorFlow graphs made up for the tests, and runs of what the converter makes of them. */
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { toOnnx } from '#models/converting.ts'
import type { Network } from '#models/networks.ts'
import { encode } from '#models/onnxFile.ts'
import type { OnnxGraph } from '#models/onnxModel.ts'
import { readTfGraph, type TfGraph } from '#models/tfjsGraph.ts'

export interface Weight {
  name: string
  shape: number[]
  values: number[]
}

export const base64 = (text: string): string => Buffer.from(text).toString('base64')
export const ints = (...values: number[]) => ({ list: { i: values.map(String) } })
export const placeholder = (...shape: number[]) => ({
  name: 'in',
  op: 'Placeholder',
  attr: { shape: { shape: { dim: shape.map((size) => ({ size: String(size) })) } } },
})

/** Exact for numbers that are short in binary. */
const toFloat16 = (value: number): number => {
  if (value === 0) return 0
  if (value === Number.NEGATIVE_INFINITY) return 0xfc00
  const exponent = Math.floor(Math.log2(Math.abs(value)))
  return (value < 0 ? 0x8000 : 0) + ((exponent + 15) << 10) + (Math.abs(value) / 2 ** exponent - 1) * 1024
}

export const binaryOf = (weights: readonly Weight[]): Buffer =>
  Buffer.from(
    Uint16Array.from(
      weights.flatMap(({ values }) => values),
      toFloat16,
    ).buffer,
  )

export const madeUp = (nodes: readonly object[], weights: readonly Weight[], binary = binaryOf(weights)): TfGraph => {
  const specs = weights.map(({ name, shape }) => ({
    name,
    shape,
    dtype: 'float32',
    quantization: { dtype: 'float16' },
  }))
  const topology = { modelTopology: { node: nodes }, weightsManifest: [{ weights: specs }] }
  return readTfGraph(JSON.stringify(topology), binary)
}

/** Puts out the nodes named, each under its own name. */
export const network = (nodes: readonly string[], more: Partial<Network> = {}): Network => ({
  name: 'made up',
  outputs: Object.fromEntries(nodes.map((name) => [name, name])),
  maps: [],
  warm: 0,
  kept: {},
  ...more,
})

export interface Output {
  dims: readonly number[]
  values: number[]
}

/** `rgb` are the bytes of a picture, `side` pixels wide and high. */
export const run = async (graph: OnnxGraph, rgb: Uint8Array, side: number): Promise<Record<string, Output>> => {
  const session = await InferenceSession.create(encode(graph), { intraOpNumThreads: 1 })
  const outputs = await session.run({ images: new Tensor('uint8', rgb, [1, side, side, 3]) })
  await session.release()
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { dims, data }]) => [name, { dims, values: Array.from(data, Number) }]),
  )
}

/** The one output `out` of a made-up graph. */
export const outOf = async (
  nodes: readonly object[],
  weights: readonly Weight[],
  { rgb, side, more = {} }: { rgb: Uint8Array; side: number; more?: Partial<Network> },
): Promise<Output> => {
  const { out } = await run(
    toOnnx(madeUp(nodes, weights), network(['out'], more), { width: side, height: side }),
    rgb,
    side,
  )
  if (!out) throw new RangeError('nothing is put out')
  return out
}
