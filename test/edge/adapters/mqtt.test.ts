/** The bus over a real broker: several listeners, losses, returns, and what a wrong address says. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import type { BusOptions } from '#edge/adapters/mqttConnection.ts'
import type { Bus, BusMessage } from '#edge/ports.ts'
import { connectDevice, HALL_ACCOUNT, nextMessage, startTestBroker } from '#test/support/broker.ts'
import { soon } from '#test/support/eventually.ts'
import { keptLog } from '#test/support/log.ts'

const { username, password } = HALL_ACCOUNT
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of undo.splice(0).reverse()) await close()
})

const open = async (options: Partial<BusOptions> = {}) => {
  const broker = await startTestBroker({ accounts: [{ username: 'aide', password: 'of the hall', kind: 'hall' }] })
  undo.push(broker.close)
  const log = keptLog()
  const bus = await openBus({ url: broker.url, username, password, clientId: 'edge', log, ...options })
  undo.push(bus.close)
  return { broker, bus, log }
}

const textsOn = (bus: Bus, filter: string) => {
  const texts: string[] = []
  const stop = bus.subscribe(filter, ({ payload }: BusMessage) => void texts.push(Buffer.from(payload).toString()))
  return { texts, stop }
}

const connection = (bus: Bus, wanted: boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = bus.onConnection((connected) => {
      if (connected !== wanted) return
      stop()
      resolve()
    })
  })

const kill = async (broker: Broker, bus: Bus): Promise<void> => {
  const lost = connection(bus, false)
  process.kill(broker.pid, 'SIGKILL')
  await lost
}

describe('listening', () => {
  it('hands each message to every listener of a filter that holds it', async () => {
    const { bus } = await open()
    const all = textsOn(bus, 'uagv/v2/+/+/state')
    const same = textsOn(bus, 'uagv/v2/+/+/state')
    const other = textsOn(bus, 'hall/#')
    await bus.publish('uagv/v2/acme/R1/state', 'moving', { qos: 1 })
    await bus.publish('hall/h1/call', new TextEncoder().encode('A001'), { qos: 1 })
    await soon(() => expect([all.texts, same.texts, other.texts]).toEqual([['moving'], ['moving'], ['A001']]))
  })

  it('goes on when a listener throws or rejects', async () => {
    const { bus, log } = await open()
    bus.subscribe('a', () => {
      throw new Error('thrown by a listener')
    })
    bus.subscribe('a', () => Promise.reject(new Error('rejected by a listener')))
    const { texts } = textsOn(bus, 'a')
    await bus.publish('a', '1', { qos: 1 })
    await bus.publish('a', '2', { qos: 1 })
    await soon(() => expect(texts).toEqual(['1', '2']))
    await soon(() => expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(4))
  })

  it('stops when told, and only that listener', async () => {
    const { bus } = await open()
    const gone = textsOn(bus, 'a')
    const stays = textsOn(bus, 'a')
    gone.stop()
    await bus.publish('a', '1', { qos: 1 })
    await soon(() => expect(stays.texts).toEqual(['1']))
    expect(gone.texts).toEqual([])
  })

  it('tells a later listener of a filter what is retained', async () => {
    const { bus } = await open()
    await bus.publish('a', 'kept', { retain: true })
    for (const { texts } of [textsOn(bus, 'a'), textsOn(bus, 'a')]) await soon(() => expect(texts).toContain('kept'))
  })

  it('refuses what is not a filter, and logs what is not a topic', async () => {
    const { bus, log } = await open()
    expect(() => bus.subscribe('a/#/b', () => {})).toThrow('"a/#/b" is not a topic filter')
    await bus.publish('a/+', 'x', { qos: 1 })
    expect(log.lines).toContainEqual({ level: 'error', facts: { topic: 'a/+' }, words: expect.any(String) })
    expect(bus.connected()).toBe(true)
  })
})

describe('losing the broker', () => {
  it('comes back with its subscriptions, its retained state and the QoS 1 messages that waited', async () => {
    const { broker, bus } = await open()
    await bus.publish('hall/h1/status', 'online', { retain: true })
    const before = textsOn(bus, 'before')
    await kill(broker, bus)
    expect(bus.connected()).toBe(false)
    const during = textsOn(bus, 'during')
    await bus.publish('before', 'dropped')
    await bus.publish('before', 'waited', { qos: 1 })
    await bus.publish('hall/h1/alert/A1', 'raised', { retain: true })
    await connection(bus, true)
    await bus.publish('during', 'after', { qos: 1 })
    await soon(() => expect([before.texts, during.texts]).toEqual([['waited'], ['after']]))
    const screen = await connectDevice(broker.url)
    for (const [topic, text] of [
      ['hall/h1/status', 'online'],
      ['hall/h1/alert/A1', 'raised'],
    ]) {
      const message = nextMessage(screen)
      await screen.subscribeAsync(String(topic))
      expect(await message).toEqual({ topic, text, retained: true })
    }
    await screen.endAsync()
  })

  it('does not bring back what was cleared', async () => {
    const { broker, bus } = await open()
    await bus.publish('hall/h1/alert/A1', 'raised', { retain: true })
    await bus.publish('hall/h1/alert/A1', '', { retain: true })
    await bus.publish('hall/h1/alert/A2', 'raised', { retain: true })
    const back = connection(bus, true)
    await kill(broker, bus)
    await bus.publish('hall/h1/alert/A2', '', { retain: true })
    await bus.publish('hall/h1/alert/A3', 'raised', { retain: true })
    await back
    const raised = new Set<string>()
    bus.subscribe('hall/h1/alert/+', ({ topic, payload }) => payload.length > 0 && raised.add(topic))
    const { texts } = textsOn(bus, 'last')
    await soon(() => expect(raised).toContain('hall/h1/alert/A3'))
    await bus.publish('last', 'word', { qos: 1 })
    await soon(() => expect(texts).toEqual(['word']))
    expect([...raised]).toEqual(['hall/h1/alert/A3'])
  })

  it('keeps the newest thousand that wait', async () => {
    const { broker, bus, log } = await open()
    const { texts } = textsOn(bus, 'a')
    const back = connection(bus, true)
    await kill(broker, bus)
    for (let index = 0; index < 1005; index += 1) await bus.publish('a', `${index}`, { qos: 1 })
    await back
    await soon(() => expect(texts).toHaveLength(1000))
    expect([texts[0], texts.at(-1)]).toEqual(['5', '1004'])
    expect(log.lines.map(({ words }) => words)).toContain('too many messages wait; oldest dropped')
  })

  it('closes while there is none', async () => {
    const { broker, bus } = await open()
    await kill(broker, bus)
    await bus.publish('a', 'never', { qos: 1 })
    await bus.close()
    expect(bus.connected()).toBe(false)
  })
})

describe('going', () => {
  const will = { topic: 'hall/h1/status', payload: 'offline', qos: 1, retain: true } as const
  const aide = { username: 'aide', password: 'of the hall', clientId: 'aide', will }

  it('leaves the last will when it is cut, and none when it closes', async () => {
    const { broker, bus } = await open()
    const { texts } = textsOn(bus, will.topic)
    const polite = await openBus({ url: broker.url, ...aide, log: keptLog() })
    await polite.publish(will.topic, 'said goodbye', { qos: 1 })
    await polite.close()
    const cut = await openBus({ url: broker.url, ...aide, log: keptLog() })
    undo.push(cut.close)
    const lost = connection(cut, false)
    broker.admit([HALL_ACCOUNT], false)
    await lost
    await soon(() => expect(texts).toEqual(['said goodbye', 'offline']))
  })
})

describe('a first connection that fails', () => {
  const refusal = (options: Partial<BusOptions>) =>
    openBus({ url: 'mqtt://127.0.0.1:1', clientId: 'edge', log: keptLog(), ...options }).then(
      () => 'connected',
      (fault: Error) => `${fault.name}: ${fault.message}`,
    )

  it('says that nothing answers, without the password in the address', async () => {
    expect(await refusal({ url: 'mqtt://hall:secret@127.0.0.1:1' })).toBe(
      'BusFault: nothing answers at mqtt://127.0.0.1:1: start the broker or correct MQTT_URL',
    )
  })

  it('says that the credentials are refused', async () => {
    const { broker } = await open()
    expect(await refusal({ url: broker.url, username: 'hall', password: 'guess' })).toBe(
      `BusFault: the broker at ${broker.url} refuses the user name or password`,
    )
  })

  it('says what an address looks like', async () => {
    expect(await refusal({ url: 'broker' })).toContain('not an address such as mqtt://127.0.0.1:1883')
    expect(await refusal({ url: 'http://127.0.0.1:1883' })).toContain('begins with http: but must begin with')
  })
})
