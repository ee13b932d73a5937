/** A refusal of the hall as a sentence for the person who asked. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { wordsIn } from '../language.ts'
import type { Problem } from '../live/asks.ts'
import { missionWords } from '../words/missions.ts'
import type { RefusalFacts, RefusalWords } from '../words/refusals/zh.ts'
import { refusalWords } from '../words/refusals.ts'
import { numberOf, placeNamed } from './naming.ts'

const text = (fact: unknown): string => (typeof fact === 'string' ? fact : '')

const isKnown = (words: RefusalWords, code: string): code is keyof RefusalWords => Object.hasOwn(words, code)

export const refusalSaid = (problem: Problem, site: Site, language: Language): string => {
  const words = wordsIn(refusalWords, language)
  const windowSaid = wordsIn(missionWords, language).window
  const named = (id: string) => (id === '' ? '' : placeNamed(site, language, id, windowSaid))
  const { ticketId, windowId, acceptedBy, placeId, from, to } = problem
  const facts: RefusalFacts = {
    number: numberOf(text(ticketId)),
    label: site.windows.find((counter) => counter.windowId === windowId)?.label ?? text(windowId),
    who: text(acceptedBy) === 'staff' ? '' : text(acceptedBy),
    from: named(text(from) || text(placeId)),
    to: named(text(to)),
  }
  return (isKnown(words, problem.code) ? words[problem.code] : words.other)(facts)
}
