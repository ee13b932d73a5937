/** One real broker for all tests of a file, a clock moved by hand, and whatever a test opens closed after it. */
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '#test/support/broker.ts'
import { handClock } from '#test/support/clock.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'

export interface Heard {
  topic: string
  message: Record<string, unknown>
  retained: boolean
}

/** Speaks and hears everything, as the hall does. */
const openEars = async (url: string, filter: string) => {
  const { username, password } = HALL_ACCOUNT
  const client = await connectDevice(url, { username, password })
  const heard: Heard[] = []
  client.on('message', (topic, payload, { retain }) => {
    heard.push({ topic, message: JSON.parse(payload.toString()), retained: retain })
  })
  await client.subscribeAsync(filter, { qos: 1 })
  const last = (topic: string) => heard.findLast((one) => one.topic === topic)?.message
  return {
    heard,
    last,
    say: (topic: string, message: object) => client.publishAsync(topic, JSON.stringify(message), { qos: 1 }),
    /** Waits for a message that comes by itself: the clock stands still. */
    until: (topic: string, expected: (message: Record<string, unknown> | undefined) => void) =>
      soon(() => expected(last(topic))),
    close: () => client.endAsync(),
  }
}
export type Ears = Awaited<ReturnType<typeof openEars>>

export const useBus = () => {
  let broker: Broker | undefined
  const closing: (() => unknown)[] = []
  const url = (): string => {
    if (!broker) throw new Error('the broker is open during tests only')
    return broker.url
  }
  const closedAfter = <Thing extends { close(): unknown }>(thing: Thing): Thing => {
    closing.push(() => thing.close())
    return thing
  }
  beforeAll(async () => {
    broker = await startTestBroker()
  })
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  afterAll(() => broker?.close())
  const { username, password } = HALL_ACCOUNT
  return {
    closedAfter,
    /** How a device comes onto it, by a clock of its own. */
    device: () => ({ mqttUrl: url(), username, password, clock: handClock(NINE) }),
    openEars: async (filter: string) => closedAfter(await openEars(url(), filter)),
  }
}
