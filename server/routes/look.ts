/** Rows that only look: a record of the present or the past, and nothing changes. */
import type { z } from 'zod'
import type { House } from '../house.ts'
import type { Who } from '../identity/who.ts'
import { type Answer, malformed, type Route } from './route.ts'

export const look = <T extends z.ZodObject, G extends z.ZodObject>({
  csv,
  ...row
}: {
  path: string
  summary: string
  takes: T
  gives: G
  csv?(body: z.output<G>): string
  find(house: House, asked: z.output<T>, who: Who): Answer<z.output<G>> | Promise<Answer<z.output<G>>>
}): Route => ({
  method: 'get',
  path: row.path,
  summary: row.summary,
  takes: row.takes,
  gives: row.gives,
  status: 200,
  answer: async (house, asked, _id, who) => {
    const parsed = row.takes.safeParse(asked)
    return parsed.success ? row.find(house, parsed.data, who) : malformed(parsed.error)
  },
  ...(csv && { csv: (body: object) => csv(row.gives.parse(body)) }),
})
