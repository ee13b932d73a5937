/** A screen on the live line, as a test sees it. */
import { once } from 'node:events'
import { type ClientOptions, WebSocket } from 'ws'
import { LiveMessage } from '#contracts/live.ts'
import { eventually } from './eventually.ts'

export interface LiveClient {
  socket: WebSocket
  heard: LiveMessage[]
  /** Resolves with the first message, heard or to come, that fits. */
  hears(fits: (message: LiveMessage) => boolean): Promise<LiveMessage>
  close(): Promise<void>
}

export const liveClient = async (url: string, query = '', options: ClientOptions = {}): Promise<LiveClient> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live${query}`, options)
  const heard: LiveMessage[] = []
  socket.on('message', (text) => heard.push(LiveMessage.parse(JSON.parse(String(text)))))
  await once(socket, 'open')
  return {
    socket,
    heard,
    hears: (fits) => eventually(() => heard.find(fits)),
    close: async () => {
      const closed = once(socket, 'close')
      socket.close()
      await closed
    },
  }
}
