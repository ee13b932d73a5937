/** What the embedded broker withstands: hostile bytes, a frozen subscriber, its own death. Linux only for the memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect as connectSocket, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { createDice } from '#simulators/random.ts'
import { closed, connectDevice, HALL_ACCOUNT, nextMessage, startTestBroker } from '#test/support/broker.ts'
import { soon } from '#test/support/eventually.ts'

const MIB = 2 ** 20
const utf8 = (text: string) => [0, text.length, ...Buffer.from(text)]
/** Clean session, no keep-alive, no client id: the broker draws one. */
const CONNECT = [0x10, 12, ...utf8('MQTT'), 4, 2, 0, 0, ...utf8('')]
const SUBSCRIBE = [0x82, 17, 0, 1, ...utf8('hall/h1/call'), 0]
const PUBLISH = [0x30, 30, ...utf8('hall/h1/camera/C7/frame'), 1, 2, 3, 4, 5]
const PINGREQ = [0xc0, 0]
const DISCONNECT = [0xe0, 0]

let broker: Broker

beforeAll(async () => {
  broker = await startTestBroker()
})
afterAll(() => broker.close())

const openSocket = async (): Promise<Socket> => {
  const socket = connectSocket(broker.port, '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  return socket
}

const gone = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()))

const residentMebibytes = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** A message goes round: the broker is alive and lets people in. */
const expectService = async (): Promise<void> => {
  const client = await connectDevice(broker.url, HALL_ACCOUNT)
  const message = Promise.race([nextMessage(client), closed(client)])
  await client.subscribeAsync('hall/h1/echo')
  await client.publishAsync('hall/h1/echo', 'still here')
  expect(await message).toMatchObject({ text: 'still here' })
  await client.endAsync()
}

describe('frames that never end', () => {
  const half = async (header: number[], bytes: number): Promise<void> => {
    const socket = await openSocket()
    const cut = gone(socket)
    socket.write(Uint8Array.from(header))
    const chunk = Buffer.alloc(MIB, 1)
    for (let sent = 0; sent < bytes && !socket.destroyed; sent += chunk.length)
      if (!socket.write(chunk)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), cut])
    await cut
  }

  it('are cut before their bytes fill the memory', async () => {
    const before = await residentMebibytes(broker.pid)
    const hugeConnect = [0x10, 0xff, 0xff, 0xff, 0x7f]
    const hugePublish = [...CONNECT, 0x30, 0xff, 0xff, 0xff, 0x7f]
    const attacks = [hugeConnect, hugePublish].flatMap((header) => new Array<number[]>(8).fill(header))
    await Promise.all(attacks.map((header) => half(header, 59 * MIB)))
    expect((await residentMebibytes(broker.pid)) - before).toBeLessThan(64)
    await expectService()
  })

  it('are cut in silence after the first bytes', async () => {
    const socket = await openSocket()
    socket.write(Uint8Array.from([0x10, 0x80, 0x80]))
    await gone(socket)
  })
})

describe('a crowd from one address', () => {
  it('finds the door shut, and open again when some have gone', async () => {
    const small = await startTestBroker({ connectionsPerAddress: 2 })
    const first = await connectDevice(small.url, HALL_ACCOUNT)
    const second = await connectDevice(small.url, HALL_ACCOUNT)
    await expect(connectDevice(small.url, HALL_ACCOUNT)).rejects.toThrow()
    await first.endAsync()
    const third = await soon(() => connectDevice(small.url, HALL_ACCOUNT))
    await Promise.all([second.endAsync(), third.endAsync()])
    await small.close()
  })
})

describe('a subscriber that stops reading', () => {
  it('does not keep the others from any message', async () => {
    const frozen = await openSocket()
    frozen.write(Uint8Array.from([...CONNECT, ...SUBSCRIBE]))
    await once(frozen, 'data')
    frozen.pause()
    const healthy = await connectDevice(broker.url)
    let heard = 0
    healthy.on('message', () => {
      heard += 1
    })
    await healthy.subscribeAsync('hall/h1/call', { qos: 1 })
    const hall = await connectDevice(broker.url, HALL_ACCOUNT)
    const total = 1500
    for (let sent = 0; sent < total; sent += 1) hall.publish('hall/h1/call', Buffer.alloc(20_000), { qos: 1 })
    await soon(() => expect(heard).toBe(total))
    frozen.destroy()
    await Promise.all([healthy.endAsync(), hall.endAsync()])
  })
})

describe('malformed streams', () => {
  const SEED = 20_261_122
  const REGRESSIONS = [
    [...CONNECT, 0xe0, 2, 0, 0],
    [...CONNECT, 0xe2, 0],
    [...CONNECT, 0x30, 2, 0, 0],
    [...CONNECT, 0x30, 8, ...utf8('a/#/b'), 1],
    [...CONNECT, 0x82, 5, 0, 1, ...utf8(''), 0],
    [0x10, 0],
    [...CONNECT, ...CONNECT],
    [0x10, 17, ...utf8('MQTT'), 4, 2, 0, 15, ...utf8('__pro')],
  ]

  const mutated = (dice: ReturnType<typeof createDice>): number[] => {
    const stream = [CONNECT, SUBSCRIBE, PUBLISH, PINGREQ, DISCONNECT].flat()
    for (let change = dice.integer(1, 6); change > 0; change -= 1) {
      const at = dice.integer(0, stream.length - 1)
      const inserted = new Array(dice.integer(0, 4)).fill(0).map(() => dice.integer(0, 255))
      stream.splice(at, dice.integer(0, 4), ...inserted)
    }
    return stream
  }

  const throwAt = async (bytes: number[]): Promise<void> => {
    const socket = await openSocket()
    const cut = gone(socket)
    socket.resume().end(Uint8Array.from(bytes))
    await cut
  }

  it(`leave it alive, 500 of them (seed ${SEED}) and those that felled others`, async () => {
    const { pid } = broker
    const dice = createDice(SEED)
    const streams = [...REGRESSIONS, ...Array.from({ length: 500 }, () => mutated(dice))]
    for (let at = 0; at < streams.length; at += 25) await Promise.all(streams.slice(at, at + 25).map(throwAt))
    await expectService()
    expect(broker.pid).toBe(pid)
  })
})

describe('its own death', () => {
  it('is followed by another life on the same port, with the accounts of now', async () => {
    const { pid, url } = broker
    broker.admit([HALL_ACCOUNT], false)
    process.kill(pid, 'SIGKILL')
    await soon(expectService)
    expect(broker.pid).not.toBe(pid)
    await expect(connectDevice(url)).rejects.toMatchObject({ code: 5 })
  })
})

describe('the death of its parent', () => {
  it('ends it too', async () => {
    const parentProgram = `
      const { startTestBroker } = await import('#test/support/broker.ts')
      console.log((await startTestBroker()).url)`
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', parentProgram])
    const [line] = await once(parent.stdout, 'data')
    const url = String(line).trim()
    const client = await connectDevice(url)
    const cut = closed(client)
    parent.kill('SIGKILL')
    await cut
    await soon(() => expect(connectDevice(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' }))
  })
})
