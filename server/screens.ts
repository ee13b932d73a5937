/** The screens on the live line as sockets: all hear the same bytes, those that cannot keep up or have died are cut. */
import type { WebSocket } from 'ws'
import { SECOND } from '#contracts/durations.ts'
import type { Log } from './log.ts'

/** A screen that lets more than this pile up, beside what it was welcomed with, cannot keep up: it is cut and starts anew. */
const MOST_BUFFERED_BYTES = 1024 * 1024
const GOODBYE = SECOND

export interface Screens {
  count(): number
  /** `welcome` is sent before anything else. */
  add(socket: WebSocket, welcome: readonly Buffer[]): void
  tell(frame: Buffer): void
  /** Cuts those that have not answered the last ping. */
  ping(): void
  /** Says goodbye; one that does not answer within a second is cut. */
  close(): Promise<void>
}

interface Screen {
  answered: boolean
  welcomeBytes: number
}

export const createScreens = ({ log }: { log: Log }): Screens => {
  const screens = new Map<WebSocket, Screen>()
  const send = (socket: WebSocket, frame: Buffer) => socket.send(frame, { binary: false })

  return {
    count: () => screens.size,
    add: (socket, welcome) => {
      const screen: Screen = { answered: true, welcomeBytes: welcome.reduce((sum, { length }) => sum + length, 0) }
      screens.set(socket, screen)
      socket.on('pong', () => {
        screen.answered = true
      })
      socket.on('close', () => screens.delete(socket))
      socket.on('error', (error) => log.debug({ error }, 'a screen broke off'))
      for (const frame of welcome) send(socket, frame)
    },
    tell: (frame) => {
      for (const [socket, { welcomeBytes }] of screens) {
        if (socket.readyState !== socket.OPEN) continue
        if (socket.bufferedAmount <= MOST_BUFFERED_BYTES + welcomeBytes) send(socket, frame)
        else {
          log.warn({ bufferedBytes: socket.bufferedAmount }, 'cut a screen that cannot keep up')
          socket.terminate()
        }
      }
    },
    ping: () => {
      for (const [socket, screen] of screens) {
        if (!screen.answered) socket.terminate()
        screen.answered = false
        if (socket.readyState === socket.OPEN) socket.ping()
      }
    },
    close: async () => {
      await Promise.all([...screens.keys()].map(sayGoodbye))
    },
  }
}

/** 1001 lets a screen come back by itself. */
const sayGoodbye = (socket: WebSocket) =>
  new Promise<void>((resolve) => {
    const cut = setTimeout(() => socket.terminate(), GOODBYE)
    socket.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    socket.close(1001, 'the server stops')
  })
