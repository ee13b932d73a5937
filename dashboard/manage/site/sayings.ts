/** Changes of the site file as sentences, and what to mind before they hold. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { nameIn } from '../../language.ts'
import type { SiteWords } from '../../words/manageSite/zh.ts'
import { type Change, changesOf } from './changes.ts'
import { isTree, type Path } from './paths.ts'

export interface Speaking {
  /** By which ids are named: the hall that runs, or what it would be. */
  readonly site: Site
  readonly language: Language
  readonly words: SiteWords
}

const MOST_LETTERS = 60
const hasOwn = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)

export const thingNamed = (list: string, id: string, { site, language }: Speaking): string => {
  if (list === 'services') return nameOf(site.services.find(({ serviceId }) => serviceId === id)?.names, id, language)
  if (list === 'zones') return nameOf(site.zones.find(({ zoneId }) => zoneId === id)?.names, id, language)
  return list === 'windows' ? (site.windows.find(({ windowId }) => windowId === id)?.label ?? id) : id
}

const nameOf = (names: Site['names'] | undefined, id: string, language: Language): string =>
  names ? nameIn(names, language) : id

/** `业务 社保卡 · 通常用时`. */
export const placeSaid = (path: Path, speaking: Speaking): string => {
  const { list, field } = speaking.words
  const said = path.map((key, i) => {
    const before = path[i - 1]
    if (i === 1 && typeof before === 'string' && typeof key === 'string' && hasOwn(list, before)) {
      const named = thingNamed(before, key, speaking)
      if (named !== key || !hasOwn(list, key)) return hasOwn(field, key) ? field[key] : (list[key] ?? named)
    }
    if (hasOwn(field, key)) return field[key]
    return list[key] ?? String(key)
  })
  return said.join(' · ')
}

export const valueSaid = (value: unknown, speaking: Speaking): string => {
  const { words } = speaking
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return words.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return words.option[value] ?? thingNamed('services', value, speaking)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((one) => valueSaid(one, speaking)).join(' · ')
  if (isTree(value) && typeof value.from === 'string') return `${value.from}–${String(value.until)}`
  if (Array.isArray(value) && value.every((one) => isTree(one) && typeof one.from === 'string'))
    return value.map((one) => valueSaid(one, speaking)).join(' · ')
  const text = isTree(value) || Array.isArray(value) ? JSON.stringify(value) : String(value)
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text
}

export const changeSaid = (change: Change, speaking: Speaking): string => {
  const { words } = speaking
  const what = placeSaid(change.path, speaking)
  if (!('before' in change)) return words.added(what, valueSaid(change.after, speaking))
  if (!('after' in change)) return words.gone(what, valueSaid(change.before, speaking))
  return words.changed(what, valueSaid(change.before, speaking), valueSaid(change.after, speaking))
}

/** Cameras are set up while the hall runs, so the file may rightly be behind. */
export const pendingOf = (running: Site, whole: Site | undefined): Change[] =>
  whole ? changesOf({ ...running, cameras: [] }, { ...whole, cameras: [] }) : []

/** What somebody has to see to before the box is restarted with these changes. */
export const cautionsOf = (
  next: Site | undefined,
  counters: readonly ServiceWindow[],
  waitingFor: (serviceId: string) => number,
  { site, language, words }: Speaking,
): string[] => {
  if (!next) return []
  const kept = { services: next.services.map((one) => one.serviceId), windows: next.windows.map((one) => one.windowId) }
  const services = site.services
    .filter(({ serviceId }) => !kept.services.includes(serviceId) && waitingFor(serviceId) > 0)
    .map(({ serviceId, names }) => words.removesService(nameIn(names, language), waitingFor(serviceId)))
  const windows = counters
    .filter(({ windowId, state }) => state !== 'closed' && !kept.windows.includes(windowId))
    .map(({ windowId }) =>
      words.removesWindow(site.windows.find((one) => one.windowId === windowId)?.label ?? String(windowId)),
    )
  return [...services, ...windows, ...(next.hallId === site.hallId ? [] : [words.otherHall])]
}
