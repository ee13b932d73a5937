/** Figures of the past as people read them, and how they moved against the period before. */
import type { HistoryWords } from '../../words/manageHistory/zh.ts'
import type { Tile, Unit } from './views/view.ts'

const digits: Readonly<Record<Unit, number>> = { people: 0, items: 0, minutes: 1, hours: 1, percent: 0 }

const written = (value: number, unit: Unit): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: digits[unit] }).format(value)

export const figureSaid = (words: HistoryWords, value: number | undefined, unit: Unit): string =>
  value === undefined ? '—' : words.unit[unit](written(value, unit))

export interface Move {
  readonly said: string
  readonly news: 'good' | 'bad' | 'neither'
}

/** What rounds to nothing has not moved. */
export const moveOf = ({ value, before, unit, more }: Tile, words: HistoryWords): Move => {
  if (value === undefined || before === undefined) return { said: words.noBefore, news: 'neither' }
  const amount = written(Math.abs(value - before), unit)
  if (Number(amount.replaceAll(',', '')) === 0) return { said: words.asBefore, news: 'neither' }
  const grew = value > before
  const said = (grew ? words.moreBy : words.lessBy)(words.moved[unit](amount))
  return { said, news: more === 'neither' ? 'neither' : grew === (more === 'good') ? 'good' : 'bad' }
}
