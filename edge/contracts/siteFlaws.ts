/** What can be wrong with a site file, as codes with their facts: screens say it in the language of whoever reads it. */
import { z } from 'zod'

export const FlawCode = z.enum([
  'notJson',
  'missing',
  'type',
  'atLeast',
  'moreThan',
  'atMost',
  'tooFew',
  'tooMany',
  'notOneOf',
  'clock',
  'day',
  'id',
  'letter',
  'format',
  'taken',
  'unknown',
  'unserved',
  'helpUndone',
  'outline',
  'matchesAlone',
  'answersOff',
  'paperUnknown',
  'spanBackwards',
  'batteryOrder',
  'timeZone',
  'ownNetwork',
  'other',
])
export type FlawCode = z.infer<typeof FlawCode>

/** Of a flaw, those that its code speaks of. */
export const FlawFacts = z
  .object({
    /** What is taken, or is not there. */
    id: z.string(),
    /** Where it should be, as the site file names the list. */
    list: z.string(),
    /** What has too few or too many, or is drawn wrong: `string`, `array`, `zone`, `mask`, `queueLine`. */
    of: z.string(),
    expected: z.string(),
    options: z.array(z.string()),
    least: z.number(),
    most: z.number(),
  })
  .partial()
export type FlawFacts = z.infer<typeof FlawFacts>

/** Carried by a complaint of our own, beside its English sentence. */
export type Flawed = { readonly flaw: FlawCode } & FlawFacts

/** Where in the file, as `services[2].usualMinutes`, and what it should be; the path of the whole file is empty. */
export const SiteFlaw = z.object({ path: z.string(), message: z.string(), code: FlawCode, facts: FlawFacts })
export type SiteFlaw = z.infer<typeof SiteFlaw>

const Params = FlawFacts.extend({ flaw: FlawCode })

/** How a text should be written, by the field it stands in. */
const formatAt = (path: readonly PropertyKey[]): FlawCode => {
  const key = String(path.findLast((part) => typeof part !== 'number') ?? '')
  if (key === 'from' || key === 'until') return 'clock'
  if (key === 'holidays' || path.includes('openDays')) return 'day'
  if (key === 'letter') return 'letter'
  return /Ids?$/.test(key) ? 'id' : 'format'
}

/** `isThere`: whether the file has anything at its path. */
export const flawOf = (issue: z.core.$ZodIssue, isThere: boolean): { code: FlawCode; facts: FlawFacts } => {
  switch (issue.code) {
    case 'invalid_type':
      return isThere
        ? { code: 'type', facts: { expected: issue.expected } }
        : { code: 'missing', facts: { expected: issue.expected } }
    case 'too_small': {
      const least = Number(issue.minimum)
      if (issue.origin === 'string' || issue.origin === 'array')
        return { code: 'tooFew', facts: { of: issue.origin, least } }
      return { code: issue.inclusive === false ? 'moreThan' : 'atLeast', facts: { least } }
    }
    case 'too_big': {
      const most = Number(issue.maximum)
      if (issue.origin === 'string' || issue.origin === 'array')
        return { code: 'tooMany', facts: { of: issue.origin, most } }
      return { code: 'atMost', facts: { most } }
    }
    case 'invalid_value':
      return { code: 'notOneOf', facts: { options: issue.values.map(String) } }
    case 'invalid_format':
      return { code: formatAt(issue.path), facts: {} }
    default:
      return ownFlaw('params' in issue ? issue.params : undefined)
  }
}

const ownFlaw = (params: unknown): { code: FlawCode; facts: FlawFacts } => {
  const own = Params.safeParse(params)
  if (!own.success) return { code: 'other', facts: {} }
  const { flaw: code, ...facts } = own.data
  return { code, facts }
}
