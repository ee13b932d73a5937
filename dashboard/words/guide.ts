/** Words of the guide desk, by language. */
import type { Spoken } from '../language.ts'
import { en } from './guide/en.ts'
import { type GuideWords, zh } from './guide/zh.ts'

export const guideWords: Spoken<GuideWords> = { zh, en }
