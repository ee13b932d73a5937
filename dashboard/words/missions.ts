/** Words for robots' errands, by language. */
import type { Spoken } from '../language.ts'
import { en } from './missions/en.ts'
import { type MissionWords, zh } from './missions/zh.ts'

export const missionWords: Spoken<MissionWords> = { zh, en }
