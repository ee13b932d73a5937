/** The hall's own catalogue, searched by the words of visitors in any of its languages. */
import MiniSearch from 'minisearch'
import type { Catalogue, Match, Subject } from '#contracts/questions.ts'
import type { Site } from '#contracts/site.ts'
import { withOtherNames } from './catalogue/otherWords.ts'
import { subjectsOf } from './catalogue/subjects.ts'
import { shortenedTermsOf, termsOf, type Unit, unitsOf } from './catalogue/tokens.ts'

const NAMED = 1
/** A paper to bring says least, and alone nothing: many services ask for the same. */
const PAPER = 0.6
/** How far a term that is found there says what the question is about. */
const WORTH: Readonly<Record<string, number>> = { names: NAMED, shortened: 0.9, department: 0.8, documents: PAPER }
/** Once so much of a name was said, it is clear what the question is about, */
const CALLED = 0.6
/** and what nothing of the hall explains, beside or before that name, counts so much less. */
const ASIDE = 0.35
/** So many characters at the end of a part are a name. */
const TAIL = 4
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
  /** The same, cut. */
  called: Unit[][]
  documents: string[]
  department: string[]
}

const entriesOf = (site: Site): Entry[] =>
  subjectsOf(site).map((subject, id) => {
    const texts = (named: object): string[] => Object.values(named)
    const service = subject.kind === 'service' ? subject.service : undefined
    const names = texts(subject.names).flatMap(withOtherNames)
    return {
      id,
      subject,
      names,
      called: names.map(unitsOf).filter((units) => units.length > 0),
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
const naming = ({ called }: Entry, found: ReadonlySet<string>): number => {
  const said = (units: readonly Unit[]) => units.filter(({ terms }) => terms.some((term) => found.has(term))).length
  return Math.max(0, ...called.map((units) => said(units) / units.length))
}

interface Weighed {
  weight: number
  /** Whether anything of the hall explains it. */
  isKnown: boolean
  /** How far an entry explains it, 0..1. */
  worth(id: number): number
}

const weigh = ({ terms }: Unit, hits: ReadonlyMap<string, ReadonlyMap<number, Hit>>, all: number): Weighed => {
  const known = terms.flatMap((term) => hits.get(term) ?? []).filter(({ size }) => size > 0)
  const having = known.map((found) => [...found.values()].filter(({ worth }) => worth >= INEXACT).length)
  return {
    weight: rarity(Math.max(0, ...having), all),
    isKnown: known.length > 0,
    worth: (id) => Math.max(0, ...known.map((found) => found.get(id)?.worth ?? 0)),
  }
}

const sumOf = (units: readonly Weighed[], of: (unit: Weighed) => number): number =>
  units.reduce((sum, unit) => sum + of(unit), 0)

/** A part that ends in the entry's name is about a kind of it: 增值税发票领用 is 发票领用. */
const endsInName = (part: readonly Weighed[], id: number): boolean =>
  part.length > TAIL && part.slice(-TAIL).every(({ worth }) => worth(id) === NAMED)

/** How much a part has to be explained; `named` is how much of the entry's name was said. */
const wholeOf = (part: readonly Weighed[], id: number, named: number): number => {
  const isAside = named >= CALLED && part.every(({ isKnown }) => !isKnown)
  const isKind = endsInName(part, id)
  return sumOf(part, ({ weight, worth }) => (isAside || (isKind && worth(id) === 0) ? weight * ASIDE : weight))
}

/** How much of the parts an entry explains, 0..1. */
const shareOf = (parts: readonly (readonly Weighed[])[], id: number, named: number): number => {
  const units = parts.flat()
  if (!units.some(({ worth }) => worth(id) > PAPER)) return 0
  const whole = parts.reduce((sum, part) => sum + wholeOf(part, id, named), 0)
  return sumOf(units, ({ weight, worth }) => weight * worth(id)) / whole
}

export const openCatalogue = (site: Site): Catalogue => {
  const entries = entriesOf(site)
  const index = indexOf(entries)

  const search = (parts: readonly string[]): Match[] => {
    const units = parts.map(unitsOf)
    const terms = new Set(units.flat().flatMap((unit) => unit.terms))
    const hits = new Map([...terms].map((term) => [term, hitsIn(index, term)]))
    const weighed = units.map((part) => part.map((unit) => weigh(unit, hits, entries.length)))
    const scored = entries.map((entry): Match => {
      const found = new Set([...hits.values()].flatMap((hit) => hit.get(entry.id)?.found ?? []))
      const named = naming(entry, found)
      const share = found.size > 0 ? shareOf(weighed, entry.id, named) : 0
      return { subject: entry.subject, score: share * (1 - NAMING + NAMING * named) }
    })
    return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  }

  return { names: [...new Set(entries.flatMap(({ names }) => names))], search }
}
