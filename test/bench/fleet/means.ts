/** Means of many runs, and word of how far they have come. */

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** To stderr: the figures alone go to stdout. */
export const progress = (line: string): void => {
  process.stderr.write(`fleet: ${line}\n`)
}
