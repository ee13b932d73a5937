/** The hall's time as its own clock on the wall would show it, wherever the browser believes to be. */
import type { Language } from '#contracts/languages.ts'

/** `14:05`, or `14:05:09` with seconds. */
export const clockIn = (timeZone: string, at: number, seconds = false): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at)

const calendar = (language: Language) => (language === 'en' ? 'en-GB' : language)

/** `11月22日`, `22 November`. */
export const dateIn = (language: Language, timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(calendar(language), { timeZone, month: 'long', day: 'numeric' }).format(at)

/** `星期日`, `Sunday`. */
export const weekdayIn = (language: Language, timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(calendar(language), { timeZone, weekday: 'long' }).format(at)
