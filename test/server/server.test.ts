import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall } from '#edge/ports.ts'
import { ServerFault } from '#server/faults.ts'
import { openServer, type Server, type ServerNeeds } from '#server/server.ts'
import { handClock } from '../support/clock.ts'
import { NINE } from '../support/given.ts'
import { openTestIdentity } from '../support/identity.ts'
import { liveClient } from '../support/liveClient.ts'
import { keptLog } from '../support/log.ts'
import { smallSite } from '../support/smallSite.ts'

const opened: Server[] = []

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})

const open = async (needs: Partial<ServerNeeds> = {}): Promise<Server & { hall: EdgeHall }> => {
  const site = smallSite()
  const clock = handClock(NINE)
  const log = keptLog()
  const hall = await openHall({ site, clock, log, journal: memoryJournal() })
  const server = await openServer({
    identity: await openTestIdentity({ clock, log }),
    hall,
    hallId: site.hallId,
    database: undefined,
    host: '127.0.0.1',
    port: 0,
    clock,
    log,
    ...needs,
  })
  opened.push(server)
  return { ...server, hall }
}

describe('the server', () => {
  it('answers on its port, and tells screens what kiosks do', async () => {
    const server = await open()
    const screen = await liveClient(server.url)
    const answer = await fetch(`${server.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceIds: ['tax'] }),
    })
    expect(answer.status).toBe(201)
    await screen.hears((message) => 'records' in message && message.records.some(({ kind }) => kind === 'ticket'))
    await screen.close()
  })

  it('says what to do when its port is taken', async () => {
    const { port } = await open()
    const second = open({ port })
    await expect(second).rejects.toThrow(ServerFault)
    await expect(second).rejects.toThrow(
      `port ${port} on 127.0.0.1 is already in use: stop what listens there or set PORT`,
    )
  })

  it('closes whatever hangs on it, and its port is free again', async () => {
    const server = await open()
    const { port } = server
    const idle = connect(port, '127.0.0.1')
    const half = connect(port, '127.0.0.1')
    half.write(
      'POST /api/tickets HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    )
    const frozen = connect(port, '127.0.0.1')
    frozen.write(
      'GET /api/live HTTP/1.1\r\nHost: hall\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    const gone = [idle, half, frozen].map((socket) => once(socket.on('error', () => {}).resume(), 'close'))
    await once(frozen, 'data')
    const screen = await liveClient(server.url)
    const goodbye = once(screen.socket, 'close')
    await server.close()
    expect((await goodbye)[0]).toBe(1001)
    await Promise.all(gone)
    expect((await open({ port })).port).toBe(port)
  })
})
