/** Words of the tables of the managers' screen, in English. */
import type { TableWords } from './zh.ts'

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

export const en: TableWords = {
  filter: 'Filter',
  filterHint: 'only rows with these letters',
  shown: (shown, all) => (shown === all ? rows(all) : `${shown} of ${rows(all)}`),
  noneFound: 'No row fits the filter.',
  showAll: 'Show all',
  sortBy: (title) => `Sort by ${title}`,
  exporting: 'Export what is shown',
  csv: 'CSV',
  excel: 'Excel',
  unsaved: 'Not exported: the hall is out of reach, or was just updated. Try again, or reload the page.',
  loading: 'Reading…',
  tryAgain: 'Try again',
}
