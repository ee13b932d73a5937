/** What is wrong with a site, by language, for those who mend it. */
import type { Spoken } from '../language.ts'
import { en } from './siteFlaws/en.ts'
import { type SiteFlawWords, zh } from './siteFlaws/zh.ts'

export const siteFlawWords: Spoken<SiteFlawWords> = { zh, en }
