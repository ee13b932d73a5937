/** Chances without dice: the same afternoon always falls the same way, and no two afternoons fall alike. */

/** Coefficient of variation of service times: between the 0.6 of a routine counter and the 1.0 of a mixed one. */
const VARIATION = 0.8
const CELLS = 1024

/** Inverse of the standard normal distribution, after Acklam (2003): wrong by at most 1.2e-9 of its value. */
const normalAt = (p: number): number => {
  const low = 0.02425
  if (p > 1 - low) return -normalAt(1 - p)
  if (p < low) {
    const q = Math.sqrt(-2 * Math.log(p))
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    )
  }
  const q = p - 0.5
  const r = q * q
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  )
}

/** Multiples of the mean that lognormal service times take, from the shortest on, each as likely as any other. */
const multiples = (): Float64Array => {
  const sigma = Math.sqrt(Math.log(1 + VARIATION ** 2))
  const cells = Float64Array.from({ length: CELLS }, (_, i) => Math.exp(sigma * normalAt((i + 0.5) / CELLS)))
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / CELLS
  return cells.map((cell) => cell / mean)
}

export interface Chances {
  /** How long a service takes that takes `mean` on average, for this visitor on this afternoon. */
  whole(mean: number, afternoon: number, visitor: number): number
  /** How long it still takes when it has taken `elapsed` already. */
  rest(mean: number, elapsed: number, afternoon: number, visitor: number): number
  /** 0..1, by no pattern. */
  share(afternoon: number, visitor: number): number
}

/** Mixes two counts into 32 bits of which none tells of another (finaliser of MurmurHash3, Appleby, public domain). */
const mixed = (afternoon: number, visitor: number): number => {
  let bits = Math.imul(afternoon + 1, 0x9e3779b1) ^ Math.imul(visitor + 1, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

export const createChances = (): Chances => {
  const cells = multiples()
  const share = (afternoon: number, visitor: number): number => mixed(afternoon, visitor) / 2 ** 32
  /** First cell above a multiple; `CELLS` when there is none. */
  const above = (multiple: number): number => {
    let [low, high] = [0, CELLS]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cells[middle] ?? 0) > multiple) high = middle
      else low = middle + 1
    }
    return low
  }
  return {
    share,
    whole: (mean, afternoon, visitor) => mean * (cells[mixed(afternoon, visitor) % CELLS] ?? 1),
    rest: (mean, elapsed, afternoon, visitor) => {
      const first = above(elapsed / mean)
      // Longer than all we know of: as long again as a tenth of what it has taken.
      if (first === CELLS) return elapsed / 10
      const cell = first + Math.floor(share(afternoon, visitor) * (CELLS - first))
      return mean * (cells[cell] ?? 1) - elapsed
    },
  }
}
