/** Advice in one sentence: the line it is for, what to do, and what that does to the waits. */
import type { Advice, AdvisedDeed, Outcome } from '#contracts/advice.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import { localTime } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { en } from './advice/en.ts'
import { type AdviceWords, zh } from './advice/zh.ts'

export const adviceSentence = (advice: Advice, site: Site): { zh: string; en: string } => ({
  zh: inLanguage(advice, site, 'zh', zh),
  en: inLanguage(advice, site, 'en', en),
})

const inLanguage = (
  { deed, reason, without, effect }: Advice,
  site: Site,
  language: 'zh' | 'en',
  words: AdviceWords,
) => {
  const nameOf = (id: ServiceId): string =>
    site.services.find(({ serviceId }) => serviceId === id)?.names[language] ?? id
  const line = {
    service: nameOf(reason.serviceId),
    waiting: reason.waiting,
    longest: Math.round(reason.longestMinutes),
    openWindows: reason.openWindows,
    short: deed.type !== 'closeWindow',
  }
  return words.sentence(words.reason(line), deedIn(deed, site, nameOf, words), effectIn(without, effect, words))
}

const deedIn = (deed: AdvisedDeed, site: Site, nameOf: (id: ServiceId) => string, words: AdviceWords): string => {
  const label = labelOf(deed.windowId, site)
  switch (deed.type) {
    case 'openWindow':
    case 'resumeWindow':
    case 'closeWindow':
      return words[deed.type](label)
    case 'setWindowServices':
      return words.setWindowServices(label, deed.serviceIds.map(nameOf))
    case 'setBreaks': {
      const clock = (at: Instant) => clockTime(at, site.timeZone)
      return words.setBreaks(
        label,
        deed.breaks.map(({ from, until }) => `${clock(from)}–${clock(until)}`),
      )
    }
  }
}

const labelOf = (id: WindowId, { windows }: Site): string =>
  windows.find(({ windowId }) => windowId === id)?.label ?? id

const clockTime = (at: Instant, timeZone: string): string => {
  const minutes = Math.floor(localTime(at, timeZone).sinceMidnight / MINUTE)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** By the longest waits, unless only the mean tells of a change that whole minutes can show. */
const effectIn = (without: Outcome, effect: Outcome, words: AdviceWords): string => {
  const p90 = [Math.round(without.p90Minutes), Math.round(effect.p90Minutes)] as const
  const mean = [Math.round(without.meanMinutes), Math.round(effect.meanMinutes)] as const
  return p90[0] === p90[1] && mean[0] !== mean[1] ? words.mean(...mean) : words.p90(...p90)
}
