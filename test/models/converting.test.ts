/** The converter on a small graph whose answer is worked out by hand: what CenterNet is made of. */
import { describe, expect, it } from 'vitest'
import { toOnnx } from '#models/converting.ts'
import { encode } from '#models/onnxFile.ts'
import { base64, binaryOf, ints, madeUp, network, placeholder, run, type Weight } from './madeUp.ts'

const attr = { strides: ints(1, 2, 2, 1), padding: { s: base64('SAME') } }
const fused = { ...attr, fused_ops: { list: { s: [base64('BiasAdd')] } } }

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
  placeholder(1, 64, 64, 3),
  { name: 'conv', op: '_FusedConv2D', input: ['in', 'kernel', 'bias'], attr: fused },
  { name: 'scaled', op: 'Mul', input: ['sixth', 'conv'] },
  { name: 'shifted', op: 'Add', input: ['conv', 'three'] },
  { name: 'gate', op: 'Relu6', input: ['shifted'] },
  { name: 'heat', op: 'Mul', input: ['scaled', 'gate'] },
  { name: 'wh', op: 'Mul', input: ['conv', 'sixteen'] },
]

const SIDE = 32
const size = { width: SIDE, height: SIDE }
const rgb = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * 37) % 256)
const converted = (graph: readonly object[] = nodes) => toOnnx(madeUp(graph, weights), network(['heat', 'wh']), size)

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
    const { heat, wh } = await run(converted(), rgb, SIDE)
    const side = SIDE / 2
    const expected = Array.from({ length: side * side }, (_, at) => convolvedAt(at % side, Math.floor(at / side)))
    const swished = expected.map((x) => 0.25 * x * Math.min(6, Math.max(0, x + 3)))
    expect(heat?.dims).toEqual([1, 1, side, side])
    expect(new Set(expected.map(Math.sign))).toEqual(new Set([-1, 1]))
    for (const [at, value] of swished.entries()) expect(heat?.values[at]).toBeCloseTo(value, 4)
    for (const [at, value] of expected.entries()) expect(wh?.values[at]).toBeCloseTo(16 * value, 3)
  })

  it('writes the same bytes each time', () => {
    expect(Buffer.compare(encode(converted()), encode(converted()))).toBe(0)
  })

  it('stops at an operation it does not know, and at weights that do not fit', () => {
    const strange = nodes.map((node) => (node.name === 'gate' ? { ...node, op: 'Elu' } : node))
    expect(() => converted(strange)).toThrow('the operation Elu of gate has no translation')
    const twice = Buffer.concat([binaryOf(weights), binaryOf(weights)])
    expect(() => madeUp(nodes, weights, twice)).toThrow(/the weights use \d+ of \d+ bytes/)
  })
})
