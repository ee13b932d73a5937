/** A refusal of the hall as a sentence for the person who asked. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { wordsIn } from '../language.ts'
import type { Problem } from '../live/asks.ts'
import { missionWords } from '../words/missions.ts'
import type { RefusalFacts, RefusalWords } from '../words/refusals/zh.ts'
import { refusalWords } from '../words/refusals.ts'
import { clockIn, dateIn } from './clock.ts'
import { numberOf, placeNamed, serviceNamed } from './naming.ts'

const text = (fact: unknown): string => (typeof fact === 'string' ? fact : '')
const texts = (fact: unknown): string[] => (Array.isArray(fact) ? fact.map(text) : [])
const firstNumber = (...facts: readonly unknown[]): number | undefined =>
  facts.find((fact): fact is number => typeof fact === 'number')

const isKnown = (words: RefusalWords, code: string): code is keyof RefusalWords => Object.hasOwn(words, code)

/** How many calls are still missing, or whatever else is counted. */
const countOf = ({ needed, calls, limit, left, capacity, graceMinutes }: Problem): number =>
  typeof needed === 'number' && typeof calls === 'number'
    ? needed - calls
    : (firstNumber(limit, left, capacity, graceMinutes) ?? 0)

/** Nobody to be named: a colleague without a number, or a tablet that nobody is on duty with. */
const whoIn = ({ acceptedBy, heldBy, tabletId }: Problem): string =>
  ['staff', text(tabletId)].includes(text(acceptedBy ?? heldBy)) ? '' : text(acceptedBy ?? heldBy)

export const refusalSaid = (problem: Problem, site: Site, language: Language): string => {
  const words = wordsIn(refusalWords, language)
  const windowSaid = wordsIn(missionWords, language).window
  const named = (id: string) => (id === '' ? '' : placeNamed(site, language, id, windowSaid))
  const { ticketId, number, windowId, placeId, from, to, serviceId, serviceIds } = problem
  const at = firstNumber(problem.opensAt, problem.closesAt, from)
  const facts: RefusalFacts = {
    number: text(number) || numberOf(text(ticketId)),
    label: site.windows.find((counter) => counter.windowId === windowId)?.label ?? text(windowId),
    who: whoIn(problem),
    from: named(text(from) || text(placeId)),
    to: named(text(to)),
    service: [text(serviceId), ...texts(serviceIds)]
      .filter(Boolean)
      .map((id) => serviceNamed(site, language, id))
      .join(' · '),
    appointment: text(problem.appointment),
    time: at === undefined ? '' : clockIn(site.timeZone, at),
    day: at === undefined ? '' : dateIn(language, site.timeZone, at),
    count: countOf(problem),
  }
  return (isKnown(words, problem.code) ? words[problem.code] : words.other)(facts)
}
