/** Words of the chapter on the site file, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manageSite/en.ts'
import { type SiteWords, zh } from './manageSite/zh.ts'

export const siteWords: Spoken<SiteWords> = { zh, en }
