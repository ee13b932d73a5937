/** One row of the HTTP table: what is asked, how, and what is answered. Doors and documents are made of these rows. */
import type { z } from 'zod'
import type { CommandId } from '#contracts/ids.ts'
import type { House } from '../house.ts'
import type { Complaint } from '../problems.ts'

export type Answer<T> = { ok: true; body: T } | { ok: false; complaint: Complaint }

export const yes = <T>(body: T): Answer<T> => ({ ok: true, body })
export const no = (complaint: Complaint): Answer<never> => ({ ok: false, complaint })

/** What a change that only the manager may make brings along. */
export const MANAGER_HEADER = 'x-manager-password'

export interface Route {
  method: 'get' | 'post' | 'put'
  /** As in `/api/windows/:windowId/call-next`. */
  path: string
  summary: string
  /** Everything that path and body say together; what the path does not name is the body, or the query of a look. */
  takes: z.ZodObject
  gives: z.ZodObject
  status: 200 | 201
  /** Only with the manager's password. */
  manager?: true
  /** The same answer for whoever would rather have `text/csv`. */
  csv?(body: object): string
  /** `asked` is path, query and body as they came; `id` names the intention behind a change. */
  answer(house: House, asked: Record<string, unknown>, id: CommandId): Promise<Answer<object>>
}

/** The names in a path, as `['windowId']`. */
export const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? [])

export const malformed = ({ issues }: z.ZodError): Answer<never> =>
  no({
    code: 'malformed',
    flaws: issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  })
