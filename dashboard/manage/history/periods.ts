/** Periods that are looked back at, in days of the hall, and the one before each to compare with. */
import { daysBetween } from '#contracts/opening.ts'

export interface PeriodOfDays {
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000
export const MOST_DAYS = 366

export const presets = ['today', 'week', 'month', 'quarter'] as const
export type Preset = (typeof presets)[number]
const lengths: Readonly<Record<Preset, number>> = { today: 1, week: 7, month: 30, quarter: 90 }

/** Days are counted where no clock is put forward. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Up to today, that day too. */
export const periodOf = (preset: Preset, today: string): PeriodOfDays => ({
  from: dayPlus(today, 1 - lengths[preset]),
  to: today,
})

export const lengthOf = ({ from, to }: PeriodOfDays): number => daysBetween(from, to) + 1

/** As many days, right before. */
export const before = (period: PeriodOfDays): PeriodOfDays => ({
  from: dayPlus(period.from, -lengthOf(period)),
  to: dayPlus(period.from, -1),
})

export const isPeriod = (period: PeriodOfDays): boolean =>
  period.from !== '' && period.to !== '' && lengthOf(period) >= 1 && lengthOf(period) <= MOST_DAYS
