/** The hall as a visitor's phone needs it: what things are called and where they are, nothing of who waits. */
import { z } from 'zod'
import { VisitAnswer } from '../answers.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

export const visitRoutes: readonly Route[] = [
  look({
    path: '/api/visit',
    summary: 'What services, papers, windows and floors are called and where they are, for the page of one ticket.',
    takes: z.object({}),
    gives: VisitAnswer,
    find: ({ mirror }) => {
      const site = mirror.all('site')[0]?.site
      if (!site) return no({ code: 'notReady' })
      const { names, timeZone, floors, services, windows, queue } = site
      return yes(VisitAnswer.parse({ names, timeZone, floors, services, windows, ...queue }))
    },
  }),
]
