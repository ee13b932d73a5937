/** How a check of a site file complains: of ids that are taken, and of names that nothing has. */
import type { Site } from './site.ts'
import type { Flawed } from './siteFlaws.ts'

export type Path = (string | number)[]
export type Complain = (path: Path, message: string, flawed: Flawed) => void

/** The ids of a list, each of which stands there once. */
export const idsOnce = <T>(
  complain: Complain,
  list: keyof Site & string,
  items: readonly T[],
  field: keyof T & string,
): ReadonlySet<string> => {
  const seen = new Set<string>()
  items.forEach((item, i) => {
    const id = String(item[field])
    if (seen.has(id)) complain([list, i, field], `${id} is already taken: every ${field} once`, { flaw: 'taken', id })
    seen.add(id)
  })
  return seen
}

/** What is named at a path has to be among these. */
export const known =
  (complain: Complain, among: ReadonlySet<string>, list: keyof Site & string) =>
  (id: string | undefined, ...path: Path): void => {
    if (id !== undefined && !among.has(id))
      complain(path, `${id} is not among the ${list} of this site`, { flaw: 'unknown', id, list })
  }
