/** Tables as CSV (RFC 4180). */

export type Cell = string | number | undefined

const written = (cell: Cell = ''): string =>
  /[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell)

/** The columns in their order; a value that a row does not have is left empty. */
export const csvOf = <C extends string>(columns: readonly C[], rows: readonly { readonly [K in C]?: Cell }[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => `${cells.map(written).join(',')}\r\n`)
    .join('')
