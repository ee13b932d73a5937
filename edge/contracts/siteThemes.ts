/** One thing, several offices: the visits that a kiosk offers, and what it asks so that nobody brings or does too much. */
import { z } from 'zod'
import { ServiceId, ThemeId } from './ids.ts'
import { Names } from './languages.ts'

export const ThemeAnswer = z.object({
  names: Names.describe('Short, as it stands on a button: Yes, or I rent.'),
  addServiceIds: z.array(ServiceId).default([]).describe('Done after those of the theme.'),
  removeServiceIds: z.array(ServiceId).default([]),
  addDocuments: z.array(Names).default([]).describe('Papers that only this answer asks for.'),
  spareDocuments: z
    .array(z.string().min(1))
    .default([])
    .describe('Papers of the services that need not be brought, by their Chinese names.'),
})
export type ThemeAnswer = z.infer<typeof ThemeAnswer>

export const ThemeQuestion = z.object({
  names: Names,
  answers: z.array(ThemeAnswer).min(2).max(4),
})
export type ThemeQuestion = z.infer<typeof ThemeQuestion>

export const SiteTheme = z.object({
  themeId: ThemeId,
  names: Names,
  serviceIds: z
    .array(ServiceId)
    .min(1)
    .max(5)
    .describe('In the order in which they are visited; one ticket is for all.'),
  questions: z
    .array(ThemeQuestion)
    .max(4)
    .default([])
    .describe('Asked one after the other before the papers are shown.'),
})
export type SiteTheme = z.infer<typeof SiteTheme>
