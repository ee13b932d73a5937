/** When something will be, as people say it: a time today, tomorrow, or a day with its name. */
import type { Language } from '#contracts/languages.ts'
import { daysBetween, localTime } from '#contracts/opening.ts'
import type { Instant } from '#contracts/time.ts'
import { wordsIn } from '../language.ts'
import { clockIn, dateIn, weekdayIn } from '../parts/clock.ts'
import { kioskWords } from '../words/kiosk.ts'

/** `1月5日星期二`, `Tuesday 5 January`. */
export const dayIn = (language: Language, timeZone: string, at: Instant): string => {
  const [date, weekday] = [dateIn(language, timeZone, at), weekdayIn(language, timeZone, at)]
  if (language === 'en') return `${weekday} ${date}`
  return language === 'ko' ? `${date} ${weekday}` : `${date}${weekday}`
}

/** `14:00`, `tomorrow, 09:00` or the day and the time. */
export const whenIn = (language: Language, timeZone: string, at: Instant, now: Instant): string => {
  const words = wordsIn(kioskWords, language)
  const time = clockIn(timeZone, at)
  const ahead = daysBetween(localTime(now, timeZone).day, localTime(at, timeZone).day)
  if (ahead === 0) return time
  return ahead === 1 ? words.tomorrow(time) : words.onDay(dayIn(language, timeZone, at), time)
}
