/** Live lines that are open, each as long as one of its badges still permits it. */
import type { WebSocket } from 'ws'
import { SECOND } from '#contracts/durations.ts'

/** Beyond endings, which are heard at once: sessions that run out. */
const LOOK_AGAIN = 5 * SECOND
/** The row of the live line in the table of permissions. */
export const LIVE = 'GET /api/live'

/** As a browser sees it: not to be let in any more. */
const SIGN_IN_NEEDED = 4401

export interface Lines {
  watch(socket: WebSocket, stillMay: () => boolean): void
  /** Cuts those that are no longer permitted. */
  look(): void
  close(): void
}

export const openLines = (): Lines => {
  const lines = new Map<WebSocket, () => boolean>()
  const look = () => {
    for (const [socket, stillMay] of lines) if (!stillMay()) socket.close(SIGN_IN_NEEDED, 'signInNeeded')
  }
  const looking = setInterval(look, LOOK_AGAIN)
  looking.unref()
  return {
    watch: (socket, stillMay) => {
      lines.set(socket, stillMay)
      socket.once('close', () => lines.delete(socket))
    },
    look,
    close: () => clearInterval(looking),
  }
}
