/** What a table shows as a file for a spreadsheet: CSV, or a workbook of Excel. */
import { type Cell, type Column, saidIn } from './columns.ts'

type Sheet = readonly (readonly Cell[])[]

/** Figures as numbers, everything else as it is shown; the titles first, with the units that numbers have lost. */
export const sheetOf = <R>(columns: readonly Column<R>[], rows: readonly R[]): Sheet => [
  columns.map(({ title, unit }) => (unit ? `${title} (${unit})` : title)),
  ...rows.map((row) => columns.map((column) => (column.figures ? column.value(row) : saidIn(column, row)))),
]

/** A text that a spreadsheet would take for a formula begins with an apostrophe instead. */
const harmless = (cell: Cell): string =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? '')

/** RFC 4180, with the mark by which Excel knows UTF-8. */
export const csvOf = (sheet: Sheet): string => {
  const written = (cell: Cell) => {
    const text = harmless(cell)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\uFEFF${sheet.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`
}

export const saveFile = (content: Blob, file: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export const saveCsv = (sheet: Sheet, file: string): void =>
  saveFile(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), `${file}.csv`)

/** In a workbook a text is a text, so nothing passes for a formula. */
export const workbookOf = async ([titles = [], ...rows]: Sheet): Promise<Blob> => {
  const { default: write } = await import('write-excel-file/browser')
  const head = titles.map((title) => ({ value: String(title), type: String, fontWeight: 'bold' as const }))
  const body = rows.map((cells) =>
    cells.map((cell) => {
      if (cell === undefined || cell === '') return null
      return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }
    }),
  )
  return write([head, ...body], { stickyRowsCount: 1, columns: titles.map(() => ({ width: 18 })) }).toBlob()
}

export const saveWorkbook = async (sheet: Sheet, file: string): Promise<void> =>
  saveFile(await workbookOf(sheet), `${file}.xlsx`)
