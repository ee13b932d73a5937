/** The embedded broker on free loopback ports, and plain MQTT clients for it. */
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { type Broker, type BrokerOptions, openBroker } from '#edge/adapters/broker/broker.ts'
import { keptLog } from './log.ts'

/** The account of the edge, which may do everything. */
export const HALL_ACCOUNT = { username: 'hall', password: 'hall of tests', kind: 'hall' } as const

/**
 * Opens a broker that also lets anonymous clients in, as a hall without paired devices does. Close it in the end.
 * `accounts` come on top of `HALL_ACCOUNT`.
 */
export const startTestBroker = ({ accounts = [], ...options }: Partial<BrokerOptions> = {}): Promise<Broker> =>
  openBroker({
    host: '127.0.0.1',
    port: 0,
    anonymous: true,
    log: keptLog(),
    ...options,
    accounts: [HALL_ACCOUNT, ...accounts],
  })

/** A device as strangers write it: MQTT 3.1.1, stays away once it is cut. Rejects when it is not let in. */
export const connectDevice = async (url: string, options: IClientOptions = {}): Promise<MqttClient> => {
  const client = connect(url, { protocolVersion: 4, reconnectPeriod: 0, ...options })
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve())
    client.once('error', reject)
    client.once('close', () => reject(new Error('cut')))
  })
  return client.on('error', () => {})
}

export const closed = (client: MqttClient): Promise<void> => new Promise((resolve) => client.once('close', resolve))

export const nextMessage = (client: MqttClient): Promise<{ topic: string; text: string; retained: boolean }> =>
  new Promise((resolve) =>
    client.once('message', (topic, payload, { retain }) =>
      resolve({ topic, text: payload.toString(), retained: retain }),
    ),
  )
