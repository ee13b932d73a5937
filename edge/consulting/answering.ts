/** The answer to a question from the hall's own catalogue, or that a person comes. */
import type { Language } from '#contracts/languages.ts'
import type { Answer, Catalogue, Match, Subject } from '#contracts/questions.ts'
import type { Site } from '#contracts/site.ts'
import { about, hoursOf } from './about.ts'
import { type Now, waitsInAll } from './services.ts'
import { nameIn, tellingWords } from './telling.ts'
import { createUnderstanding, type Understood } from './understanding.ts'

/** Below this a match is a guess; chosen by the questions of test/edge/consulting. */
export const SURE = 0.55
/** Two subjects closer than this are equally likely meant. */
const APART = 0.03
/** So many services at most are told about in one answer. */
const MOST = 2

/** An answer but for the question's id. */
export type Said = Omit<Answer, 'questionId'>

/** The subject that is meant, or nothing when it could be another, or none. */
const meant = ([best, second]: readonly Match[], sure: number): Subject | undefined =>
  best && best.score >= sure && best.score - (second?.score ?? 0) >= APART ? best.subject : undefined

/** What all the words are about; or, when that is nothing, the few services that the parts are about, each by itself. */
const subjectsOf = (parts: readonly string[], { search }: Catalogue, sure: number): Subject[] => {
  const whole = meant(search(parts), sure)
  if (whole) return [whole]
  const each = [...new Set(parts.map((part) => meant(search([part]), sure)))]
  const known = each.filter((subject) => subject?.kind === 'service')
  return known.length === each.length && known.length <= MOST ? known : []
}

const desksCalled = (label: string | undefined, { windows }: Site): Subject[] =>
  windows
    .filter((desk) => desk.label.toLowerCase() === label)
    .map((desk) => ({
      source: `window:${desk.windowId}`,
      names: { zh: desk.label, en: desk.label },
      kind: 'window',
      desk,
    }))

export const personComes = (language: Language): Said => ({
  text: tellingWords[language].person,
  source: 'person',
  personComes: true,
})

/** When nobody could be called. */
export const nobodyComes = (language: Language): Said => ({
  text: tellingWords[language].nobody,
  source: 'person',
  personComes: false,
})

const said = (source: string, sentences: readonly string[], language: Language): Said => ({
  text: sentences.join(tellingWords[language].between),
  source,
  personComes: false,
})

/** Asked about no subject: about the hall itself, or nothing that can be told. */
const ofHall = (asked: Understood, now: Now): Said => {
  const { site, language } = now
  if (asked.topics.has('hours')) return said('hours', hoursOf(asked, now), language)
  if (asked.topics.has('wait')) return said('waits', [waitsInAll(now)], language)
  if (asked.topics.has('greeting'))
    return said('hall', [tellingWords[language].greeting(nameIn(site.names, language))], language)
  return personComes(language)
}

const ofSubjects = (subjects: readonly Subject[], asked: Understood, now: Now): Said => {
  const { topics, label } = asked
  if (topics.has('hours') && topics.size === 1 && label === undefined)
    return said('hours', hoursOf(asked, now), now.language)
  const sentences = subjects.flatMap((subject) => about(subject, asked, now))
  return said(subjects.map(({ source }) => source).join(','), sentences, now.language)
}

export interface AnsweringNeeds {
  site: Site
  catalogue: Catalogue
  /** Another threshold than `SURE`, to see what would come of it. */
  sure?: number
}

export const createAnswering = ({ site, catalogue, sure = SURE }: AnsweringNeeds) => {
  const understand = createUnderstanding(catalogue.names)

  return (text: string, known: Omit<Now, 'site'>): Said => {
    const now = { ...known, site }
    const asked = understand(text)
    const { label, parts } = asked
    if (asked.person) return personComes(now.language)
    if (parts.length === 0 && label === undefined) return ofHall(asked, now)
    const subjects = parts.length > 0 ? subjectsOf(parts, catalogue, sure) : desksCalled(label, site)
    return subjects.length > 0 ? ofSubjects(subjects, asked, now) : personComes(now.language)
  }
}
