/** What the server says no to about cameras, as a sentence. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { wordsIn } from '../../language.ts'
import type { Problem } from '../../live/asks.ts'
import { manageCameraWords } from '../../words/manageCameras.ts'
import { problemSaid } from '../outcomes.ts'

export const problemOf = (problem: Problem, site: Site, language: Language): string =>
  wordsIn(manageCameraWords, language).problem[problem.code] ?? problemSaid(problem, site, language)
