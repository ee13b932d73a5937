/** What a deed can be done with: services and windows to choose from, and finding one by a few letters. */
import type { Language } from '#contracts/languages.ts'
import type { Site } from '#contracts/site.ts'
import { nameIn } from '../language.ts'

export interface Option {
  /** Of a service or a window; unique within its group. */
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** All by which it can be found, in any language. */
  readonly letters: string
}
export interface Group {
  readonly kind: 'issuing' | 'service' | 'window'
  readonly name: string
  readonly options: readonly Option[]
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** Groups with what fits, the exact first: `1` is window 1 before 10; those in which nothing fits are left out. */
export const narrowed = (groups: readonly Group[], typed: string): Group[] => {
  const wanted = plain(typed)
  const isExact = ({ letters }: Option) => Number(letters === wanted)
  return groups
    .map((group) => ({
      ...group,
      options: group.options.filter(({ letters }) => letters.includes(wanted)).sort((a, b) => isExact(b) - isExact(a)),
    }))
    .filter(({ options }) => options.length > 0)
}

export interface Choices {
  readonly site: Site
  readonly language: Language
  readonly detailOf: (id: string) => string
}

export const serviceOptions = (serviceIds: readonly string[], { site, language, detailOf }: Choices): Option[] =>
  site.services
    .filter(({ serviceId }) => serviceIds.includes(serviceId))
    .map(({ serviceId, letter, names }) => ({
      id: serviceId,
      label: nameIn(names, language),
      detail: detailOf(serviceId),
      letters: plain([letter, ...Object.values(names)].join(' ')),
    }))

export const windowOptions = (
  windowIds: readonly string[],
  labelSaid: (label: string) => string,
  { site, detailOf }: Choices,
): Option[] =>
  site.windows
    .filter(({ windowId }) => windowIds.includes(windowId))
    .map(({ windowId, label }) => ({
      id: windowId,
      label: labelSaid(label),
      detail: detailOf(windowId),
      letters: plain(label),
    }))
