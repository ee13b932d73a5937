/** The shapes of what the server answers about slips. */
import { z } from 'zod'
import { PrinterId } from '#contracts/ids.ts'
import { Language } from '#contracts/languages.ts'

export const PrintAnswer = z.object({ printed: z.literal(true), printerId: PrinterId })
export type PrintAnswer = z.infer<typeof PrintAnswer>

/** What stands on the paper of one ticket, in one language: never who holds it. */
export const Slip = z.object({
  language: Language,
  hall: z.string(),
  label: z.string(),
  number: z.string(),
  services: z.array(z.string()),
  /** One sentence each: how long, where to sit, which window. */
  lines: z.array(z.string()),
  papers: z.object({ heading: z.string(), list: z.array(z.string()) }),
  /** The visitor's own page, and what it is for. */
  phone: z.object({ link: z.string(), label: z.string() }).optional(),
  /** As clocks in the hall show it: `2026-11-23 09:12`. */
  time: z.string(),
})
export type Slip = z.infer<typeof Slip>
