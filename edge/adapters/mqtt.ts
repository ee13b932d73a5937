/** The hall's end of the MQTT bus: one connection that comes back by itself, with its subscriptions and its retained state. */
import type { MqttClient } from 'mqtt'
import type { Bus, BusMessage, Log } from '#edge/ports.ts'
import { createSparing } from './broker/sparing.ts'
import { covers, isFilter, isTopic } from './broker/topics.ts'
import { within } from './broker/within.ts'
import { BusFault, type BusOptions, connectOnce, pauseAfter } from './mqttConnection.ts'

const CLOSE_TIMEOUT = 2000
const WAITING_MOST = 1000
const SAME_COMPLAINT_EVERY = 60_000

interface Outgoing {
  topic: string
  payload: string | Uint8Array
  qos: 0 | 1
  retain: boolean
}

/** Calls one listener; what it throws or rejects with is logged and goes no further. */
const call = async <Heard>(listener: (heard: Heard) => unknown, heard: Heard, log: Log): Promise<void> => {
  try {
    await listener(heard)
  } catch (error) {
    log.error({ reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'bus listener threw')
  }
}

/** What we say. Retained messages are kept and said again on each `flush`; QoS 1 waits, oldest dropped first. */
const createOutbox = (client: MqttClient, online: () => boolean, log: Log) => {
  const retained = new Map<string, Outgoing>()
  const waiting: Outgoing[] = []
  const underWay = new Set<Promise<void>>()
  const sparing = createSparing(SAME_COMPLAINT_EVERY, Date.now)

  /** QoS 0 is handed over and forgotten; QoS 1 resolves when the broker has it, over however many connections. */
  const send = async (message: Outgoing): Promise<void> => {
    const { topic, qos, retain } = message
    const payload = Buffer.from(message.payload)
    if (qos === 0) {
      client.publish(topic, payload, { qos, retain })
      return
    }
    const sending = client.publishAsync(topic, payload, { qos, retain }).then(
      () => {
        if (payload.length === 0 && retained.get(topic) === message) retained.delete(topic)
      },
      (error: Error) => log.debug({ topic, reason: error.message }, 'publish lost'),
    )
    underWay.add(sending)
    await sending
    underWay.delete(sending)
  }

  const wait = (message: Outgoing): void => {
    if (waiting.push(message) <= WAITING_MOST) return
    waiting.shift()
    sparing('drop', (times) => log.warn({ most: WAITING_MOST, times }, 'too many messages wait; oldest dropped'))
  }

  /** A retained message always goes with QoS 1, so that we know when the broker has it. */
  const publish: Bus['publish'] = async (topic, payload, { qos = 0, retain = false } = {}) => {
    if (!isTopic(topic)) return log.error({ topic }, 'not a topic; nothing published')
    const message: Outgoing = { topic, payload, qos: retain ? 1 : qos, retain }
    if (retain) retained.set(topic, message)
    if (online()) return send(message)
    if (qos === 1 && !retain) wait(message)
  }

  const flush = (): void => {
    for (const message of [...retained.values(), ...waiting.splice(0)]) send(message)
  }

  return { publish, flush, sent: () => Promise.all(underWay) }
}

/** What we hear: one subscription at the broker for each filter, however many listen. */
const createSubscriptions = (client: MqttClient, log: Log) => {
  const listenersByFilter = new Map<string, Set<{ listener: (message: BusMessage) => void }>>()
  /** Those with wildcards: the others are found by the topic itself. */
  const wideFilters = new Set<string>()

  /** When the connection is lost meanwhile, `renew` asks again. */
  const ask = async (filter: string): Promise<void> => {
    try {
      await client.subscribeAsync(filter, { qos: 1 })
    } catch (error) {
      const facts = { filter, reason: error instanceof Error ? error.message : String(error) }
      if (client.connected) log.warn(facts, 'not subscribed')
    }
  }

  client.on('message', (topic, payload, packet) => {
    const message = { topic, payload, retained: packet.retain }
    const wide = [...wideFilters].filter((filter) => covers(filter, topic))
    for (const filter of [topic, ...wide])
      for (const { listener } of [...(listenersByFilter.get(filter) ?? [])]) call(listener, message, log)
  })

  /** Asks again for each further listener of a filter: the broker then says the retained messages again, to all of them. */
  const subscribe: Bus['subscribe'] = (filter, listener) => {
    if (!isFilter(filter)) throw new BusFault(`"${filter}" is not a topic filter`)
    const listeners = listenersByFilter.get(filter) ?? new Set()
    const entry = { listener }
    listenersByFilter.set(filter, listeners.add(entry))
    if (!isTopic(filter)) wideFilters.add(filter)
    if (client.connected) ask(filter)
    return () => {
      if (!listeners.delete(entry) || listeners.size > 0) return
      listenersByFilter.delete(filter)
      wideFilters.delete(filter)
      if (client.connected) client.unsubscribe(filter, () => {})
    }
  }

  return { subscribe, renew: () => Promise.all([...listenersByFilter.keys()].map(ask)) }
}

/** Who hears of connections, and the sequence of a new one: subscriptions first, then what waited, then the news. */
const followConnection = (client: MqttClient, log: Log) => {
  const listeners = new Set<{ listener: (connected: boolean) => void }>()
  let online = true
  let failures = 0

  const tell = (connected: boolean): void => {
    online = connected
    log.info({ connected }, 'bus')
    for (const { listener } of [...listeners]) call(listener, connected, log)
  }

  const follow = (renew: () => Promise<unknown>, flush: () => void): void => {
    client.on('error', (error) => log.debug({ reason: error.message }, 'bus'))
    client.on('close', () => {
      failures += 1
      client.options.reconnectPeriod = pauseAfter(failures)
      if (online) tell(false)
    })
    client.on('connect', async () => {
      failures = 0
      client.options.reconnectPeriod = pauseAfter(0)
      await renew()
      if (!client.connected || online) return
      flush()
      tell(true)
    })
  }

  const onConnection: Bus['onConnection'] = (listener) => {
    const entry = { listener }
    listeners.add(entry)
    return () => {
      listeners.delete(entry)
    }
  }

  return { online: () => online, follow, onConnection }
}

/** Resolves when connected. Rejects with `BusFault` when the first connection fails; a lost one is tried for ever. */
export const openBus = async (options: BusOptions): Promise<Bus> => {
  const { log } = options
  const client = await connectOnce(options)
  const connection = followConnection(client, log)
  const outbox = createOutbox(client, connection.online, log)
  const subscriptions = createSubscriptions(client, log)
  connection.follow(subscriptions.renew, outbox.flush)
  return {
    publish: outbox.publish,
    subscribe: subscriptions.subscribe,
    connected: connection.online,
    onConnection: connection.onConnection,
    /** Waits a little for what is under way, says goodbye (so no last will), and stays away. */
    close: async () => {
      const drained = await within(CLOSE_TIMEOUT, outbox.sent())
      client.options.reconnectPeriod = 0
      const ended = await within(CLOSE_TIMEOUT, client.endAsync(!drained || !client.connected))
      if (!ended) client.stream.destroy()
    },
  }
}
