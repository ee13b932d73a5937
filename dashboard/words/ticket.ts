/** Words of the page of one ticket, by language. */
import type { Spoken } from '../language.ts'
import { en } from './ticket/en.ts'
import { ja } from './ticket/ja.ts'
import { ko } from './ticket/ko.ts'
import { type TicketWords, zh } from './ticket/zh.ts'

export const ticketWords: Spoken<TicketWords> = { zh, en, ja, ko }
