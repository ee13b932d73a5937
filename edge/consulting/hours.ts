/** What is told about opening hours: of the days asked about, and how it stands now. */
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Language } from '#contracts/languages.ts'
import { localTime, nextOpening, openSpans, spanAt, spansOf } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import type { DayWord } from './asking/words.ts'
import { tellingWords } from './telling.ts'

const AHEAD: Partial<Record<DayWord, number>> = { tomorrow: 1, dayAfterTomorrow: 2 }
const WEEK = [0, 1, 2, 3, 4, 5, 6] as const

const noonOf = (day: ServiceDay): Instant => Date.parse(`${day}T12:00Z`)
const dayAfter = (day: ServiceDay, days: number): ServiceDay =>
  new Date(noonOf(day) + days * 24 * HOUR).toISOString().slice(0, 10)
const weekdayOf = (day: ServiceDay) => localTime(noonOf(day), 'UTC').weekday

/** The next day that is called so, today among them; none asked about, and it is today. */
const daysAsked = (asked: ReadonlySet<DayWord>, today: ServiceDay): ServiceDay[] => {
  const days = [...asked].flatMap((word) => {
    const ahead = AHEAD[word] ?? WEEK.find((days) => weekdayOf(dayAfter(today, days)) === word)
    return ahead === undefined ? [] : [dayAfter(today, ahead)]
  })
  return days.length > 0 ? [...new Set(days)].sort() : [today]
}

const clock = (at: Instant, timeZone: string): string => {
  const { sinceMidnight } = localTime(at, timeZone)
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0')
  return `${two(sinceMidnight / HOUR)}:${two((sinceMidnight % HOUR) / MINUTE)}`
}

const dayIn = (day: ServiceDay, today: ServiceDay, language: Language): string =>
  day === today
    ? tellingWords[language].today
    : new Intl.DateTimeFormat(language, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
        noonOf(day),
      )

const onDay = (day: ServiceDay, today: ServiceDay, { hours }: Site, language: Language): string => {
  const words = tellingWords[language]
  const spans = spansOf(hours, day).map(({ from, until }) => `${from}–${until}`)
  const name = dayIn(day, today, language)
  return spans.length > 0 ? words.opens(name, words.list(spans)) : words.closedOn(name)
}

/** Whether the hall is open, and until when; or when it opens again. Nothing when that is not known. */
export const hoursNow = ({ hours, timeZone }: Site, at: Instant, language: Language): string[] => {
  const words = tellingWords[language]
  const spans = openSpans(hours, timeZone, at)
  const span = spanAt(spans, at)
  if (span) return [words.openUntil(clock(span.until, timeZone))]
  const next = nextOpening(hours, timeZone, at)
  if (next === undefined) return []
  const [today, day] = [localTime(at, timeZone).day, localTime(next, timeZone).day]
  const time = clock(next, timeZone)
  const isBreak = day === today && spans.some(({ until }) => until <= at)
  return [isBreak ? words.onBreak(time) : words.opensAgain(dayIn(day, today, language), time)]
}

export const isOpen = ({ hours, timeZone }: Site, at: Instant): boolean =>
  spanAt(openSpans(hours, timeZone, at), at) !== undefined

export const hoursOn = (asked: ReadonlySet<DayWord>, site: Site, at: Instant, language: Language): string[] => {
  const today = localTime(at, site.timeZone).day
  const days = daysAsked(asked, today)
  const told = days.map((day) => onDay(day, today, site, language))
  return days.includes(today) ? [...told, ...hoursNow(site, at, language)] : told
}
