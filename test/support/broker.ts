/** The embedded broker on free loopback ports, for tests that need a bus. */
import { type Broker, type BrokerOptions, openBroker } from '#edge/adapters/broker/broker.ts'
import type { Log } from '#edge/ports.ts'

/** The account of the edge, which may do everything. */
export const HALL_ACCOUNT = { username: 'hall', password: 'hall of tests', kind: 'hall' } as const

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * Opens a broker that also lets anonymous clients in, as a hall without paired devices does. Close it in the end.
 * `accounts` come on top of `HALL_ACCOUNT`.
 */
export const startTestBroker = ({ accounts = [], ...options }: Partial<BrokerOptions> = {}): Promise<Broker> =>
  openBroker({
    host: '127.0.0.1',
    port: 0,
    anonymous: true,
    log: silentLog,
    ...options,
    accounts: [HALL_ACCOUNT, ...accounts],
  })
