/** A no of the hall as the visitor at the kiosk is told: what is so, why, and what to do now. */
import type { Language } from '#contracts/languages.ts'
import { dayAround, nextOpening } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { wordsIn } from '../language.ts'
import type { Problem } from '../live/asks.ts'
import { clockIn } from '../parts/clock.ts'
import { kioskWords } from '../words/kiosk.ts'
import { whenIn } from './when.ts'

export interface Refused {
  readonly title: string
  readonly why: string
  /** Whether people at the guide desk can help with it. */
  readonly desk: boolean
  /** What the visitor may try: the same once more, another service, or nothing today. */
  readonly next: 'again' | 'other' | 'home'
}

export interface Told {
  readonly site: Pick<Site, 'hours' | 'timeZone' | 'queue'>
  readonly language: Language
  readonly now: Instant
}

const MINUTE = 60_000

const instant = (fact: unknown): Instant | undefined => (typeof fact === 'number' ? fact : undefined)

export const refusedAs = (problem: Problem, { site, language, now }: Told): Refused => {
  const { hours, timeZone, queue } = site
  const words = wordsIn(kioskWords, language)
  const sentences = (...said: readonly (string | undefined)[]): string =>
    said.filter(Boolean).join(language === 'zh' || language === 'ja' ? '' : ' ')
  /** When numbers are given again, once the hall has closed at `after`. */
  const numbersAgain = (opensAt: Instant | undefined): string | undefined =>
    opensAt === undefined
      ? undefined
      : words.comeAgain(whenIn(language, timeZone, opensAt - queue.earlyMinutes * MINUTE, now))
  switch (problem.code) {
    case 'hallClosed':
      return {
        title: words.closedNow,
        why: sentences(numbersAgain(instant(problem.opensAt))),
        desk: false,
        next: 'home',
      }
    case 'noTimeLeft': {
      const closesAt = instant(problem.closesAt) ?? now
      const again = numbersAgain(nextOpening(hours, timeZone, closesAt))
      const why = sentences(words.noTimeWhy(clockIn(timeZone, closesAt)), again)
      return { title: words.noTime, why, desk: false, next: 'other' }
    }
    case 'dailyLimitReached': {
      const limit = typeof problem.limit === 'number' ? words.allGivenWhy(problem.limit) : undefined
      const tomorrow = nextOpening(hours, timeZone, dayAround(now, timeZone).until)
      return { title: words.allGiven, why: sentences(limit, numbersAgain(tomorrow)), desk: true, next: 'other' }
    }
    case 'ticketsExhausted':
      return { title: words.allGiven, why: '', desk: true, next: 'other' }
    case 'unknownService':
      return { title: words.goToDesk, why: words.refused.unknownService ?? '', desk: true, next: 'other' }
    case 'unknownAppointment':
      return { title: words.goToDesk, why: words.codeUnknown, desk: true, next: 'home' }
    case 'appointmentOver':
    case 'appointmentNotToday':
      return { title: words.goToDesk, why: words.refused[problem.code] ?? '', desk: true, next: 'home' }
    default:
      return {
        title: words.goToDesk,
        why: words.refused[problem.code] ?? words.refusedOther,
        desk: true,
        next: 'again',
      }
  }
}
