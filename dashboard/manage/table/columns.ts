/** Columns of a table: what each says of a row, in letters and as what it is sorted and exported by. */

export type Cell = string | number | undefined

export interface Column<R> {
  readonly id: string
  readonly title: string
  /** Sorted and exported by; what a row does not have comes last, either way. */
  readonly value: (row: R) => Cell
  /** Shown and found by; the value itself when absent. */
  readonly said?: (row: R) => string
  /** Its cells are figures: at the right, and exported as numbers. */
  readonly figures?: true
  /** Of the figures, as a file says it in the title. */
  readonly unit?: string
}

export const saidIn = <R>({ said, value }: Column<R>, row: R): string => said?.(row) ?? String(value(row) ?? '')
