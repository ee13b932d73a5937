/** The converter on a small graph whose answer is worked out by hand. */
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { toOnnx } from '#models/converting.ts'
import { readTfGraph } from '#models/tfjsGraph.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const attr = { strides: { list: { i: ['1', '2', '2', '1'] } }, padding: { s: base64('SAME') } }
const fused = { ...attr, fused_ops: { list: { s: [base64('BiasAdd')] } } }
const input = { shape: { shape: { dim: [1, 64, 64, 3].map((size) => ({ size: String(size) })) } } }

interface Weight {
  name: string
  shape: number[]
  values: number[]
}

/** `kernel` sums red of each 3 × 3 window, centre twice, and the bias is -3. */
const kernel = Array.from({ length: 27 }, (_, at) => (at % 3 === 0 ? (at === 12 ? 2 : 1) / 256 : 0))
const weights: Weight[] = [
  { name: 'kernel', shape: [3, 3, 3, 1], values: kernel },
  { name: 'bias', shape: [1], values: [-3] },
  { name: 'three', shape: [], values: [3] },
  { name: 'sixth', shape: [], values: [0.25] },
  { name: 'sixteen', shape: [], values: [16] },
]

/** Hard swish with an odd factor, as CenterNet writes it, after a convolution of stride 2. */
const nodes = [
  { name: 'in', op: 'Placeholder', attr: input },
  { name: 'conv', op: '_FusedConv2D', input: ['in', 'kernel', 'bias'], attr: fused },
  { name: 'scaled', op: 'Mul', input: ['sixth', 'conv'] },
  { name: 'shifted', op: 'Add', input: ['conv', 'three'] },
  { name: 'gate', op: 'Relu6', input: ['shifted'] },
  { name: 'tower_0/keypoints', op: 'Mul', input: ['scaled', 'gate'] },
  { name: 'tower_0/wh', op: 'Mul', input: ['conv', 'sixteen'] },
]

const topology = (graph: object[]) =>
  JSON.stringify({
    modelTopology: { node: graph },
    weightsManifest: [
      {
        weights: weights.map(({ name, shape }) => ({
          name,
          shape,
          dtype: 'float32',
          quantization: { dtype: 'float16' },
        })),
      },
    ],
  })

/** Exact for the numbers above, all of which are short in binary. */
const toFloat16 = (value: number): number => {
  if (value === 0) return 0
  const exponent = Math.floor(Math.log2(Math.abs(value)))
  return (value < 0 ? 0x8000 : 0) + ((exponent + 15) << 10) + (Math.abs(value) / 2 ** exponent - 1) * 1024
}

const binary = Buffer.from(
  Uint16Array.from(
    weights.flatMap(({ values }) => values),
    toFloat16,
  ).buffer,
)

const SIDE = 32
const rgb = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * 37) % 256)

/** TensorFlow's SAME at stride 2 over an even side pads one pixel at the end and none before. */
const convolvedAt = (column: number, row: number): number => {
  let total = -3
  for (let y = 0; y < 3; y++)
    for (let x = 0; x < 3; x++) {
      const [left, top] = [column * 2 + x, row * 2 + y]
      const red = left < SIDE && top < SIDE ? (rgb[(top * SIDE + left) * 3] ?? 0) : 0
      total += red * (kernel[(y * 3 + x) * 3] ?? 0)
    }
  return total
}

describe('converting a graph', () => {
  it('keeps padding, layout, hard swish and factors', async () => {
    const session = await InferenceSession.create(
      toOnnx(readTfGraph(topology(nodes), binary), { width: SIDE, height: SIDE }),
    )
    const { heat, wh } = await session.run({ images: new Tensor('uint8', rgb, [1, SIDE, SIDE, 3]) })
    const side = SIDE / 2
    const expected = Array.from({ length: side * side }, (_, at) => convolvedAt(at % side, Math.floor(at / side)))
    const swished = expected.map((x) => 0.25 * x * Math.min(6, Math.max(0, x + 3)))
    expect(heat?.dims).toEqual([1, 1, side, side])
    expect(new Set(expected.map(Math.sign))).toEqual(new Set([-1, 1]))
    for (const [at, value] of swished.entries()) expect(heat?.data[at]).toBeCloseTo(value, 4)
    for (const [at, value] of expected.entries()) expect(wh?.data[at]).toBeCloseTo(16 * value, 3)
  })

  it('writes the same bytes each time', () => {
    const once = () => toOnnx(readTfGraph(topology(nodes), binary), { width: SIDE, height: SIDE })
    expect(Buffer.compare(once(), once())).toBe(0)
  })

  it('stops at an operation it does not know, and at weights that do not fit', () => {
    const strange = nodes.map((node) => (node.op === 'Relu6' ? { ...node, op: 'Elu' } : node))
    const size = { width: SIDE, height: SIDE }
    expect(() => toOnnx(readTfGraph(topology(strange), binary), size)).toThrow(
      'the operation Elu of gate has no translation',
    )
    expect(() => readTfGraph(topology(nodes), Buffer.concat([binary, binary]))).toThrow(
      /the weights use \d+ of \d+ bytes/,
    )
  })
})
