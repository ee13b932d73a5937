/** What a visit for one thing needs, once somebody has said how it is with them: services in order, and papers. */
import type { Names } from './languages.ts'
import type { SiteTheme } from './siteThemes.ts'

export interface Needs {
  /** Those of the theme that are left, in its order, then those that answers add. */
  readonly serviceIds: readonly string[]
  /** Besides the papers of the services. */
  readonly addedDocuments: readonly Names[]
  /** Of the papers of the services, those that need not be brought, by their Chinese names. */
  readonly sparedDocuments: readonly string[]
}

type Theme = Pick<SiteTheme, 'serviceIds' | 'questions'>

/** `chosen` is the place of the answer to each question in turn; a question without one changes nothing. */
export const needsOf = ({ serviceIds, questions }: Theme, chosen: readonly number[]): Needs => {
  const answers = questions.flatMap(({ answers }, i) => answers[chosen[i] ?? -1] ?? [])
  const removed = new Set<string>(answers.flatMap(({ removeServiceIds }) => removeServiceIds))
  const added = answers.flatMap(({ addServiceIds }) => addServiceIds)
  return {
    serviceIds: [...new Set<string>([...serviceIds, ...added])].filter((id) => !removed.has(id)),
    addedDocuments: answers.flatMap(({ addDocuments }) => addDocuments),
    sparedDocuments: answers.flatMap(({ spareDocuments }) => spareDocuments),
  }
}

/** Every way in which the questions can be answered. */
export const situationsOf = ({ questions }: Theme): number[][] =>
  questions.reduce<number[][]>((ways, { answers }) => ways.flatMap((way) => answers.map((_, i) => [...way, i])), [[]])
