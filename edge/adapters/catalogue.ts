/** The hall's own catalogue, searched by the words of visitors in any of its languages. */
import MiniSearch from 'minisearch'
import type { Catalogue, Match, Subject } from '#contracts/questions.ts'
import type { Site } from '#contracts/site.ts'
import { withOtherNames } from './catalogue/otherWords.ts'
import { subjectsOf } from './catalogue/subjects.ts'
import { shortenedTermsOf, termsOf, type Unit, unitsOf } from './catalogue/tokens.ts'

/** How far a term found there says what the question is about; a paper to bring says least. */
const WORTH: Readonly<Record<string, number>> = { names: 1, shortened: 0.9, department: 0.8, documents: 0.6 }
/** A paper alone is no subject: many services ask for the same. */
const LEAST = 0.6
/** A word that is only begun like the one asked, or written a little differently. */
const INEXACT = 0.85
/** Of two subjects that explain the question alike, the one whose name was said more fully counts so much more. */
const NAMING = 0.15
/** Shorter words are taken as they are written. */
const FUZZY_FROM = 6

interface Entry {
  id: number
  subject: Subject
  /** All it is called, in all languages. */
  names: string[]
  documents: string[]
  department: string[]
}

const entriesOf = (site: Site): Entry[] =>
  subjectsOf(site).map((subject, id) => {
    const texts = (named: object): string[] => Object.values(named)
    const service = subject.kind === 'service' ? subject.service : undefined
    return {
      id,
      subject,
      names: texts(subject.names).flatMap(withOtherNames),
      documents: service?.documents.flatMap(texts) ?? [],
      department: service ? texts(service.department) : [],
    }
  })

const indexOf = (entries: readonly Entry[]): MiniSearch => {
  const index = new MiniSearch({
    fields: Object.keys(WORTH),
    tokenize: (text, field) => (field === 'shortened' ? shortenedTermsOf(text) : termsOf(text)),
    processTerm: (term) => term,
  })
  const joined = ({ id, names, documents, department }: Entry) => ({
    id,
    names: names.join(' '),
    shortened: names.join(' '),
    documents: documents.join(' '),
    department: department.join(' '),
  })
  index.addAll(entries.map(joined))
  return index
}

interface Hit {
  /** 0..1 */
  worth: number
  /** Terms of the entry that were found. */
  found: string[]
}

/** What one term of the question finds, by entry. */
const hitsIn = (index: MiniSearch, term: string): Map<number, Hit> => {
  const isNumber = /^\p{N}+$/u.test(term)
  const isWord = /^\p{Script=Latin}/u.test(term) && term.length > 2
  const results = index.search(term, {
    tokenize: (text) => [text],
    prefix: !isNumber && (isWord || term.length === 1),
    fuzzy: isWord && term.length >= FUZZY_FROM ? 1 : false,
  })
  return new Map(
    results.map(({ id, match }) => {
      const worth = Object.entries(match).flatMap(([found, fields]) =>
        fields.map((field) => (WORTH[field] ?? 0) * (found === term ? 1 : INEXACT)),
      )
      return [Number(id), { worth: Math.max(...worth), found: Object.keys(match) }]
    }),
  )
}

/** How much it says, by the number of entries that have it in a name: what few have, or none, says most. */
const rarity = (having: number, of: number): number => Math.log(1 + (of - having + 0.5) / (having + 0.5))

/** How much of the one name that was said most fully, 0..1. */
const naming = ({ names }: Entry, found: ReadonlySet<string>): number => {
  const said = (units: Unit[]) => units.filter(({ terms }) => terms.some((term) => found.has(term))).length
  return Math.max(0, ...names.map(unitsOf).map((units) => (units.length > 0 ? said(units) / units.length : 0)))
}

export const openCatalogue = (site: Site): Catalogue => {
  const entries = entriesOf(site)
  const index = indexOf(entries)

  const weigh = ({ terms }: Unit, hits: ReadonlyMap<string, ReadonlyMap<number, Hit>>) => {
    const known = terms.map((term) => hits.get(term)).filter((found) => found !== undefined && found.size > 0)
    const having = known.map((found) => [...(found?.values() ?? [])].filter(({ worth }) => worth >= INEXACT).length)
    const weight = rarity(Math.max(0, ...having), entries.length)
    return { weight, worth: (id: number) => Math.max(0, ...known.map((found) => found?.get(id)?.worth ?? 0)) }
  }

  const search = (words: string): Match[] => {
    const units = unitsOf(words)
    const terms = [...new Set(units.flatMap((unit) => unit.terms))]
    const hits = new Map(terms.map((term) => [term, hitsIn(index, term)]))
    const weighed = units.map((unit) => weigh(unit, hits))
    const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
    const scored = entries.map((entry): Match => {
      const explained = weighed.reduce((sum, { weight, worth }) => sum + weight * worth(entry.id), 0)
      const found = new Set([...hits.values()].flatMap((hit) => hit.get(entry.id)?.found ?? []))
      const isNamed = weighed.some(({ worth }) => worth(entry.id) > LEAST)
      const share = isNamed ? explained / whole : 0
      return { subject: entry.subject, score: share * (1 - NAMING + NAMING * naming(entry, found)) }
    })
    return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  }

  return { names: [...new Set(entries.flatMap(({ names }) => names))], search }
}
