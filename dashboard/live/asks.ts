/** Asking the hall for something: one request that may be repeated without being done twice. */

import { languageFrom, wordsIn } from '../language.ts'
import { partWords } from '../words/parts.ts'

/** RFC 9457, as the server sends it: `title` is a sentence for the person, `code` and the other facts are for us. */
export interface Problem {
  readonly code: string
  readonly title: string
  /** HTTP status; 0 when the hall could not be reached. */
  readonly status: number
  readonly [fact: string]: unknown
}
export type Answer<T> = { readonly ok: true; readonly body: T } | { readonly ok: false; readonly problem: Problem }

export interface AskParts {
  readonly fetch: typeof fetch
  /** Resolves after so many milliseconds. */
  readonly pause: (delay: number) => Promise<void>
  /** Drawn once per intention. */
  readonly key: () => string
  /** The sentence for a hall that does not answer. */
  readonly unreachable: () => string
  /** What goes with it beside the usual. */
  readonly headers?: Readonly<Record<string, string>>
  /** How long one try may take, and the pauses before further ones; as usual unless told. */
  readonly patience?: number
  readonly pauses?: readonly number[]
}

const PAUSES_MS = [300, 1000, 2500]
const PATIENCE_MS = 8000

/** `crypto.randomUUID` is missing on plain http, which is what a hall's own network often is. */
export const drawKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const browserParts: AskParts = {
  fetch: (...request) => fetch(...request),
  pause: (delay) => new Promise((resolve) => setTimeout(resolve, delay)),
  key: drawKey,
  unreachable: () => {
    const spoken = languageFrom(new URLSearchParams({ lang: document.documentElement.lang }))
    return wordsIn(partWords, spoken).unreachable
  },
}

/** Something between us and the hall has no answer now; a problem that the hall itself states is an answer. */
const isBusy = ({ status, headers }: Response): boolean =>
  [502, 503, 504].includes(status) && !headers.get('content-type')?.includes('problem+json')

const read = async <T>(response: Response): Promise<Answer<T>> => {
  const body = await response.json().catch(() => undefined)
  if (response.ok) return { ok: true, body }
  const title = typeof body?.title === 'string' ? body.title : `${response.status} ${response.statusText}`
  return { ok: false, problem: { code: `http${response.status}`, ...body, title, status: response.status } }
}

/**
 * Sends one request and gives its answer; never throws.
 * A line that breaks is tried four times with the same Idempotency-Key, so the hall does it once at most.
 */
export const ask = async <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  parts: AskParts = browserParts,
): Promise<Answer<T>> => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': parts.key(), ...parts.headers }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const { patience = PATIENCE_MS, pauses = PAUSES_MS } = parts
  for (const delay of [...pauses, undefined]) {
    try {
      const response = await parts.fetch(path, { method, headers, ...sent, signal: AbortSignal.timeout(patience) })
      if (!isBusy(response) || delay === undefined) return await read<T>(response)
    } catch {
      if (delay === undefined) break
    }
    await parts.pause(delay)
  }
  return { ok: false, problem: { code: 'unreachable', title: parts.unreachable(), status: 0 } }
}

/** A command of a person, such as `post('/api/windows/W3/call-next')`. */
export const post = <T>(path: string, body: object = {}): Promise<Answer<T>> => ask<T>('POST', path, body)

/** The same for an intention that may have to be sent again later: its key is drawn with `drawKey` and kept by the sender. */
export const postAgain = <T>(key: string, path: string, body: object = {}): Promise<Answer<T>> =>
  ask<T>('POST', path, body, { ...browserParts, key: () => key })

/** For what would come twice if it were sent again, such as paper: one try, as long as it may take in ms. */
export const postOnce = <T>(patience: number, path: string, body: object): Promise<Answer<T>> =>
  ask<T>('POST', path, body, { ...browserParts, patience, pauses: [] })

/** What tells the hall that one holds the ticket: the secret of its link. */
export const holding = (secret: string): Record<string, string> => ({ 'x-ticket-secret': secret })

/** The same for what only the holder of a ticket may: with the secret of its link. */
export const postAsHolder = <T>(secret: string, path: string): Promise<Answer<T>> =>
  ask<T>('POST', path, {}, { ...browserParts, headers: holding(secret) })
