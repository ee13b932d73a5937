/** Which rows of a table are shown, and in what order. */
import { type Cell, type Column, saidIn } from './columns.ts'

export interface Order {
  readonly columnId: string
  readonly descending: boolean
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Every word of the filter is somewhere in the row. */
export const found = <R>(rows: readonly R[], columns: readonly Column<R>[], filter: string): readonly R[] => {
  const words = folded(filter).split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = folded(columns.map((column) => saidIn(column, row)).join('\n'))
    return words.every((word) => text.includes(word))
  })
}

const compared = (a: Cell, b: Cell, collator: Intl.Collator): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/** Rows that are alike stay in the order they came in. */
export const sorted = <R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  order: Order | undefined,
  language: string,
): readonly R[] => {
  const column = columns.find(({ id }) => id === order?.columnId)
  if (!order || !column) return rows
  const collator = new Intl.Collator(language, { numeric: true })
  const told = rows.map((row) => ({ row, cell: column.value(row) }))
  const there = told.filter(({ cell }) => cell !== undefined)
  const missing = told.filter(({ cell }) => cell === undefined)
  const sign = order.descending ? -1 : 1
  return [...there.sort((a, b) => sign * compared(a.cell, b.cell, collator)), ...missing].map(({ row }) => row)
}

/** A first press sorts upwards, or figures downwards; the next one the other way; the third as it came. */
export const pressed = (order: Order | undefined, { id, figures }: Column<never>): Order | undefined => {
  const first = figures === true
  if (order?.columnId !== id) return { columnId: id, descending: first }
  return order.descending === first ? { columnId: id, descending: !first } : undefined
}
