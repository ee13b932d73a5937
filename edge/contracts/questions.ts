/** What a visitor asks a consultation robot, what the hall answers, and what its catalogue knows something about. */
import { z } from 'zod'
import type { FloorId } from './ids.ts'
import { Language, type Names } from './languages.ts'
import type { FloorPoint } from './places.ts'
import type { SiteService, SiteWindow } from './site.ts'

/** `en-GB` is `en`; whatever the hall does not speak is asked in Chinese. */
const spoken = z
  .string()
  .transform((tag) => tag.trim().slice(0, 2).toLowerCase())
  .pipe(Language)
  .catch('zh')

/** The text may hold names and numbers of people: it is answered and forgotten, never kept or logged. */
export const Question = z.object({
  questionId: z.string().min(1).max(80).optional(),
  text: z.string().trim().min(1).max(500),
  language: spoken,
})
export type Question = z.infer<typeof Question>

export const Answer = z.object({
  questionId: z.string(),
  text: z.string(),
  /** Where it comes from: `service:social-card`, `hours`, `place:guide-desk`; `person` when the catalogue has no answer. */
  source: z.string(),
  personComes: z.boolean(),
})
export type Answer = z.infer<typeof Answer>

/** Something of the hall that can be asked about, by the `source` of an answer about it. */
export type Subject = { readonly source: string; readonly names: Names } & (
  | { readonly kind: 'service'; readonly service: SiteService }
  /** A department, or a theme of several services. */
  | { readonly kind: 'services'; readonly services: readonly SiteService[] }
  | { readonly kind: 'window'; readonly desk: SiteWindow }
  | { readonly kind: 'place'; readonly place: FloorPoint }
  | { readonly kind: 'lift'; readonly floorIds: readonly FloorId[] }
)

export interface Match {
  readonly subject: Subject
  /** 0..1: how much of what was asked is explained by the subject, and of several alike, whose name was said most fully. */
  readonly score: number
}

export interface Catalogue {
  /** All that its subjects are called, in any language. */
  readonly names: readonly string[]
  /** Subjects by the parts that are left of a question when its own words are taken away; best first. */
  search(parts: readonly string[]): readonly Match[]
}
