/** Words of the queue screen, by language. */
import type { Spoken } from '../language.ts'
import { en } from './queue/en.ts'
import { ja } from './queue/ja.ts'
import { ko } from './queue/ko.ts'
import { type QueueWords, zh } from './queue/zh.ts'

export const queueWords: Spoken<QueueWords> = { zh, en, ja, ko }
