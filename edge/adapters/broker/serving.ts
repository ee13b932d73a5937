/** The MQTT 3.1.1 broker itself: aedes behind a guard, on TCP and, if asked, on a websocket. */
import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:net'
import type { Duplex } from 'node:stream'
import { Aedes, type Client } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'
import type { Log } from '#edge/ports.ts'
import { createDoor } from './door.ts'
import { guard } from './guard.ts'
import type { BrokerSettings } from './messages.ts'
import type { Account } from './permissions.ts'
import { createReception } from './reception.ts'
import { addressOf, createRoll, NotAdmitted } from './roll.ts'
import { createSparing, type Sparing } from './sparing.ts'

const CONNECT_TIMEOUT = 5000
/** One subscriber that stops reading holds up all others for this long, then it is cut. */
const DRAIN_TIMEOUT = 2000
/** `ws` gathers a whole message before the guard sees it, so a message is bounded more tightly than on TCP. */
const WEBSOCKET_MESSAGE_BYTES = 256 * 1024
const SAME_COMPLAINT_EVERY = 60_000

export interface Serving {
  port: number
  wsPort: number | undefined
  admit(accounts: readonly Account[], anonymous: boolean): void
  close(): Promise<void>
}

type Take = (stream: Duplex, address: string, request?: IncomingMessage) => void

const listening = (server: Server, port: number, host: string, log: Log): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      server.on('error', (error) => log.error({ reason: error.message }, 'listener of the broker'))
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

const createWebsocketServer = (take: Take): HttpServer => {
  const http = createHttpServer({ headersTimeout: CONNECT_TIMEOUT }, (_request, response) =>
    response.writeHead(426).end('MQTT over websocket only\n'),
  )
  const websockets = new WebSocketServer({
    noServer: true,
    maxPayload: WEBSOCKET_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (protocols) => protocols.has('mqtt') && 'mqtt',
  })
  http.on('upgrade', (request, socket, head) =>
    websockets.handleUpgrade(request, socket, head, (websocket) =>
      take(createWebSocketStream(websocket), request.socket.remoteAddress ?? '', request),
    ),
  )
  return http
}

const logCuts = (aedes: Aedes, sparing: Sparing, log: Log): void => {
  const complain = (client: Client, error: Error) => {
    const facts = { clientId: client.id, address: addressOf(client), reason: error.message }
    const who = error instanceof NotAdmitted || client.id === null ? facts.address : client.id
    sparing(`${error.name} ${who}`, (times) => log.warn({ ...facts, times }, 'connection cut'))
  }
  aedes.on('clientError', complain)
  aedes.on('connectionError', complain)
}

/** Rejects with the listener's own error (`EADDRINUSE`, `EACCES`, …). */
export const openServing = async (settings: BrokerSettings, log: Log): Promise<Serving> => {
  const { host, wsPort } = settings
  const sparing = createSparing(SAME_COMPLAINT_EVERY, Date.now)
  const roll = createRoll(settings)
  const reception = createReception(settings.connectionsPerAddress, sparing, log)
  const timeouts = { connectTimeout: CONNECT_TIMEOUT, drainTimeout: DRAIN_TIMEOUT }
  const aedes = await Aedes.createBroker({ ...createDoor(roll, sparing, log), ...timeouts })
  aedes.on('client', roll.entered)
  aedes.on('clientDisconnect', roll.left)
  logCuts(aedes, sparing, log)
  const take: Take = (stream, address, request) => {
    if (!reception.receive(stream, address)) return
    const client = aedes.handle(stream, request)
    // Not `client.connected`: aedes sets it a while after it has sent the CONNACK, and a camera does not wait for that.
    guard(stream, () => roll.permissionsOf(client) !== undefined)
  }
  const tcp = createServer({ noDelay: true }, (socket) => take(socket, socket.remoteAddress ?? ''))
  const http = createWebsocketServer(take)
  return {
    port: await listening(tcp, settings.port, host, log),
    wsPort: wsPort === undefined ? undefined : await listening(http, wsPort, host, log),
    admit: roll.change,
    close: async () => {
      tcp.close()
      http.close()
      await new Promise<void>((done) => aedes.close(done))
      reception.cutAll()
      http.closeAllConnections()
    },
  }
}
