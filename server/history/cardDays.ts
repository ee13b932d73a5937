/** How people were looked after, day by day: cards, buzzes, how soon somebody went, and what that did to the wait. */
import { Cause } from '#contracts/cards.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { CardCounts, CardDay } from '../careAnswers.ts'
import type { Db } from '../db/client.ts'
import { type CardLife, cardLives, dutyFacts } from './cardLives.ts'
import { buzzesByHour, hoursOf, stretchesIn } from './dutyHours.ts'
import { hundredths } from './grouped.ts'
import { waitsAfter } from './waitsAfter.ts'

const SOON = 90 * SECOND

/** Every one of the days, which follow each other without a gap; also those without cards. */
export const cardDays = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<CardDay[]> => {
  const [cards, told, waits] = await Promise.all([
    cardLives(db, hallId, days),
    dutyFacts(db, hallId, days),
    waitsAfter(db, hallId, days),
  ])
  return days.map(({ day, from, until }, i) => {
    const isOf = ({ at }: { at: number }) => at >= from && at < until
    const ofDay = cards.filter(({ openedAt }) => isOf({ at: openedAt }))
    const stretches = stretchesIn(told.filter(isOf), until)
    const p95 = quantile(buzzesByHour(stretches), 0.95)
    const causes = Cause.options.filter((cause) => ofDay.some((card) => card.cause === cause))
    return {
      day,
      ...countsOf(ofDay),
      staffHours: hundredths(hoursOf(stretches)),
      ...(p95 !== undefined && { buzzesPerStaffHourP95: p95 }),
      wait: waits.ofDay(i + 1),
      causes: causes.map((cause) => ({ cause, ...countsOf(ofDay.filter((card) => card.cause === cause)) })),
    }
  })
}

const countsOf = (cards: readonly CardLife[]): CardCounts => {
  const ended = (how: CardLife['how']) => cards.filter((card) => card.how === how)
  const sent = cards.flatMap(({ sentAt, acceptedAt }) => (sentAt === null ? [] : [{ sentAt, acceptedAt }]))
  const goneTo = sent.flatMap(({ sentAt, acceptedAt }) =>
    acceptedAt === null ? [] : [Math.max(0, acceptedAt - sentAt)],
  )
  const accept = quantile(goneTo, 0.5)
  const resolved = ended('resolved')
  const helped = quantile(
    resolved.flatMap(({ openedAt, endedAt }) => (endedAt === null ? [] : [endedAt - openedAt])),
    0.5,
  )
  return {
    cards: cards.length,
    healed: ended('healed').length,
    resolved: resolved.length,
    dismissed: ended('dismissed').length,
    over: ended('over').length,
    buzzes: cards.reduce((sum, { buzzes }) => sum + buzzes, 0),
    accepted: cards.filter(({ acceptedAt }) => acceptedAt !== null).length,
    ...(sent.length > 0 && { within90Share: hundredths(goneTo.filter((ms) => ms <= SOON).length / sent.length) }),
    ...(accept !== undefined && { medianAcceptSeconds: Math.round(accept / SECOND) }),
    ...(helped !== undefined && { medianHelpedMinutes: hundredths(helped / MINUTE) }),
    measures: tallied(resolved.map(({ measure }) => measure)),
    outcomes: tallied(resolved.map(({ outcome }) => outcome)),
  }
}

const tallied = (words: readonly (string | null)[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words) if (word !== null) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** By nearest rank; undefined of nothing. */
const quantile = (numbers: readonly number[], share: number): number | undefined =>
  [...numbers].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)]
