/** The line to the hall: one WebSocket that comes back by itself and takes up where it left off. */
import type { LiveMessage } from '#contracts/live.ts'
import { reconnectDelayMs } from './backoff.ts'

/** Silence after which a line is taken for dead: the hall beats once a second. */
export const SILENCE_MS = 10_000

export interface Listeners {
  heard(text: string): void
  closed(): void
}

/** Opens one socket; calls `closed` once, also when it never opened. Returns how to hang up. */
export type Dial = (url: string, listeners: Listeners) => () => void

export interface LinkParts {
  readonly dial: Dial
  /** Where to call, given nothing but what is already known: `/api/live` or `/api/live?since=41`. */
  readonly url: () => string
  readonly onmessage: (message: LiveMessage) => void
  readonly onconnected: (connected: boolean) => void
  /** Monotonic milliseconds. */
  readonly now: () => number
  /** Calls `deed` once, later; returns how to call it off. */
  readonly after: (delay: number, deed: () => void) => () => void
  /** 0..1. */
  readonly dice: () => number
}

export interface Link {
  /** To be called about once a second: hangs up a line that has gone silent. */
  check(): void
  /** Tries at once, for when the page comes back into sight. */
  wake(): void
  close(): void
}

/** What a live message can be told by; the rest is trusted, as it comes from our own server. */
export const readMessage = (text: string): LiveMessage | undefined => {
  try {
    const message = JSON.parse(text)
    return ['snapshot', 'change', 'reading'].includes(message?.type) ? message : undefined
  } catch {
    return undefined
  }
}

export const openLink = (parts: LinkParts): Link => {
  let hangUp: (() => void) | undefined
  let callOff: (() => void) | undefined
  let attempt = 0
  let heardAt = parts.now()
  let line = 0

  const dialLater = (): void => {
    callOff = parts.after(reconnectDelayMs(attempt, parts.dice()), dial)
    attempt += 1
  }
  const heard = (text: string): void => {
    const message = readMessage(text)
    if (!message) return
    heardAt = parts.now()
    attempt = 0
    parts.onconnected(true)
    parts.onmessage(message)
  }
  const drop = (): void => {
    line += 1
    const hang = hangUp
    hangUp = undefined
    callOff?.()
    callOff = undefined
    hang?.()
    parts.onconnected(false)
  }
  const dial = (): void => {
    callOff = undefined
    heardAt = parts.now()
    const mine = line
    const current = (deed: () => void) => mine === line && deed()
    hangUp = parts.dial(parts.url(), {
      heard: (text) => current(() => heard(text)),
      closed: () =>
        current(() => {
          drop()
          dialLater()
        }),
    })
  }
  const silent = () => hangUp !== undefined && parts.now() - heardAt > SILENCE_MS

  dial()
  return {
    check() {
      if (!silent()) return
      drop()
      dialLater()
    },
    wake() {
      if (hangUp !== undefined && !silent()) return
      drop()
      dial()
    },
    close: drop,
  }
}
