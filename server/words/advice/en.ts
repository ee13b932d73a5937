/** Words of advice, in English. */
import type { AdviceWords } from './zh.ts'

const all = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)

const change = (what: string, before: number, after: number): string =>
  before === after ? `leaves the ${what} wait at ${after} min` : `takes the ${what} wait from ${before} to ${after} min`

const serving = (windows: number): string =>
  windows === 0 ? 'no window serves it' : windows === 1 ? '1 window serves it' : `${windows} windows serve it`

export const en: AdviceWords = {
  reason: ({ service, waiting, longest, openWindows }) => {
    const waits = `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for ${service}, the longest ${longest} min`
    return `${waiting === 0 ? `Nobody waits for ${service}` : waits}, and ${serving(openWindows)}`
  },
  openWindow: (label) => `opening window ${label}`,
  resumeWindow: (label) => `resuming window ${label}`,
  closeWindow: (label) => `closing window ${label}`,
  setWindowServices: (label, services) => `having window ${label} do ${all(services)}`,
  setBreaks: (label, breaks) =>
    breaks.length === 0
      ? `calling off the break of window ${label}`
      : `moving the break of window ${label} to ${all(breaks)}`,
  p90: (before, after) => change('P90', before, after),
  mean: (before, after) => change('mean', before, after),
  sentence: (reason, deed, effect) => `${reason}: ${deed} ${effect}.`,
}
