/** Makes the tablet's page stay openable without the hall, and shows the last sight of it until the hall answers. */
import type { LiveMessage } from '#contracts/live.ts'
import type { HallScreen } from '../live/hallScreen.svelte.ts'

const LOOK_EVERY_MS = 30_000

const lookAtHall = async (): Promise<LiveMessage | undefined> => {
  try {
    const response = await fetch('/api/hall')
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** Keeps what is loaded and, twice a minute, how the hall is. Plain http has no service workers: then nothing is kept. */
export const stayOpenable = (screen: HallScreen): (() => void) => {
  if (!('serviceWorker' in navigator)) return () => {}
  void navigator.serviceWorker.register('/worker.js', { scope: '/' }).catch(() => {})
  const look = async () => {
    const sight = await lookAtHall()
    if (sight && !screen.ready) screen.take(sight)
  }
  void look()
  const again = setInterval(() => void look(), LOOK_EVERY_MS)
  return () => clearInterval(again)
}
