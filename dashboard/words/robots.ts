/** Words for robots, and for the lifts and doors they use, by language. */
import type { Spoken } from '../language.ts'
import { en } from './robots/en.ts'
import { type RobotWords, zh } from './robots/zh.ts'

export const robotWords: Spoken<RobotWords> = { zh, en }
