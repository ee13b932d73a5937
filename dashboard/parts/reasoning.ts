/** Why a visitor is called and no other, as a short sentence. */
import type { CallReason } from '#contracts/callReasons.ts'
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { wordsIn } from '../language.ts'
import type { CallReasonWords, ReasonFacts, ReasonOf } from '../words/callReasons/zh.ts'
import { callReasonWords } from '../words/callReasons.ts'
import { laneWords } from '../words/lanes.ts'
import { serviceNamed } from './naming.ts'

const say = <C extends CallReason['code']>(words: CallReasonWords, reason: ReasonOf<C>, facts: ReasonFacts): string => {
  const code: C = reason.code
  return words[code](reason, facts)
}

export const reasonSaid = (reason: CallReason, site: Site, language: Language): string =>
  say(wordsIn(callReasonWords, language), reason, {
    lane: 'lane' in reason ? wordsIn(laneWords, language).lane[reason.lane] : '',
    service: 'serviceId' in reason ? serviceNamed(site, language, reason.serviceId) : '',
  })
