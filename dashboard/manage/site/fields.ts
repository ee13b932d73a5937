/** What managers change in a site file: which field is where, and of what kind. */
import type { FieldName } from '../../words/manageSite/zh.ts'
import type { Path } from './paths.ts'

export type Field = { readonly name: FieldName; readonly path: Path } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'names' }
  | { readonly kind: 'check' }
  | {
      readonly kind: 'number'
      readonly unit: 'minutes' | 'seconds' | 'people' | 'times' | 'days'
      readonly optional?: true
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'services'; readonly among: Path | undefined }
  | { readonly kind: 'documents' }
)

export const sections = ['hall', 'queue', 'services', 'windows', 'zones', 'care', 'file'] as const
export type Section = (typeof sections)[number]

const minutes = (name: FieldName, ...path: string[]): Field => ({ name, path, kind: 'number', unit: 'minutes' })
const seconds = (name: FieldName, ...path: (string | number)[]): Field => ({
  name,
  path,
  kind: 'number',
  unit: 'seconds',
})

const hall: readonly Field[] = [{ name: 'names', path: ['names'], kind: 'names' }]

const queue: readonly Field[] = [
  minutes('longWaitMinutes', 'queue', 'longWaitMinutes'),
  minutes('targetMinutes', 'queue', 'targetMinutes'),
  {
    name: 'lanes',
    path: ['queue', 'lanes'],
    kind: 'choice',
    options: ['timeCredit', 'strict', 'ratio', 'accumulating'],
  },
  minutes('priorityCreditMinutes', 'queue', 'priorityCreditMinutes'),
  minutes('appointmentCreditMinutes', 'queue', 'appointmentCreditMinutes'),
  { name: 'balancing', path: ['queue', 'balancing'], kind: 'choice', options: ['longestWait', 'gcmu', 'longestQueue'] },
  minutes('ownServiceMinutes', 'queue', 'ownServiceMinutes'),
  { name: 'calling', path: ['queue', 'calling'], kind: 'choice', options: ['byClerk', 'automatic'] },
  { name: 'callsBeforeNoShow', path: ['queue', 'callsBeforeNoShow'], kind: 'number', unit: 'times' },
  minutes('requeueGraceMinutes', 'queue', 'requeueGraceMinutes'),
  seconds('undoSeconds', 'queue', 'undoSeconds'),
  { name: 'outsideHours', path: ['queue', 'outsideHours'], kind: 'choice', options: ['refuse', 'accept'] },
  minutes('earlyMinutes', 'queue', 'earlyMinutes'),
  minutes('lateMinutes', 'queue', 'appointments', 'lateMinutes'),
  { name: 'daysAhead', path: ['queue', 'appointments', 'daysAhead'], kind: 'number', unit: 'days' },
  { name: 'tidalMode', path: ['queue', 'tidal', 'mode'], kind: 'choice', options: ['advise', 'automatic'] },
  minutes('openAfterMinutes', 'queue', 'tidal', 'openAfterMinutes'),
  minutes('closeBelowMinutes', 'queue', 'tidal', 'closeBelowMinutes'),
  minutes('leastOpenMinutes', 'queue', 'tidal', 'leastOpenMinutes'),
  { name: 'advice', path: ['queue', 'advice'], kind: 'choice', options: ['suggest', 'automatic'] },
]

const care: readonly Field[] = [
  seconds('groupSeconds', 'care', 'groupSeconds'),
  minutes('imbalanceMinutes', 'care', 'imbalanceMinutes'),
  seconds('escalateFirst', 'care', 'escalateSeconds', 0),
  seconds('escalateSecond', 'care', 'escalateSeconds', 1),
  seconds('escalateThird', 'care', 'escalateSeconds', 2),
  minutes('reopenMinutes', 'care', 'reopenMinutes'),
  minutes('repeatMinutes', 'care', 'repeatMinutes'),
  { name: 'buzzesPerHour', path: ['care', 'buzzesPerHour'], kind: 'number', unit: 'times' },
  { name: 'noShowCount', path: ['care', 'noShows', 'count'], kind: 'number', unit: 'people' },
  minutes('noShowMinutes', 'care', 'noShows', 'withinMinutes'),
]

const listed = {
  services: (at: Path): readonly Field[] => [
    { name: 'names', path: [...at, 'names'], kind: 'names' },
    { name: 'usualMinutes', path: [...at, 'usualMinutes'], kind: 'number', unit: 'minutes' },
    { name: 'dailyLimit', path: [...at, 'dailyLimit'], kind: 'number', unit: 'people', optional: true },
    { name: 'documents', path: [...at, 'documents'], kind: 'documents' },
  ],
  windows: (at: Path): readonly Field[] => [
    { name: 'label', path: [...at, 'label'], kind: 'text' },
    { name: 'serviceIds', path: [...at, 'serviceIds'], kind: 'services', among: undefined },
    { name: 'helpIds', path: [...at, 'helpIds'], kind: 'services', among: [...at, 'serviceIds'] },
    { name: 'tidal', path: [...at, 'tidal'], kind: 'check' },
  ],
  zones: (at: Path): readonly Field[] => [
    { name: 'names', path: [...at, 'names'], kind: 'names' },
    { name: 'crowdedAt', path: [...at, 'crowdedAt'], kind: 'number', unit: 'people', optional: true },
    { name: 'heardApart', path: [...at, 'heardApart'], kind: 'check' },
  ],
} as const

export const isListed = (section: Section): section is keyof typeof listed => Object.hasOwn(listed, section)

/** Fields of a section; of one of its things where it lists some. */
export const fieldsOf = (section: Section, nth: number): readonly Field[] => {
  if (isListed(section)) return listed[section]([section, nth])
  return section === 'hall' ? hall : section === 'queue' ? queue : section === 'care' ? care : []
}
