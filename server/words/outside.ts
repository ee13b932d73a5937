/** What somebody outside the hall reads: what needs a person, where, how many, how long, and that nobody has gone. */
import type { Card } from '#contracts/cards.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { Language, Names } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { en } from './outside/en.ts'
import { type OutsideWords, zh } from './outside/zh.ts'

const wordsIn = (language: Language): OutsideWords => (language === 'zh' ? zh : en)

const nameIn = (names: Names | undefined, language: Language): string => names?.[language] ?? names?.en ?? ''

/** One sentence for one card; for several a line each, whoever waits longest first. Of `all` the others follow in another text. */
export const outsideText = (
  { cards, all }: { cards: readonly Card[]; all: number },
  site: Site | undefined,
  language: Language,
  now: Instant,
): string => {
  const words = wordsIn(language)
  const lines = [...cards]
    .sort((a, b) => a.longestSince - b.longestSince)
    .map(({ cause, zoneId, count, longestSince }) =>
      words.card({
        cause: words.cause[cause],
        zone: nameIn(site?.zones.find((zone) => zone.zoneId === zoneId)?.names, language) || words.somewhere,
        count,
        minutes: Math.max(0, Math.floor((now - longestSince) / MINUTE)),
      }),
    )
  const hall = nameIn(site?.names, language)
  const [only = ''] = lines
  if (all === 1) return words.one(hall, only)
  const others = all > lines.length ? [words.others(all - lines.length)] : []
  return [words.several(hall, all), ...[...lines, ...others].map((line) => `· ${line}`)].join('\n')
}
