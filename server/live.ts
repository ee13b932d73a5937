/** The live line: every screen hears the hall's snapshot, or what it has missed, then each change and reading as it comes. */
import type { IncomingMessage } from 'node:http'
import { WebSocketServer } from 'ws'
import { SECOND } from '#contracts/durations.ts'
import type { LiveMessage } from '#contracts/live.ts'
import { bearingOfUpgrade } from './identity/bearing.ts'
import type { Identity } from './identity/identity.ts'
import { LIVE } from './identity/lines.ts'
import { permitted } from './identity/permissions.ts'
import type { Log } from './log.ts'
import type { Mirror } from './mirror.ts'
import { createRing } from './ring.ts'
import { createScreens } from './screens.ts'

const PING_INTERVAL = 15 * SECOND
/** Screens have nothing to say. */
const MOST_HEARD_BYTES = 1024

export interface Live {
  /** To hand to the HTTP server; connections reach it only through the route that checks the origin. */
  sockets: WebSocketServer
  clients(): number
  close(): Promise<void>
}

const frameOf = (message: LiveMessage): Buffer => Buffer.from(JSON.stringify(message))

const sinceOf = ({ url }: IncomingMessage): number | undefined => {
  const since = new URL(url ?? '/', 'http://hall').searchParams.get('since') ?? ''
  return /^\d{1,15}$/.test(since) ? Number(since) : undefined
}

export const openLive = (needs: {
  mirror: Mirror
  /** Without it whoever comes through may stay. */
  identity?: Pick<Identity, 'lines' | 'badgesOf'>
  log: Log
  pingInterval?: number
}): Live => {
  const { mirror, identity, log, pingInterval = PING_INTERVAL } = needs
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MOST_HEARD_BYTES })
  const screens = createScreens({ log })
  const ring = createRing()
  /** Many screens may come back at once: they share one text of the snapshot until something changes. */
  let snapshotFrame: Buffer | undefined

  const snapshot = (): Buffer[] => {
    const now = mirror.snapshot()
    if (now) snapshotFrame ??= frameOf(now)
    return snapshotFrame ? [snapshotFrame] : []
  }

  const latestReadings = (): Buffer[] =>
    (mirror.snapshot()?.readings ?? []).map((timed) => frameOf({ type: 'reading', ...timed }))

  const pass = (message: LiveMessage): void => {
    const frame = frameOf(message)
    snapshotFrame = message.type === 'snapshot' ? frame : undefined
    if (message.type === 'snapshot') ring.begin(message.seq)
    if (message.type === 'change') ring.add(message.seq, frame)
    screens.tell(frame)
  }

  const beginning = mirror.snapshot()
  if (beginning) ring.begin(beginning.seq)
  const unwatch = mirror.watch(pass)
  sockets.on('connection', (socket, request) => {
    const since = sinceOf(request)
    const badges = () => identity?.badgesOf(bearingOfUpgrade(request)) ?? []
    identity?.lines.watch(
      socket,
      () => permitted(LIVE, badges()).ok,
      badges().map(({ by }) => by),
    )
    const missed = since === undefined ? undefined : ring.since(since)
    screens.add(socket, missed ? [...missed, ...latestReadings()] : snapshot())
  })
  const pinging = setInterval(screens.ping, pingInterval)

  return {
    sockets,
    clients: screens.count,
    close: async () => {
      clearInterval(pinging)
      unwatch()
      await screens.close()
      sockets.close()
    },
  }
}
