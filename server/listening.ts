/** One HTTP server with its live line: opened on a port, closed within seconds whatever hangs on it. */
import { createServer } from 'node:https'
import type { Socket } from 'node:net'
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server'
import type { Hono } from 'hono'
import type { WebSocketServer } from 'ws'
import { SECOND } from '#contracts/durations.ts'
import { ServerFault } from './faults.ts'

/** Requests under way get this long to end once the server closes. */
const PATIENCE = 2 * SECOND

/** PEM. */
export interface Tls {
  cert: string
  key: string
}

export interface Listening {
  port: number
  close(): Promise<void>
}

/** Said in types only for the sake of `exactOptionalPropertyTypes`. */
const hasNoPort = (sockets: WebSocketServer): sockets is WebSocketServer & WebSocketServerLike =>
  sockets.options.noServer === true

const faultOf = (error: NodeJS.ErrnoException, host: string, port: number): ServerFault => {
  const at = `port ${port} on ${host}`
  if (error.code === 'EADDRINUSE')
    return new ServerFault(`${at} is already in use: stop what listens there or set PORT`, { cause: error })
  if (error.code === 'EACCES')
    return new ServerFault(`${at} may not be opened by this user: set PORT to 1024 or more`, { cause: error })
  return new ServerFault(`${at} cannot be opened (${error.code ?? error.message}): set HOST and PORT`, { cause: error })
}

export const listen = async (needs: {
  app: Hono
  sockets: WebSocketServer
  host: string
  port: number
  tls?: Tls | undefined
}): Promise<Listening> => {
  const { app, sockets, host, port, tls } = needs
  const patience = { headersTimeout: 10 * SECOND, requestTimeout: 30 * SECOND }
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(hasNoPort(sockets) && { websocket: { server: sockets } }),
    ...(tls ? { createServer, serverOptions: { ...patience, ...tls } } : { serverOptions: patience }),
  })
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(faultOf(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise<void>((resolve) => {
        const cut = setTimeout(() => {
          for (const socket of connections) socket.destroy()
        }, PATIENCE)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}
