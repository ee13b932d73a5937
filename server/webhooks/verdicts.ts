/** Whether a bot has taken what it was told, by its answer. */
import { z } from 'zod'
import { MINUTE, SECOND } from '#contracts/durations.ts'

export type Verdict =
  | { kind: 'taken' }
  /** It may be tried again, and not before `afterMs` where the bot says so. */
  | { kind: 'later'; reason: string; afterMs?: number }
  /** It would be refused again, until somebody mends something. */
  | { kind: 'refused'; reason: string }

/** A bot that asks for more is asked again all the same. */
const LONGEST_WISH = 10 * MINUTE

const Reply = z.looseObject({ errcode: z.number().optional(), code: z.number().optional() })

/** They ask for more time by these codes, with status 200: DingTalk, WeCom, Feishu. */
const TOO_MANY = [130101, 45009, 11232, 9499]

export const verdictOf = ({ status, headers }: Pick<Response, 'status' | 'headers'>, text: string): Verdict => {
  const reason = `status ${status}`
  if (status === 429 || status === 408 || status >= 500) return { kind: 'later', reason, ...wishOf(headers) }
  if (status !== 200) return { kind: 'refused', reason }
  const code = codeIn(text)
  if (code === 0) return { kind: 'taken' }
  return { kind: TOO_MANY.includes(code) ? 'later' : 'refused', reason: `code ${code}` }
}

/** Seconds, as Slack sends them; the other form, a date, is not used by any of the four. */
const wishOf = (headers: Headers): { afterMs?: number } => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? { afterMs: Math.min(seconds * SECOND, LONGEST_WISH) } : {}
}

/** Slack answers in plain words. */
const codeIn = (text: string): number => {
  try {
    const reply = Reply.safeParse(JSON.parse(text))
    return reply.success ? (reply.data.errcode ?? reply.data.code ?? 0) : 0
  } catch {
    return 0
  }
}
