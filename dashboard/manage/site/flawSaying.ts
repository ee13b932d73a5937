/** Flaws of the site file as sentences, in the language of whoever mends them. */
import type { SiteFlaw } from '#contracts/siteFlaws.ts'
import { wordsIn } from '../../language.ts'
import { siteFlawWords } from '../../words/siteFlaws.ts'
import { idOf } from './changes.ts'
import { type Path, valueAt } from './paths.ts'
import { placeSaid, type Speaking, thingNamed } from './sayings.ts'

/** Where a text is not JSON, counted from 1; absent where the browser does not say. */
export const wrongPlaceIn = (text: string, said: string): { line: number; column: number } | undefined => {
  const position = /position (\d+)/.exec(said)?.[1]
  const end = /end of (JSON|data)/i.test(said) ? text.length : undefined
  const at = position === undefined ? end : Number(position)
  if (at === undefined) return undefined
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** `services[2].usualMinutes` with the id of that service; in lists without ids, counted from 1. */
const placeOf = (path: string, file: unknown): Path => {
  const keys = path.match(/[^.[\]]+/g)?.map((key) => (/^\d+$/.test(key) ? Number(key) : key)) ?? []
  const [list, nth] = keys
  const id = list !== undefined && typeof nth === 'number' ? idOf(valueAt(file, [list, nth])) : undefined
  return keys.map((key, i) => {
    if (typeof key === 'string') return key
    return i === 1 && id !== undefined ? id : key + 1
  })
}

/** `业务 · 居住证办理 · 通常用时`. */
export const flawPlaceSaid = ({ path }: SiteFlaw, file: unknown, speaking: Speaking): string =>
  path === '' ? speaking.words.wholeFile : placeSaid(placeOf(path, file), speaking)

export const flawSaid = ({ code, message, facts }: SiteFlaw, speaking: Speaking): string => {
  const { list: lists, option } = speaking.words
  const words = wordsIn(siteFlawWords, speaking.language)
  const { id = '', list = '', of = '', expected = '', options = [], least = 0, most = 0 } = facts
  const thing = (name: string) => words.thing[name] ?? lists[name] ?? name
  const named = code === 'helpUndone' ? thingNamed('services', id, speaking) : id
  return words.say[code]({
    id: named,
    list: thing(list),
    of: thing(of),
    expected: thing(expected),
    options: options.map((one) => option[one] ?? one),
    least,
    most,
    message,
  })
}
