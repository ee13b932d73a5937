/** What is different between two sites, place by place; things of a list are matched by their ids. */
import { isTree, type Path } from './paths.ts'

export interface Change {
  /** Ids stand for places in lists: `['services', 'social-card', 'usualMinutes']`. */
  readonly path: Path
  /** Absent when it is new. */
  readonly before?: unknown
  /** Absent when it is gone. */
  readonly after?: unknown
}

const ID_FIELDS = [
  'serviceId',
  'windowId',
  'zoneId',
  'themeId',
  'placeId',
  'cameraId',
  'robotId',
  'liftId',
  'doorId',
  'chargerId',
  'nodeId',
  'floorId',
]

/** Of a thing that has one. */
export const idOf = (thing: unknown): string | undefined => {
  const field = ID_FIELDS.find((name) => isTree(thing) && name in thing)
  return field && isTree(thing) ? String(thing[field]) : undefined
}

/** A list of things with ids, by id; undefined for any other list. */
const byId = (list: readonly unknown[]): Readonly<Record<string, unknown>> | undefined => {
  const field = ID_FIELDS.find((name) => list.length > 0 && list.every((one) => isTree(one) && name in one))
  if (field === undefined) return undefined
  const things = Object.fromEntries(list.map((one) => [String(isTree(one) ? one[field] : ''), one]))
  return Object.keys(things).length === list.length ? things : undefined
}

const treeOf = (value: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (isTree(value)) return value
  return Array.isArray(value) ? byId(value) : undefined
}

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]))
  if (!isTree(a) || !isTree(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]))
}

export const changesOf = (before: unknown, after: unknown, path: Path = []): Change[] => {
  if (same(before, after)) return []
  const [was, is] = [treeOf(before), treeOf(after)]
  if (was && is) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    const inside = keys.flatMap((key) => changesOf(was[key], is[key], [...path, key]))
    if (inside.length > 0) return inside
  }
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }]
}

/** Keys that are written and that no start looks at: misspelt, mostly. */
export const unknownIn = (written: unknown, whole: unknown, path: Path = []): Path[] => {
  if (Array.isArray(written) && Array.isArray(whole))
    return written.flatMap((one, i) => unknownIn(one, whole[i], [...path, i]))
  if (!isTree(written) || !isTree(whole)) return []
  return Object.entries(written).flatMap(([key, value]) =>
    key in whole ? unknownIn(value, whole[key], [...path, key]) : [[...path, key]],
  )
}
