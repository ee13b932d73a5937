/** How figures are taken: several runs, a middle one, and its unit in its name. */

/** One row of the table, and one entry of the JSON. */
export interface Figure {
  name: string
  value: number
  /** What it stands on, for a reader of the table. */
  note: string
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value that this share of the values does not exceed; NaN of nothing. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** How often a second `deed` runs, tried for `milliseconds`. */
export const perSecond = async (milliseconds: number, deed: () => Promise<number> | number): Promise<number> => {
  const start = performance.now()
  let done = 0
  while (performance.now() - start < milliseconds) done += await deed()
  return (done * 1000) / (performance.now() - start)
}

/** Two ways of doing one thing, run by turns so that a busy machine hurts both alike: the median of the ratios. */
export const ratioOf = async (
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<number> => {
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const first = await one()
    ratios.push(first / (await other()))
  }
  return median(ratios)
}
