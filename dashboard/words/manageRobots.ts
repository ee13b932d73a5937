/** Words of the managers' chapter on robots, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manageRobots/en.ts'
import { type ManageRobotWords, zh } from './manageRobots/zh.ts'

export const manageRobotWords: Spoken<ManageRobotWords> = { zh, en }
