/** A connection to an MQTT broker: made once or refused with a sentence, then made again for ever. */
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import type { Log } from '#edge/ports.ts'

const CONNECT_TIMEOUT = 5000
const KEEP_ALIVE_SECONDS = 15
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5000
const PROTOCOLS = ['mqtt:', 'mqtts:', 'ws:', 'wss:']

export class BusFault extends Error {
  override readonly name = 'BusFault'
}

export interface BusOptions {
  /** `mqtt:`, `mqtts:`, `ws:` or `wss:`; credentials may stand in it. */
  url: string
  username?: string | undefined
  password?: string | undefined
  clientId: string
  /** What the broker publishes for us when the connection is lost without a goodbye. */
  will?: { topic: string; payload: string; qos?: 0 | 1; retain?: boolean } | undefined
  log: Log
}

/** Half to all of a pause that doubles with each failure, so that a hundred devices do not come back at once. */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) * (0.5 + Math.random() / 2)

/** The address without credentials. */
const addressIn = (url: string): string => {
  if (!URL.canParse(url)) throw new BusFault('MQTT_URL is not an address such as mqtt://127.0.0.1:1883')
  const { protocol, host } = new URL(url)
  if (PROTOCOLS.includes(protocol)) return `${protocol}//${host}`
  throw new BusFault(`MQTT_URL begins with ${protocol} but must begin with one of ${PROTOCOLS.join(' ')}`)
}

const faultOf = (address: string, cause: Error): BusFault => {
  const code = 'code' in cause ? cause.code : undefined
  const sentences = new Map<unknown, string>([
    ['ECONNREFUSED', `nothing answers at ${address}: start the broker or correct MQTT_URL`],
    ['ENOTFOUND', `the host of ${address} is not known: correct MQTT_URL`],
    ['EAI_AGAIN', `the host of ${address} is not known: correct MQTT_URL`],
    [4, `the broker at ${address} refuses the user name or password`],
    [5, `the broker at ${address} does not let us in: it wants a user name and password, or other ones`],
  ])
  return new BusFault(sentences.get(code) ?? `no connection to the broker at ${address}: ${cause.message}`, { cause })
}

const optionsOf = ({ username, password, clientId, will }: BusOptions): IClientOptions => ({
  clientId,
  ...(username === undefined ? {} : { username }),
  ...(password === undefined ? {} : { password }),
  ...(will === undefined ? {} : { will: { qos: 0, retain: false, ...will, payload: Buffer.from(will.payload) } }),
  protocolVersion: 4,
  clean: true,
  keepalive: KEEP_ALIVE_SECONDS,
  connectTimeout: CONNECT_TIMEOUT,
  reconnectPeriod: pauseAfter(0),
  reconnectOnConnackError: true,
  resubscribe: false,
  queueQoSZero: false,
})

/** Resolves when the broker has accepted us. Rejects with `BusFault`, and then nothing is tried again. */
export const connectOnce = async (options: BusOptions): Promise<MqttClient> => {
  const address = addressIn(options.url)
  const client = connect(options.url, optionsOf(options))
  try {
    await new Promise<void>((resolve, reject) => {
      client.once('connect', () => resolve())
      client.once('error', reject)
      client.once('close', () => reject(new Error('it closed the connection')))
    })
    return client
  } catch (cause) {
    client.on('error', () => {})
    client.end(true)
    throw faultOf(address, cause instanceof Error ? cause : new Error(String(cause)))
  }
}
