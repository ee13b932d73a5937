/** When a screen loads itself anew: nobody in the hall has a keyboard to do it. */
const HOPELESS_MS = 60_000
const BETWEEN_TRIES_MS = 30_000
/** Somebody has just pressed something here, and would lose it. */
const IN_USE_MS = 60_000

/** How long ago, in milliseconds. */
export interface Ages {
  /** Since anything was heard. */
  readonly silence: number
  readonly sinceLastTry: number
  readonly sinceTouched: number
}

/** After a minute without a word, once every half minute, while nobody is at it. */
export const mayRenew = ({ silence, sinceLastTry, sinceTouched }: Ages): boolean =>
  silence > HOPELESS_MS && sinceLastTry > BETWEEN_TRIES_MS && sinceTouched > IN_USE_MS

/** Whether this page's own script is no longer in the page that is served now: the dashboard has been upgraded. */
export const isNewer = (served: string, ownScript: string): boolean => !served.includes(ownScript)

/** Loads the page again, but only if it is there: a browser's own error page would stay for ever. */
export const renewIfServed = async ({ onlyIfNewer }: { onlyIfNewer: boolean }): Promise<void> => {
  try {
    const response = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(5000) })
    if (!response.ok) return
    const script = document.querySelector<HTMLScriptElement>('script[type=module]')
    const ownScript = script === null ? '' : new URL(script.src).pathname
    if (!onlyIfNewer || isNewer(await response.text(), ownScript)) location.reload()
  } catch {
    // The server is still away: the next try comes by itself.
  }
}
