/** One row of the HTTP table: what is asked, how, and what is answered. Doors and documents are made of these rows. */
import type { z } from 'zod'
import type { CommandId } from '#contracts/ids.ts'
import type { House } from '../house.ts'
import type { Who } from '../identity/who.ts'
import type { Complaint } from '../problems.ts'

/** `cookies` are set with it, as `name=value; Path=/`. */
export type Answer<T> = { ok: true; body: T; cookies?: readonly string[] } | { ok: false; complaint: Complaint }

export const yes = <T>(body: T, cookies: readonly string[] = []): Answer<T> => ({
  ok: true,
  body,
  ...(cookies.length > 0 && { cookies }),
})
export const no = (complaint: Complaint): Answer<never> => ({ ok: false, complaint })

export interface Route {
  method: 'get' | 'post' | 'put' | 'delete'
  /** As in `/api/windows/:windowId/call-next`. */
  path: string
  summary: string
  /** Everything that path and body say together; what the path does not name is the body, or the query of a look. */
  takes: z.ZodObject
  gives: z.ZodObject
  status: 200 | 201
  /** The same answer for whoever would rather have `text/csv`. */
  csv?(body: object): string
  /** The answer is always this, made from the body. */
  file?: { type: string; of(body: object): Promise<Uint8Array | string> }
  /** `asked` is path, query and body as they came; `id` names the intention behind a change, `who` is allowed to. */
  answer(house: House, asked: Record<string, unknown>, id: CommandId, who: Who): Promise<Answer<object>>
}

/** As the table of permissions names it. */
export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method.toUpperCase()} ${path}`

/** The names in a path, as `['windowId']`. */
export const paramsOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? [])

export const malformed = ({ issues }: z.ZodError): Answer<never> =>
  no({
    code: 'malformed',
    flaws: issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  })
