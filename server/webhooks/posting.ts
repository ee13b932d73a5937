/** One message on its way to a bot. */
import type { Message } from './messages.ts'
import { type Verdict, verdictOf } from './verdicts.ts'

const MOST_ANSWER = 10_000

/** Waits `patience` ms for an answer, and no longer than until `stop`. */
export const post = async ({ url, body }: Message, patience: number, stop: AbortSignal): Promise<Verdict> => {
  // `AbortSignal.any` of a timeout never fires in Node 20 once memory has been tidied: so a timer of our own.
  const over = new AbortController()
  const end = () => over.abort()
  const timer = setTimeout(end, patience)
  stop.addEventListener('abort', end, { once: true })
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: over.signal,
    })
    return verdictOf(answer, (await answer.text()).slice(0, MOST_ANSWER))
  } catch {
    return { kind: 'later', reason: 'no answer' }
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', end)
  }
}
