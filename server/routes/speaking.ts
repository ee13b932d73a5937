/** The voice: which queue screen of a hearing area has the word. */
import { z } from 'zod'
import { TurnAnswer } from '../answers.ts'
import { malformed, type Route, yes } from './route.ts'

const Asking = z.object({
  area: z
    .string()
    .max(64)
    .describe('Where its loudspeakers are heard: a floor, a zone, or nothing for the whole hall.'),
  voiceId: z
    .string()
    .regex(/^[\w-]{8,64}$/, 'drawn once by each page')
    .describe('This page, apart from all others.'),
  said: z.array(z.string().max(80)).max(100).describe('The calls that it has said to their end.'),
  saying: z
    .array(z.string().max(80))
    .max(100)
    .default([])
    .describe('The calls that it is saying: free again when it goes dark before their end.'),
  leaves: z.boolean().optional().describe('It says nothing more: another may at once.'),
})

export const speakingRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/voice/turn',
    summary: 'Asked once a second by a queue screen that could speak: the first living one of its area has the word.',
    takes: Asking,
    gives: TurnAnswer,
    status: 200,
    answer: async ({ speaking }, asked, _id, { badge }) => {
      const parsed = Asking.safeParse(asked)
      if (!parsed.success) return malformed(parsed.error)
      return yes(speaking.turn({ ...parsed.data, voiceId: `${badge?.key ?? ''}:${parsed.data.voiceId}` }))
    },
  },
]
