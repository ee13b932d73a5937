/** Real numbers written as whole ones: value ≈ (whole − zero) · scale. */
import type { Range } from './calibrating.ts'

export interface Scale {
  scale: number
  zero: number
}

/** Bytes 0..255 over the whole range; 0 is hit exactly. */
export const scaleOf = ({ least, most }: Range): Scale => {
  const scale = Math.fround(Math.max(most - least, Number.EPSILON) / 255)
  return { scale, zero: Math.min(255, Math.max(0, Math.round(-least / scale))) }
}

/**
 * Seven bits and a sign would be -127..127; with six, two products of a byte and a weight fit into 16 bits, in which
 * processors without dot products of bytes add them: the answer is the same everywhere.
 */
const MOST_WEIGHT = 64

export interface Whole<T> {
  whole: T
  /** One an output channel. */
  scales: Float32Array
}

/** `weights` are [channels, …]: each output channel has a scale of its own and no zero. */
export const roundWeights = (weights: Float32Array, channels: number): Whole<Int8Array> => {
  const each = weights.length / channels
  const scales = Float32Array.from({ length: channels }, (_, channel) => {
    const own = weights.subarray(channel * each, (channel + 1) * each)
    const most = own.reduce((so_far, weight) => Math.max(so_far, Math.abs(weight)), 0)
    return Math.max(most, Number.EPSILON) / MOST_WEIGHT
  })
  const whole = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[Math.floor(at / each)] ?? 1)))
  return { whole, scales }
}

/** A bias is added to sums of products, so its scale is theirs. */
export const roundBias = (bias: Float32Array, weightScales: Float32Array, inputScale: number): Whole<Int32Array> => {
  const scales = weightScales.map((scale) => scale * inputScale)
  return { whole: Int32Array.from(bias, (value, at) => Math.round(value / (scales[at] ?? 1))), scales }
}
