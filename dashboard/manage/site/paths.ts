/** Places in a site file, and what is written there. */

export type Path = readonly (string | number)[]
type Tree = Readonly<Record<string, unknown>>

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As the server names flaws: `services[2].usualMinutes`. */
export const pathSaid = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')

export const valueAt = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return value
  if (typeof key === 'number') return Array.isArray(value) ? valueAt(value[key], rest) : undefined
  return isTree(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined
}

/** The same with another value there; undefined takes it out. What lacks on the way is made. */
export const withValue = (tree: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(tree) ? [...tree] : []
    const inner = withValue(list[key], rest, value)
    if (inner === undefined) list.splice(key, 1)
    else list[key] = inner
    return list
  }
  const { [key]: before, ...others } = isTree(tree) ? tree : {}
  const inner = withValue(before, rest, value)
  if (inner === undefined) return others
  return isTree(tree) && key in tree ? { ...tree, [key]: inner } : { ...others, [key]: inner }
}

export const listAt = (tree: unknown, path: Path): readonly unknown[] => {
  const list = valueAt(tree, path)
  return Array.isArray(list) ? list : []
}

export const textsAt = (tree: unknown, path: Path): string[] =>
  listAt(tree, path).filter((one): one is string => typeof one === 'string')

export const textAt = (tree: unknown, path: Path): string => {
  const value = valueAt(tree, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
