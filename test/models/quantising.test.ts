/** The quantiser on a small made-up network. */
import { describe, expect, it } from 'vitest'
import { measureRanges } from '#models/calibrating.ts'
import { encode } from '#models/onnxFile.ts'
import { createOnnxGraph } from '#models/onnxGraph.ts'
import type { OnnxConstant, OnnxGraph } from '#models/onnxModel.ts'
import { quantise } from '#models/quantising.ts'
import { roundBias, roundWeights, scaleOf } from '#models/rounding.ts'
import { run } from './madeUp.ts'

const SIDE = 16

/** Numbers that look random and are the same each time, -1..1. */
const noise = (count: number, seed: number): Float32Array => {
  let state = seed
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) / 2 ** 23 - 1
  })
}

const pictures = [1, 2, 3].map((seed) => Uint8Array.from(noise(SIDE * SIDE * 3, seed), (value) => (value + 1) * 127))
const unseen = Uint8Array.from(noise(SIDE * SIDE * 3, 99), (value) => (value + 1) * 127)

/** Picture, a convolution of it, a leak, a second convolution whose channels differ widely in size. */
const network = (): OnnxGraph => {
  const writer = createOnnxGraph('made-up')
  const square = { kernel_shape: [3, 3], pads: [1, 1, 1, 1] }
  const planes = writer.node('Transpose', [writer.byteInput('images', [1, SIDE, SIDE, 3])], { perm: [0, 3, 1, 2] })
  const first = writer.constant(
    [4, 3, 3, 3],
    noise(108, 7).map((value) => value / 300),
  )
  const seen = writer.node('Conv', [planes, first], square)
  const leaked = writer.node('LeakyRelu', [seen], { alpha: { float: 0.1 } })
  const kernel = writer.constant(
    [2, 4, 3, 3],
    noise(72, 8).map((value, at) => (at < 36 ? value : value / 50)),
  )
  const bias = writer.constant([2], Float32Array.of(0.5, -0.01))
  writer.output('out', writer.node('Conv', [leaked, kernel, bias], square), [1, 2, SIDE, SIDE])
  return writer.graph
}

const named = ({ constants }: OnnxGraph, name: string): OnnxConstant['values'] | undefined =>
  constants.find((constant) => constant.name === name)?.values

describe('quantising a network', () => {
  it('stays close to what the network says in floats, on a picture it was not calibrated on', async () => {
    const exact = network()
    const whole = await quantise(exact, pictures)
    const { out: floats } = await run(exact, unseen, SIDE)
    const { out: bytes } = await run(whole, unseen, SIDE)
    const span = Math.max(...(floats?.values ?? [])) - Math.min(...(floats?.values ?? []))
    const gaps = (floats?.values ?? []).map((value, at) => Math.abs(value - (bytes?.values[at] ?? Number.NaN)))
    expect(span).toBeGreaterThan(1)
    expect(Math.max(...gaps)).toBeLessThan(span / 50)
    expect(Math.max(...gaps)).toBeGreaterThan(0)
  })

  it('keeps the weights in signed bytes, a scale for each channel, and leaves what sees the picture in floats', async () => {
    const whole = await quantise(network(), pictures)
    expect(named(whole, 'constant0')).toBeInstanceOf(Float32Array)
    expect(named(whole, 'constant1')).toBeUndefined()
    const weights = named(whole, 'constant1Whole')
    expect(weights).toBeInstanceOf(Int8Array)
    const halves = [weights?.slice(0, 36), weights?.slice(36)]
    expect(halves.map((half) => Math.max(...Array.from(half ?? [], Math.abs)))).toEqual([64, 64])
    expect(named(whole, 'constant2Whole')).toBeInstanceOf(Int32Array)
    const [large = 0, small = 0] = named(whole, 'constant1Scale') ?? []
    expect(large / small).toBeGreaterThan(30)
  })

  it('gives each tensor the range that it had on the pictures', async () => {
    const exact = network()
    const leaked = exact.nodes.find(({ operation }) => operation === 'LeakyRelu')?.output ?? ''
    const range = (await measureRanges(exact, [leaked], pictures)).get(leaked)
    const one = (await measureRanges(exact, [leaked], pictures.slice(0, 1))).get(leaked)
    expect(range?.least).toBeLessThan(0)
    expect(range?.most).toBeGreaterThanOrEqual(one?.most ?? Number.NaN)
    const whole = await quantise(exact, pictures)
    expect(named(whole, `${leaked}Scale`)?.[0]).toBeCloseTo(((range?.most ?? 0) - (range?.least ?? 0)) / 255, 6)
  })

  it('writes the same bytes each time', async () => {
    const [once, again] = [await quantise(network(), pictures), await quantise(network(), pictures)]
    expect(Buffer.compare(encode(once), encode(again))).toBe(0)
  })
})

describe('rounding', () => {
  it('hits zero exactly and covers the range', () => {
    for (const range of [
      { least: -3, most: 1 },
      { least: 0, most: 6 },
      { least: -5, most: 0 },
    ]) {
      const { scale, zero } = scaleOf(range)
      expect(Number.isInteger(zero)).toBe(true)
      expect((0 - zero) * scale).toBeGreaterThan(range.least - scale)
      expect((255 - zero) * scale).toBeGreaterThan(range.most - scale)
    }
  })

  it('lets two products of a byte and a weight fit into 16 bits', () => {
    const { whole } = roundWeights(Float32Array.of(-0.3, 0.2, 0.1, 7), 2)
    expect([...whole]).toEqual([-64, 43, 1, 64])
    expect(2 * 255 * Math.max(...whole.map(Math.abs))).toBeLessThan(2 ** 15)
  })

  it('counts a bias in the units of the sums it is added to', () => {
    const { whole, scales } = roundBias(Float32Array.of(1, -1), Float32Array.of(0.5, 0.25), 0.125)
    expect([...whole]).toEqual([16, -32])
    expect([...scales]).toEqual([0.0625, 0.03125])
  })
})
