/** What came of advice that was carried out, and what a no means, as sentences. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { wordsIn } from '../language.ts'
import type { Problem } from '../live/asks.ts'
import { clockIn } from '../parts/clock.ts'
import { serviceNamed } from '../parts/naming.ts'
import { refusalSaid } from '../parts/refusing.ts'
import { manageWords } from '../words/manage.ts'
import type { CarriedOut } from './carrying.svelte.ts'

/** As the window stood right afterwards. */
export const outcomeSaid = (
  { deed, counter }: Pick<CarriedOut, 'deed' | 'counter'>,
  site: Site,
  language: Language,
): string => {
  const words = wordsIn(manageWords, language)
  const label = site.windows.find(({ windowId }) => windowId === counter.windowId)?.label ?? counter.windowId
  const clock = (at: number) => clockIn(site.timeZone, at)
  if (deed.type === 'setWindowServices')
    return words.becameServices(label, counter.serviceIds.map((id) => serviceNamed(site, language, id)).join(' · '))
  if (deed.type === 'setBreaks')
    return words.becameBreaks(
      label,
      (counter.breaks ?? []).map(({ from, until }) => `${clock(from)}–${clock(until)}`).join(' · '),
    )
  if (counter.state === 'open') return words.becameOpen(label)
  return counter.state === 'closed' ? words.becameClosed(label) : words.becamePaused(label)
}

export const problemSaid = (problem: Problem, site: Site, language: Language): string =>
  wordsIn(manageWords, language).problem[problem.code] ?? refusalSaid(problem, site, language)
