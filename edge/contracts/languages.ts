/** The languages of the hall, and names written in them. */
import { z } from 'zod'

export const Language = z.enum(['zh', 'en', 'ja', 'ko'])
export type Language = z.infer<typeof Language>

/** Chinese and English always; a screen in another language falls back to English. */
export const Names = z.object({
  zh: z.string().min(1),
  en: z.string().min(1),
  ja: z.string().min(1).optional(),
  ko: z.string().min(1).optional(),
})
export type Names = z.infer<typeof Names>
