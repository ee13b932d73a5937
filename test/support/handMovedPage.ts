/** A page whose clock stands still until the line says how much time passes: a day in it takes as long as its work does. */
import type { Page } from 'playwright-core'

/** A frame that the page's own script does not know; it moves the page's clock. */
export const passing = (ms: number): string => JSON.stringify({ type: 'pass', ms })

declare global {
  /** Milliseconds that have passed in the page. */
  var passedMs: number
  /** Lets time pass in a page whose line is dead. */
  var passTime: (ms: number) => void
  /** Gives scripts that come later their timers back. */
  var letTimeRun: () => void
}

/** Runs in the page, before anything else. Timers run in their order, each at its time. */
const standStill = (): void => {
  interface Timer {
    at: number
    every: number | undefined
    deed: () => void
  }
  const timers = new Map<number, Timer>()
  let now = 0
  let drawn = 0
  const later = (deed: () => void, ms: number, every?: number): number => {
    drawn += 1
    timers.set(drawn, { at: now + ms, every, deed })
    return drawn
  }
  const pass = (ms: number): void => {
    const until = now + ms
    for (;;) {
      const [next] = [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)
      if (!next) break
      const [id, timer] = next
      now = timer.at
      if (timer.every === undefined) timers.delete(id)
      else timer.at += timer.every
      timer.deed()
    }
    now = until
    globalThis.passedMs = now
  }
  class Line extends WebSocket {
    constructor(url: string | URL) {
      super(url)
      this.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data))
        if (message.type === 'pass') pass(message.ms)
      })
    }
  }
  globalThis.passedMs = 0
  globalThis.passTime = pass
  const { setTimeout, clearTimeout } = globalThis
  globalThis.letTimeRun = () => Object.assign(globalThis, { setTimeout, clearTimeout })
  performance.now = () => now
  Object.assign(globalThis, {
    WebSocket: Line,
    setTimeout: (deed: () => void, ms = 0) => later(deed, ms),
    setInterval: (deed: () => void, ms = 0) => later(deed, ms, Math.max(1, ms)),
    clearTimeout: (id: number) => timers.delete(id),
    clearInterval: (id: number) => timers.delete(id),
  })
}

/** To be called before the page goes anywhere. */
export const moveByHand = (page: Page): Promise<unknown> => page.addInitScript(standStill)
