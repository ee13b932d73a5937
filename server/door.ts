/** The door of the table: looks who asks, reads what was sent, asks the row, writes the answer or the problem. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { CommandId } from '#contracts/ids.ts'
import { IdempotencyKey } from './answers.ts'
import type { House } from './house.ts'
import { admit, noteDeed, place } from './identity/admitting.ts'
import { type Complaint, problem } from './problems.ts'
import { type Answer, keyOf, no, type Route, yes } from './routes/route.ts'

export const refused = (c: Context, complaint: Complaint): Response => {
  const { status, ...rest } = problem(complaint)
  if (complaint.code === 'tooMany') c.header('retry-after', String(complaint.seconds))
  return c.body(JSON.stringify({ ...rest, status }), status, { 'content-type': 'application/problem+json' })
}

/** Without the header each request is an intention of its own. */
const idOf = (c: Context): Answer<CommandId> => {
  const parsed = IdempotencyKey.safeParse(c.req.header('idempotency-key') ?? randomUUID())
  if (parsed.success) return yes(CommandId.parse(`http:${parsed.data}`))
  const flaws = parsed.error.issues.map(({ message }) => ({ path: 'Idempotency-Key', message }))
  return no({ code: 'malformed', flaws })
}

const isJson = (contentType: string): boolean => /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType)

/** A look says in its query what a change says in its body; no body at all says as much as an empty object. */
const bodyOf = async (c: Context): Promise<Answer<object>> => {
  if (c.req.method === 'GET') return yes(c.req.query())
  const text = await c.req.text()
  const contentType = c.req.header('content-type') ?? (text === '' ? 'application/json' : 'nothing known')
  if (!isJson(contentType)) return no({ code: 'notJson', contentType })
  if (text === '') return yes({})
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return yes(value)
  } catch {}
  return no({ code: 'malformed', flaws: [{ path: '', message: 'expected one JSON object' }] })
}

const JSON_TYPE = 'application/json'
const CSV_TYPE = 'text/csv'

const shown = async (c: Context, { csv, file, status }: Route, body: object): Promise<Response> => {
  c.header('cache-control', 'no-store')
  if (file) return c.body(new Uint8Array(Buffer.from(await file.of(body))), status, { 'content-type': file.type })
  if (!csv) return c.json(body, status)
  c.header('vary', 'Accept')
  const wished = accepts(c, { header: 'Accept', supports: [JSON_TYPE, CSV_TYPE], default: JSON_TYPE })
  if (wished === JSON_TYPE) return c.json(body, status)
  return c.body(csv(body), status, { 'content-type': `${CSV_TYPE}; charset=utf-8` })
}

export const doorOf = (house: House, route: Route) => {
  const key = keyOf(route)
  return async (c: Context): Promise<Response> => {
    const admitted = await admit(house, c, key)
    if (!admitted.ok) return refused(c, admitted.complaint)
    const id = idOf(c)
    if (!id.ok) return refused(c, id.complaint)
    const body = await bodyOf(c)
    if (!body.ok) return refused(c, body.complaint)
    const placed = place(house, c, key, { who: admitted.body, body: body.body })
    if (!placed.ok) return refused(c, placed.complaint)
    const { who, asked } = placed.body
    const answer = await route.answer(house, asked, id.body, who)
    if (answer.ok) for (const cookie of answer.cookies ?? []) c.header('set-cookie', cookie, { append: true })
    const response = answer.ok ? await shown(c, route, answer.body) : refused(c, answer.complaint)
    noteDeed(house, c, { key, who, answer, response })
    return response
  }
}
