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
  /** `who` are the ids of the badges it came by. */
  watch(socket: WebSocket, stillMay: () => boolean, who?: readonly string[]): void
  /** Who has a line open now. */
  present(): ReadonlySet<string>
  /** Cuts those that are no longer permitted. */
  look(): void
  close(): void
}

export const openLines = (): Lines => {
  const lines = new Map<WebSocket, { stillMay: () => boolean; who: readonly string[] }>()
  const look = () => {
    for (const [socket, { stillMay }] of lines) if (!stillMay()) socket.close(SIGN_IN_NEEDED, 'signInNeeded')
  }
  const looking = setInterval(look, LOOK_AGAIN)
  looking.unref()
  return {
    watch: (socket, stillMay, who = []) => {
      lines.set(socket, { stillMay, who })
      socket.once('close', () => lines.delete(socket))
    },
    present: () => new Set([...lines.values()].flatMap(({ who }) => who)),
    look,
    close: () => clearInterval(looking),
  }
}
