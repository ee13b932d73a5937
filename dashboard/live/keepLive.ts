/** Keeps a HallScreen alive in a browser: the line, the second hand, and a new page when nothing else helps. */
import { untrack } from 'svelte'
import type { HallScreen } from './hallScreen.svelte.ts'
import { type Dial, openLink } from './link.ts'
import { mayRenew, renewIfServed } from './renewal.ts'

const browserDial: Dial = (url, { heard, closed }) => {
  const socket = new WebSocket(url)
  socket.onmessage = (message) => heard(String(message.data))
  socket.onclose = closed
  return () => socket.close()
}

const liveUrl = (seq: number | undefined): string => {
  const url = new URL('/api/live', location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  if (seq !== undefined) url.searchParams.set('since', String(seq))
  return url.href
}

/** Starts it; returns how to stop. */
export const keepLive = (screen: HallScreen): (() => void) => {
  const now = () => performance.now()
  let broken = false
  let triedAt = now()
  let touchedAt = Number.NEGATIVE_INFINITY
  const link = openLink({
    dial: browserDial,
    // Called while the page's effect runs: read plainly, each fact would begin the effect, and the line, anew.
    url: () => liveUrl(untrack(() => screen.seq)),
    onmessage: (message) => screen.take(message),
    onconnected(connected) {
      screen.connected = connected
      if (connected && broken) void renewIfServed({ onlyIfNewer: true })
      broken = !connected
    },
    now,
    after(delay, deed) {
      const timer = setTimeout(deed, delay)
      return () => clearTimeout(timer)
    },
    dice: Math.random,
  })
  const second = setInterval(() => {
    link.check()
    screen.tick()
    const ages = { silence: screen.silence(), sinceLastTry: now() - triedAt, sinceTouched: now() - touchedAt }
    if (!mayRenew(ages)) return
    triedAt = now()
    void renewIfServed({ onlyIfNewer: false })
  }, 1000)
  const seen = () => {
    if (document.visibilityState === 'visible') link.wake()
  }
  const touched = () => {
    touchedAt = now()
  }
  document.addEventListener('visibilitychange', seen)
  document.addEventListener('pointerdown', touched)
  document.addEventListener('keydown', touched)
  return () => {
    document.removeEventListener('keydown', touched)
    document.removeEventListener('pointerdown', touched)
    document.removeEventListener('visibilitychange', seen)
    clearInterval(second)
    link.close()
  }
}
