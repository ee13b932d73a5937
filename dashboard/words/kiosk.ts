/** Words of the kiosk, by language. */
import type { Spoken } from '../language.ts'
import { en } from './kiosk/en.ts'
import { ja } from './kiosk/ja.ts'
import { ko } from './kiosk/ko.ts'
import { type KioskWords, zh } from './kiosk/zh.ts'

export const kioskWords: Spoken<KioskWords> = { zh, en, ja, ko }
