/** Opening hours as people say them: weekdays that are alike together, then the days that differ. */
import type { OpeningHours, Span, Weekday } from '#contracts/siteHours.ts'
import type { RuleWords } from '../words/rules/zh.ts'

export interface AlikeDays {
  readonly from: Weekday
  readonly until: Weekday
  readonly spans: readonly Span[]
}

const week: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const written = (spans: readonly Span[]): string => spans.map(({ from, until }) => `${from}–${until}`).join(' · ')

/** From Monday on; neighbours with the same hours are one. */
export const alikeDays = (hours: OpeningHours): AlikeDays[] => {
  const days: AlikeDays[] = []
  for (const weekday of week) {
    const spans = hours[weekday]
    const before = days.at(-1)
    const alike = before && written(before.spans) === written(spans)
    if (alike) days.splice(-1, 1, { ...before, until: weekday })
    else days.push({ from: weekday, until: weekday, spans })
  }
  return days
}

/** `today` as `2026-11-23`: what lies before it is left out. `dateSaid` writes a day as people do. */
export const hoursSaid = (
  hours: OpeningHours,
  words: RuleWords,
  today: string,
  dateSaid: (day: string) => string,
): string[] => {
  const days = alikeDays(hours).map(({ from, until, spans }) =>
    words.hours(words.days(words.weekday[from], words.weekday[until]), written(spans) || words.closed),
  )
  const holidays = hours.holidays.filter((day) => day >= today).sort()
  const own = Object.entries(hours.openDays).filter(([day]) => day >= today)
  return [
    ...days,
    ...(holidays.length > 0 ? [words.holidays(holidays.map(dateSaid).join(' · '))] : []),
    ...(own.length > 0
      ? [words.ownHours(own.map(([day, spans]) => `${dateSaid(day)} ${written(spans) || words.closed}`).join(' · '))]
      : []),
  ]
}
