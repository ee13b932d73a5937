/** Asking with the patience of somebody who stands at a kiosk: once, or again and again, but never longer than so long. */
import { type Answer, ask } from '../../live/asks.ts'

type Method = 'GET' | 'POST'

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** As `ask`, with everything over after `patienceMs`; repeats have the same key, so that the hall does it once. */
export const askWithin = <T>(
  patienceMs: number,
  key: string,
  method: Method,
  path: string,
  body?: object,
): Promise<Answer<T>> => {
  const over = AbortSignal.timeout(patienceMs)
  return ask<T>(method, path, body, {
    fetch: (input, init) =>
      fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([over, init.signal]) : over }),
    pause: (delay) => Promise.race([new Promise<void>((resolve) => setTimeout(resolve, delay)), aborted(over)]),
    key: () => key,
    unreachable: () => 'The hall cannot be reached.',
  })
}
