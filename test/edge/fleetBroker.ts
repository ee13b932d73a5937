/** One real broker for all tests of a file, and whatever a test opens closed after it. */
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { startTestBroker } from '#test/support/broker.ts'

export const useBroker = () => {
  let broker: Broker | undefined
  const closing: (() => unknown)[] = []
  beforeAll(async () => {
    broker = await startTestBroker()
  })
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  afterAll(() => broker?.close())
  return {
    broker: {
      get url(): string {
        return broker?.url ?? ''
      },
    },
    closedAfter: <T extends { close(): unknown }>(thing: T): T => {
      closing.push(() => thing.close())
      return thing
    },
  }
}
