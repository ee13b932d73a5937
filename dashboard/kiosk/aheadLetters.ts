/** Fetches the letters of everything a kiosk may show, so that it can be read when the hall is out of reach. */
import type { Names } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { languages, nameIn, wordsIn } from '../language.ts'
import { fetchLetters } from '../letters.ts'
import { kioskWords } from '../words/kiosk.ts'
import { laneWords, languageNames } from '../words/lanes.ts'
import { partWords } from '../words/parts.ts'

const namesOf = ({ services, themes, zones, places, floors }: Site): Names[] => [
  ...services.flatMap(({ names, department, documents }) => [names, department, ...documents]),
  ...[themes, zones, places, floors].flat().map(({ names }) => names),
]

/** In all languages: a visitor may choose any of them, also just before the line breaks. */
export const fetchWords = (): void => {
  for (const language of languages) {
    const said = [wordsIn(kioskWords, language), wordsIn(partWords, language), wordsIn(laneWords, language)]
    void fetchLetters(language, languageNames, ...said)
  }
}

export const fetchNames = (site: Site): void => {
  for (const language of languages)
    void fetchLetters(
      language,
      namesOf(site).map((names) => nameIn(names, language)),
    )
}
