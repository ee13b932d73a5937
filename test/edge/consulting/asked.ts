/** What visitors ask in the hall of the example site, and where the answer has to come from; `person` when somebody has to come. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Language } from '#contracts/languages.ts'

const Asked = z.tuple([z.string(), Language, z.string()])
/** The question, the language it is in, and the source of its answer. */
export type Asked = z.infer<typeof Asked>

const read = (file: string): Asked[] =>
  z.array(Asked).parse(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')))

/** The words and the threshold of the search were chosen by these. */
export const asked = (): Asked[] => read('asked.json')

/** Kept aside: no word of the search was chosen by these. */
export const askedLater = (): Asked[] => read('askedLater.json')
