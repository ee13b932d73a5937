/** The hall as a whole: what screens start from, how its parts are, whether it can be used. */
import { z } from 'zod'
import { HallAnswer, HealthAnswer, ReadyAnswer } from '../answers.ts'
import { healthOf } from '../health.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

export const hallRoutes: readonly Route[] = [
  look({
    path: '/api/hall',
    summary: 'Everything now. `WS /api/live` begins with the same and goes on with changes.',
    takes: z.object({}),
    gives: HallAnswer,
    find: ({ mirror }) => {
      const snapshot = mirror.snapshot()
      return snapshot ? yes(snapshot) : no({ code: 'notReady' })
    },
  }),
  look({
    path: '/health',
    summary: 'How each part is, with the age of its last sign of life. 200 also while something is wrong.',
    takes: z.object({}),
    gives: HealthAnswer,
    find: async (house) => yes(await healthOf(house)),
  }),
  look({
    path: '/ready',
    summary: '503 until the hall has told its state. Without a database the hall works and only its past is shut: 200.',
    takes: z.object({}),
    gives: ReadyAnswer,
    find: async ({ mirror, past }) => {
      if (!mirror.snapshot()) return no({ code: 'notReady' })
      return yes<ReadyAnswer>({ ready: true, database: (await past.answers()) ? 'up' : 'down' })
    },
  }),
]
