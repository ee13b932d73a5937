/** One clock for all processes of a machine. */

/** Milliseconds of the machine's own steady clock. */
export const steadyNow = (): number => Number(process.hrtime.bigint()) / 1e6
