/** The seeded dice of all simulators: the same seed gives the same day. */

export interface Dice {
  /** From `low` up to, not including, `high`; 0..1 when not said. */
  uniform(low?: number, high?: number): number
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  /** True with this probability, 0..1. */
  chance(probability: number): boolean
  normal(mean: number, deviation: number): number
  /** Half of the draws are below `median`; `spread` is the standard deviation of the logarithm. */
  lognormal(median: number, spread: number): number
  exponential(mean: number): number
  /** One of the items, each as likely as the others. Throws when there are none. */
  pick<Item>(items: readonly Item[]): Item
}

/**
 * Dice for a seed of one or more numbers; their order counts. Draws of `createDice(seed, day, seat)` do not depend
 * on draws made for other seats, so a scene can be entered at any moment.
 */
export const createDice = (...seed: number[]): Dice => {
  const next = generator(seed)
  const uniform = (low = 0, high = 1) => low + (high - low) * next()
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    uniform,
    normal,
    integer: (low, high) => Math.floor(uniform(low, high + 1)),
    chance: (probability) => next() < probability,
    lognormal: (median, spread) => median * Math.exp(normal(0, spread)),
    exponential: (mean) => -mean * Math.log(1 - next()),
    pick: (items) => {
      const item = items[Math.floor(uniform(0, items.length))]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}

/** Xorshift (Marsaglia 2003) on 32 bits times a Weyl sequence: even draws 0..1, a period of 2^64 - 2^32. */
const generator = (seed: number[]): (() => number) => {
  let state = seed.reduce((mixed, part) => mix(mixed ^ mix(Math.floor(part) ^ high32(part))), 0x9e3779b9) || 1
  let weyl = mix(state)
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    weyl = (weyl + 0x9e3779b9) | 0
    return (mix(state + weyl) >>> 0) / 2 ** 32
  }
}

/** Seeds may be epoch milliseconds, wider than 32 bits. */
const high32 = (part: number) => Math.floor(part / 2 ** 32)

/** Spreads every bit of a 32-bit number over all 32. */
const mix = (value: number): number => {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}
