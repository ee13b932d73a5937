/** The embedded broker over real sockets: who gets in, what they may do, how it opens and closes. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import type { Account } from '#edge/adapters/broker/permissions.ts'
import { closed, connectDevice, HALL_ACCOUNT, nextMessage, startTestBroker } from '#test/support/broker.ts'
import { soon } from '#test/support/eventually.ts'
import { keptLog } from '#test/support/log.ts'

const MIB = 2 ** 20
const robot = { username: 'R1', password: 'secret of R1' }
const camera = { username: 'C1', password: 'secret of C1' }
const screen = { username: 'S1', password: 'secret of S1' }
const ROBOT: Account = {
  ...robot,
  kind: 'robot',
  topicRoot: 'uagv/v2/acme/R1',
  hallTopicRoot: 'hall/h1/robot/R1',
}
const SCREEN: Account = { ...screen, kind: 'screen', hallId: 'h1' }
const CAMERA: Account = { ...camera, kind: 'camera', topicRoot: 'hall/h1/camera/C1' }

const log = keptLog()
let broker: Broker
let hall: MqttClient
const heard: { topic: string; text: string }[] = []

beforeAll(async () => {
  broker = await startTestBroker({ accounts: [ROBOT, CAMERA, SCREEN], hallId: 'h1', wsPort: 0, log })
  hall = await connectDevice(broker.url, HALL_ACCOUNT)
  hall.on('message', (topic, payload) => heard.push({ topic, text: payload.toString() }))
  await hall.subscribeAsync('#', { qos: 1 })
})

afterAll(async () => {
  await hall.endAsync()
  await broker.close()
})

const isGranted = async (client: MqttClient, filter: string): Promise<boolean> => {
  try {
    await client.subscribeAsync(filter)
    return true
  } catch {
    return false
  }
}

/** Whether the broker cuts the connection for it. */
const isCutFor = async (credentials: object, topic: string, payload: string | Buffer = 'forbidden') => {
  const client = await connectDevice(broker.url, credentials)
  const cut = closed(client).then(() => true)
  const published = client.publishAsync(topic, payload, { qos: 1 }).then(
    () => false,
    () => true,
  )
  const wasCut = await Promise.race([cut, published])
  await client.endAsync(true)
  return wasCut
}

const hears = (topic: string, text: string) => soon(() => expect(heard).toContainEqual({ topic, text }))

describe('coming in', () => {
  it('refuses a wrong password and an unknown name with CONNACK 4', async () => {
    await expect(connectDevice(broker.url, { ...robot, password: 'guess' })).rejects.toMatchObject({ code: 4 })
    await expect(connectDevice(broker.url, { username: 'R9', password: 'x' })).rejects.toMatchObject({ code: 4 })
    await expect(connectDevice(broker.url, { username: 'R1' })).rejects.toMatchObject({ code: 4 })
  })

  it('logs refusals once a while, without the password', async () => {
    await expect(connectDevice(broker.url, { ...robot, password: 'guess' })).rejects.toThrow()
    const lines = log.lines.filter(({ words, facts }) => words === 'connection cut' && 'reason' in facts)
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(log.lines)).not.toContain('guess')
  })

  it('refuses MQTT 5 with CONNACK 1', async () => {
    await expect(connectDevice(broker.url, { ...robot, protocolVersion: 5 })).rejects.toMatchObject({ code: 1 })
  })

  it('refuses a client id that another account is using, and hands it over within one account', async () => {
    const first = await connectDevice(broker.url, { ...robot, clientId: 'wheels' })
    await expect(connectDevice(broker.url, { clientId: 'wheels' })).rejects.toMatchObject({ code: 2 })
    expect(first.connected).toBe(true)
    const cut = closed(first)
    const second = await connectDevice(broker.url, { ...robot, clientId: 'wheels' })
    await cut
    await second.endAsync()
  })

  it('lets a page of another site in only with credentials', async () => {
    const from = (origin: string) => ({ wsOptions: { headers: { origin } } })
    const url = broker.wsUrl ?? ''
    await expect(connectDevice(url, from('https://elsewhere.example'))).rejects.toMatchObject({ code: 5 })
    const own = await connectDevice(url, from('http://127.0.0.1:8080'))
    await own.endAsync()
  })
})

describe('a robot', () => {
  it('says its state and hears its orders, over TCP and websocket alike', async () => {
    for (const url of [broker.url, broker.wsUrl ?? '']) {
      const client = await connectDevice(url, robot)
      await client.subscribeAsync('uagv/v2/acme/R1/order')
      await client.publishAsync('uagv/v2/acme/R1/state', url, { qos: 1 })
      await hears('uagv/v2/acme/R1/state', url)
      const ordered = nextMessage(client)
      await hall.publishAsync('uagv/v2/acme/R1/order', 'go')
      expect(await ordered).toMatchObject({ topic: 'uagv/v2/acme/R1/order', text: 'go' })
      await client.endAsync()
    }
  })

  it.each(['uagv/v2/acme/R2/state', 'uagv/v2/acme/R1/order', 'hall/h1/alert/A1', '$SYS/x/new/clients'])(
    'is cut when it publishes %s, which nobody hears',
    async (topic) => {
      expect(await isCutFor(robot, topic)).toBe(true)
      await hall.publishAsync('hall/h1/status', topic, { qos: 1 })
      await hears('hall/h1/status', topic)
      expect(heard.map(({ text }) => text)).not.toContain('forbidden')
    },
  )

  it('gets no subscription to what others hear, and stays connected', async () => {
    const client = await connectDevice(broker.url, robot)
    for (const filter of ['#', '+/+/+/+/+', 'uagv/v2/acme/R2/order', '$SYS/#', 'hall/h1/call'])
      expect(await isGranted(client, filter), filter).toBe(false)
    expect(client.connected).toBe(true)
    await client.endAsync()
  })

  it('keeps the retain flag on its connection and loses it on its state', async () => {
    const client = await connectDevice(broker.url, robot)
    await client.publishAsync('uagv/v2/acme/R1/state', 'passing', { qos: 1, retain: true })
    await client.publishAsync('uagv/v2/acme/R1/connection', 'ONLINE', { qos: 1, retain: true })
    await hears('uagv/v2/acme/R1/connection', 'ONLINE')
    const late = await connectDevice(broker.url, HALL_ACCOUNT)
    const first = nextMessage(late)
    await late.subscribeAsync('uagv/v2/acme/R1/+')
    expect(await first).toEqual({ topic: 'uagv/v2/acme/R1/connection', text: 'ONLINE', retained: true })
    await Promise.all([client.endAsync(), late.endAsync()])
  })

  it('leaves its last will where it may, and no other', async () => {
    const leave = async (topic: string) => {
      const will = { topic, payload: Buffer.from('broken'), qos: 1, retain: true } as const
      const client = await connectDevice(broker.url, { ...robot, will })
      client.stream.destroy()
    }
    await leave('hall/h1/status')
    await leave('uagv/v2/acme/R1/connection')
    await hears('uagv/v2/acme/R1/connection', 'broken')
    expect(heard).not.toContainEqual({ topic: 'hall/h1/status', text: 'broken' })
  })
})

describe('a camera', () => {
  it('sends a frame of 1.9 MiB and is cut at 2.1', async () => {
    const topic = 'hall/h1/camera/C1/frame'
    const client = await connectDevice(broker.url, camera)
    await client.publishAsync(topic, Buffer.alloc(1.9 * MIB, 'a'))
    await soon(() => expect(heard.filter((message) => message.topic === topic)).toHaveLength(1))
    const cut = closed(client)
    client.publish(topic, Buffer.alloc(2.1 * MIB, 'b'))
    await cut
    expect(heard.filter((message) => message.topic === topic)).toHaveLength(1)
  })

  it('need not wait behind its CONNACK before it sends a large frame, time after time', async () => {
    const frame = Buffer.alloc(MIB)
    for (let time = 1; time <= 20; time += 1)
      expect(await isCutFor(camera, 'hall/h1/camera/C1/frame', frame), `time ${time}`).toBe(false)
  })
})

describe('a screen', () => {
  it('hears the calls and publishes nothing', async () => {
    const client = await connectDevice(broker.url, screen)
    expect(await isGranted(client, 'hall/h1/call')).toBe(true)
    expect(await isGranted(client, 'hall/h1/window/+/display')).toBe(true)
    expect(await isGranted(client, 'hall/h1/camera/C1/frame')).toBe(false)
    await client.endAsync()
    expect(await isCutFor(screen, 'hall/h1/call')).toBe(true)
  })
})

describe('a program without credentials on the box', () => {
  it('may be any device and any screen', async () => {
    const client = await connectDevice(broker.url)
    for (const topic of ['uagv/v2/any/R7/state', 'hall/h1/camera/C7/frame', 'hall/h1/camera/C7/status']) {
      await client.publishAsync(topic, 'anonymous', { qos: 1 })
      await hears(topic, 'anonymous')
    }
    for (const filter of ['uagv/v2/+/+/order', 'uagv/v2/any/R7/instantActions', 'hall/h1/call', 'hall/h1/alert/+'])
      expect(await isGranted(client, filter), filter).toBe(true)
    for (const filter of ['#', '$SYS/#', 'hall/h1/#']) expect(await isGranted(client, filter), filter).toBe(false)
    await client.endAsync()
  })

  it.each([
    'uagv/v2/any/R7/order',
    'uagv/v2/any/R7/instantActions',
    'hall/h1/alert/A1',
    'hall/h1/call',
    'hall/h1/status',
  ])('is cut when it publishes %s', async (topic) => expect(await isCutFor({}, topic)).toBe(true))
})

describe('pairing and revoking', () => {
  it('sends away who is no longer welcome and lets the new ones in', async () => {
    const house = await startTestBroker({ accounts: [ROBOT, SCREEN] })
    const [anonymous, revoked, kept] = await Promise.all(
      [{}, robot, screen].map((credentials) => connectDevice(house.url, credentials)),
    )
    const cuts = [anonymous, revoked].map((client) => client && closed(client))
    house.admit([SCREEN, CAMERA], false)
    await Promise.all(cuts)
    expect(kept?.connected).toBe(true)
    await expect(connectDevice(house.url)).rejects.toMatchObject({ code: 5 })
    await expect(connectDevice(house.url, robot)).rejects.toMatchObject({ code: 4 })
    const paired = await connectDevice(house.url, camera)
    await Promise.all([paired.endAsync(), kept?.endAsync()])
    await house.close()
  })

  it('refuses accounts whose topics are wider than one device', async () => {
    const accounts = [{ ...ROBOT, topicRoot: 'uagv/v2/acme/+' }]
    await expect(startTestBroker({ accounts })).rejects.toMatchObject({ name: 'BrokerFault' })
  })
})

describe('opening', () => {
  it('says which port is taken and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const sentence = `port ${port} on 127.0.0.1 is already in use: stop what listens there or set`
    const fault = { name: 'BrokerFault', message: `${sentence} MQTT_PORT` }
    await expect(startTestBroker({ port })).rejects.toMatchObject(fault)
    await expect(startTestBroker({ wsPort: port })).rejects.toMatchObject({ message: `${sentence} MQTT_WS_PORT` })
    other.close()
  })

  it('frees its port and its process when closed', async () => {
    const house = await startTestBroker()
    const { pid, port } = house
    await house.close()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    const again = await startTestBroker({ port })
    expect(again.port).toBe(port)
    await again.close()
  })
})
