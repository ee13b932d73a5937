/** What an ESC/POS printer says of itself: the answers to DLE EOT n, which come at once, and to GS r 1, which waits for the paper. */

/** `offline`: nobody there, or it broke off; `timeout`: it took the slip and never said that it is done. */
export type PrinterTrouble = 'offline' | 'paperOut' | 'coverOpen' | 'timeout'

const DLE = 0x10
const EOT = 0x04

/** One byte each: the printer, why it is offline, its paper. */
export const ASKING = Uint8Array.of(DLE, EOT, 1, DLE, EOT, 2, DLE, EOT, 4)
export const ANSWERS = 3

/** A byte of DLE EOT is `0xx1xx10`; that of GS r is `0xx0xxxx`. */
const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12
const isPaper = (byte: number): boolean => (byte & 0x90) === 0

const OFFLINE = 0x08
const COVER_OPEN = 0x04
const STOPPED_BY_PAPER = 0x20
const NO_PAPER = 0x60
const NO_PAPER_AFTER = 0x0c

/** Of the three answers, in the order asked; the cause comes before the consequence. */
export const troubleIn = (answers: readonly number[]): PrinterTrouble | undefined => {
  const [printer = 0, cause = 0, paper = 0] = answers
  if ((cause & COVER_OPEN) !== 0) return 'coverOpen'
  if ((cause & STOPPED_BY_PAPER) !== 0 || (paper & NO_PAPER) === NO_PAPER) return 'paperOut'
  return (printer & OFFLINE) === 0 ? undefined : 'offline'
}

export const statusIn = (bytes: readonly number[]): number[] => bytes.filter(isStatus)

/** What it says once the slip is out; nothing before. */
export const afterSlip = (bytes: readonly number[]): { trouble: PrinterTrouble | undefined } | undefined => {
  const paper = bytes.find(isPaper)
  return paper === undefined ? undefined : { trouble: (paper & NO_PAPER_AFTER) === 0 ? undefined : 'paperOut' }
}
