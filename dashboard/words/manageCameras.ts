/** Words of the managers' chapter on cameras, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manageCameras/en.ts'
import { type ManageCameraWords, zh } from './manageCameras/zh.ts'

export const manageCameraWords: Spoken<ManageCameraWords> = { zh, en }
