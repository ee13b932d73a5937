/** The converter on small graphs over planes, as NanoDet is drawn: each answer is worked out by hand. */
import { describe, expect, it } from 'vitest'
import { toOnnx } from '#models/converting.ts'
import { base64, ints, madeUp, network, outOf, placeholder, type Weight } from './madeUp.ts'

const SIDE = 32
const CELLS = SIDE * SIDE
const rgb = Uint8Array.from({ length: CELLS * 3 }, (_, at) => (at * 29 + Math.floor(at / 100) * 7) % 256)
const valid = { strides: ints(1, 2, 2, 1), padding: { s: base64('VALID') } }

const weights: Weight[] = [
  { name: 'toRows', shape: [4], values: [0, 2, 3, 1] },
  { name: 'toPlanes', shape: [4], values: [0, 3, 1, 2] },
  { name: 'turned', shape: [4], values: [0, 1, 3, 2] },
  { name: 'around', shape: [4, 2], values: [0, 0, 0, 0, 1, 0, 2, 0] },
  { name: 'lowest', shape: [], values: [Number.NEGATIVE_INFINITY] },
  { name: 'channelAxis', shape: [], values: [1] },
  { name: 'rowAxis', shape: [], values: [2] },
  { name: 'half', shape: [2], values: [32, 32] },
  { name: 'kernel', shape: [3, 3, 3, 2], values: Array.from({ length: 54 }, (_, at) => ((at % 7) - 3) / 256) },
  { name: 'bias', shape: [2], values: [5, -0.5] },
]
const image = placeholder(1, 3, 64, 64)
const rows = { name: 'rows', op: 'Transpose', input: ['in', 'toRows'] }
const pad = { name: 'pad', op: 'Pad', input: ['in', 'around'] }
const padRows = { name: 'padRows', op: 'Transpose', input: ['pad', 'toRows'] }
const conv = { name: 'conv', op: 'Conv2D', input: ['padRows', 'kernel'], attr: valid }
const biased = { name: 'out', op: 'Add', input: ['conv', 'bias'] }

const pixel = (column: number, row: number, channel: number): number | undefined =>
  column < 0 || row < 0 ? undefined : rgb[(row * SIDE + column) * 3 + channel]

/** One row above and two columns to the left are padding. */
const convolvedAt = (column: number, row: number, output: number): number => {
  let total = output === 0 ? 5 : -0.5
  for (let at = 0; at < 27; at++) {
    const [y, x, channel] = [Math.floor(at / 9), Math.floor(at / 3) % 3, at % 3]
    total += ((pixel(column * 2 + x - 2, row * 2 + y - 1, channel) ?? 0) * (((at * 2 + output) % 7) - 3)) / 256
  }
  return total
}

const onPicture = { rgb, side: SIDE }
const convert = (nodes: readonly object[]) =>
  toOnnx(madeUp(nodes, weights), network(['out']), { width: SIDE, height: SIDE })
const operationsOf = (nodes: readonly object[]) => convert(nodes).nodes.map(({ operation }) => operation)

describe('converting a graph of planes', () => {
  it('folds the padding before a convolution and the bias after it into the convolution', async () => {
    const nodes = [image, pad, padRows, conv, biased]
    expect(operationsOf(nodes)).toEqual(['Cast', 'Transpose', 'Conv', 'Identity'])
    const { dims, values } = await outOf(nodes, weights, onPicture)
    expect(dims).toEqual([1, 2, 16, 16])
    for (const [at, value] of values.entries())
      expect(value).toBeCloseTo(convolvedAt(at % 16, Math.floor(at / 16) % 16, Math.floor(at / 256)), 4)
  })

  it('keeps only the channels that are wanted, with their bias', async () => {
    const { dims, values } = await outOf([image, pad, padRows, conv, biased], weights, {
      ...onPicture,
      more: { kept: { conv: [1] } },
    })
    expect(dims).toEqual([1, 1, 16, 16])
    expect(values[17]).toBeCloseTo(convolvedAt(1, 1, 1), 4)
  })

  it('normalises the bytes and changes red and blue over', async () => {
    const pixels = { channels: 'BGR', mean: [10, 20, 30], deviation: [2, 4, 8] } as const
    const { values } = await outOf([image, { ...rows, name: 'out' }], weights, { ...onPicture, more: { pixels } })
    for (const cell of [0, 77, CELLS - 1]) {
      const [red = 0, green = 0, blue = 0] = rgb.subarray(cell * 3)
      const expected = [(blue - 10) / 2, (green - 20) / 4, (red - 30) / 8]
      for (const [plane, value] of expected.entries()) expect(values[plane * CELLS + cell]).toBeCloseTo(value, 4)
    }
  })

  it('lets minus infinity around a map never win, below zero too', async () => {
    const pixels = { channels: 'RGB', mean: [255, 255, 255], deviation: [1, 1, 1] } as const
    const pool = { name: 'out', op: 'MaxPool', input: ['padRows'], attr: { ...valid, ksize: ints(1, 3, 3, 1) } }
    const padded = { ...pad, op: 'PadV2', input: ['in', 'around', 'lowest'] }
    const { dims, values } = await outOf([image, padded, padRows, pool], weights, { ...onPicture, more: { pixels } })
    expect(dims).toEqual([1, 3, 16, 16])
    expect(values[0]).toBe(Math.max(pixel(0, 0, 0) ?? 0, pixel(0, 1, 0) ?? 0) - 255)
  })

  it('lets a leak through below zero', async () => {
    const pixels = { channels: 'RGB', mean: [128, 128, 128], deviation: [1, 1, 1] } as const
    const leak = { name: 'out', op: 'LeakyRelu', input: ['in'], attr: { alpha: { f: 0.125 } } }
    const { values } = await outOf([image, leak], weights, { ...onPicture, more: { pixels } })
    const reds = Array.from({ length: CELLS }, (_, cell) => (rgb[cell * 3] ?? 0) - 128)
    expect(values.slice(0, CELLS)).toEqual(reds.map((value) => expect.closeTo(value < 0 ? value / 8 : value, 4)))
  })

  it('joins planes', async () => {
    const joined = { name: 'out', op: 'ConcatV2', input: ['in', 'in', 'channelAxis'] }
    const { dims, values } = await outOf([image, joined], weights, onPicture)
    expect(dims).toEqual([1, 6, SIDE, SIDE])
    expect(values.slice(3 * CELLS)).toEqual(values.slice(0, 3 * CELLS))
  })

  it('halves a map between its pixels, in the ratio that was drawn', async () => {
    const halved = {
      name: 'out',
      op: 'ResizeBilinear',
      input: ['rows', 'half'],
      attr: { half_pixel_centers: { b: true } },
    }
    const { dims, values } = await outOf([image, rows, halved], weights, onPicture)
    expect(dims).toEqual([1, 3, 16, 16])
    const four = [pixel(0, 0, 0), pixel(1, 0, 0), pixel(0, 1, 0), pixel(1, 1, 0)]
    expect(values[0]).toBeCloseTo(four.reduce((sum: number, value = 0) => sum + value, 0) / 4, 4)
  })

  it('stops where a translation would be wrong', () => {
    const leak = { name: 'out', op: 'LeakyRelu', input: ['pad'] }
    expect(() => convert([image, pad, leak])).toThrow('padding waits around pad')
    const low = { ...pad, op: 'PadV2', input: ['in', 'around', 'lowest'] }
    expect(() => convert([image, low, padRows, conv, biased])).toThrow('conv cannot take the padding before it')
    expect(() => convert([image, { ...conv, name: 'out', input: ['in', 'kernel'] }])).toThrow('not over rows of pixels')
    expect(() => convert([image, { ...rows, name: 'out', input: ['in', 'turned'] }])).toThrow(
      'puts the axes in the order',
    )
    const joined = { name: 'out', op: 'ConcatV2', input: ['in', 'in', 'rowAxis'] }
    expect(() => convert([image, joined])).toThrow('out joins no channels')
    expect(() => convert([image, rows, { ...biased, input: ['rows', 'bias'] }])).toThrow('else than a convolution')
    const mixed = { name: 'out', op: 'Add', input: ['in', 'rows'] }
    expect(() => convert([image, rows, mixed])).toThrow('adds maps of different axes')
  })
})
