/** Words for cameras and what they see, by language. */
import type { Spoken } from '../language.ts'
import { en } from './cameras/en.ts'
import { type CameraWords, zh } from './cameras/zh.ts'

export const cameraWords: Spoken<CameraWords> = { zh, en }
