/** A kind of no: which HTTP status it has, and how it is said. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export interface Kind<C> {
  status: ContentfulStatusCode
  /** One plain sentence: what is wrong, where, and what to do. */
  title(facts: C): string
}

/** One for each code of the union. */
export type Kinds<U extends { code: string }> = { [C in U['code']]: Kind<Extract<U, { code: C }>> }
