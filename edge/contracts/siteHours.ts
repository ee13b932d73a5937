/** Opening hours by weekday, with breaks as gaps between spans, holidays, and days with hours of their own. */
import { z } from 'zod'
import type { Flawed } from './siteFlaws.ts'
import { ServiceDay } from './time.ts'

/** From and until as minutes of the local day are written, such as `09:00` and `12:00`. */
export const Span = z
  .object({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    until: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/),
  })
  .refine(({ from, until }) => from < until, {
    message: 'a span that ends after it begins',
    params: { flaw: 'spanBackwards' } satisfies Flawed,
  })
export type Span = z.infer<typeof Span>

const day = z.array(Span).default([])

export const OpeningHours = z.object({
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: day,
  sunday: day,
  holidays: z.array(ServiceDay).default([]).describe('Days on which the hall stays closed.'),
  openDays: z
    .record(ServiceDay, z.array(Span))
    .default({})
    .describe(
      'Days with hours of their own, such as a working Saturday before a holiday; wins over weekday and holidays.',
    ),
})
export type OpeningHours = z.infer<typeof OpeningHours>

export type Weekday = Exclude<keyof OpeningHours, 'holidays' | 'openDays'>
