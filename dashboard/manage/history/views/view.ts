/** What a look at the past shows: figures against the period before, charts, and tables of the same. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import type { HistoryWords } from '../../../words/manageHistory/zh.ts'
import type { Cell } from '../../table/columns.ts'

/** `items` are errands and cards. */
export type Unit = 'people' | 'items' | 'minutes' | 'hours' | 'percent'

export interface Tile {
  readonly label: string
  readonly unit: Unit
  readonly value: number | undefined
  /** Of the period before. */
  readonly before: number | undefined
  /** Whether more of it is good news, bad news, or neither. */
  readonly more: 'good' | 'bad' | 'neither'
}

export interface Series {
  readonly label: string
  readonly unit: Unit
  readonly as: 'bars' | 'line' | 'before'
  readonly values: readonly (number | undefined)[]
}

export interface Chart {
  readonly title: string
  /** What is at the left of each row of its table. */
  readonly along: string
  readonly names: readonly string[]
  readonly series: readonly Series[]
}

export interface Column {
  readonly id: string
  readonly title: string
  readonly unit?: Unit
}

export interface Sheet {
  readonly id: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[]
}

export interface View {
  /** Nothing of it has happened in the whole period. */
  readonly empty: boolean
  readonly tiles: readonly Tile[]
  readonly charts: readonly Chart[]
  readonly sheets: readonly Sheet[]
}

export interface Saying {
  readonly site: Site
  readonly language: Language
  readonly words: HistoryWords
  /** `11-23`, short enough for ninety of them. */
  readonly daySaid: (day: string) => string
}

export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10

export const columnsOf = (first: string, columns: readonly [string, Unit][]): Column[] => [
  { id: 'first', title: first },
  ...columns.map(([title, unit]) => ({ id: title, title, unit })),
]

/** Rows in the order of the site's list, known by the same key; what it no longer has comes last. */
export const inOrder = <K extends string, R extends Readonly<Record<K, string>>>(
  rows: readonly R[],
  list: readonly Readonly<Record<K, string>>[],
  key: K,
): R[] => {
  const rank = new Map(list.map((one, i) => [String(one[key]), i]))
  const rankOf = (row: R) => rank.get(String(row[key])) ?? list.length
  return [...rows].sort((a, b) => rankOf(a) - rankOf(b))
}

interface Measure<D> {
  readonly label: string
  readonly of: (day: D) => number
}

/** Counts day by day: bars, a line beside them, and the bars of the period before. */
export const byDayChart = <D extends { readonly day: string }>(
  { words, daySaid }: Saying,
  {
    unit,
    now,
    before,
    bars,
    line,
  }: {
    readonly unit: Unit
    readonly now: readonly D[]
    readonly before: readonly D[] | undefined
    readonly bars: Measure<D>
    readonly line: Measure<D>
  },
): Chart => {
  const earlier = now.map((_, i) => before?.[i])
  return {
    title: words.byDay,
    along: words.day,
    names: now.map(({ day }) => daySaid(day)),
    series: [
      { label: bars.label, unit, as: 'bars', values: now.map(bars.of) },
      { label: line.label, unit, as: 'line', values: now.map(line.of) },
      {
        label: words.beforeSaid(bars.label),
        unit,
        as: 'before',
        values: earlier.map((day) => day && bars.of(day)),
      },
    ],
  }
}

/** The chart as rows: what its lines and bars say, for those who read rather than look. */
export const sheetOf = ({ title, along, names, series }: Chart): Sheet => ({
  id: title,
  title,
  columns: columnsOf(
    along,
    series.map(({ label, unit }): [string, Unit] => [label, unit]),
  ),
  rows: names.map((name, i) => ({ id: `${i}`, cells: [name, ...series.map(({ values }) => values[i])] })),
})
