/** Tables as CSV (RFC 4180). */

export type Cell = string | number | undefined

/** A text that a spreadsheet would take for a formula begins with an apostrophe instead. */
const harmless = (cell: Cell): string =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)

const written = (cell: Cell = ''): string => {
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The columns in their order; a value that a row does not have is left empty. */
export const csvOf = <C extends string>(columns: readonly C[], rows: readonly { readonly [K in C]?: Cell }[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => `${cells.map(written).join(',')}\r\n`)
    .join('')
