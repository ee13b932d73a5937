/** One real broker for all tests of a file, whatever a test opens closed after it, and every word to a robot judged. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { startTestBroker } from '#test/support/broker.ts'
import { type SchemaWatch, watchSchemas } from '#test/support/officialSchemas.ts'

/** What a test has opened. What is closed is not closed again. */
const createClosing = () => {
  const open: { close(): unknown }[] = []
  return {
    closedAfter: <T extends { close(): unknown }>(thing: T): T => {
      open.push(thing)
      return thing
    },
    closeAll: async () => {
      for (const thing of open.splice(0).reverse()) await thing.close()
    },
  }
}

export const useBroker = () => {
  let broker: Broker | undefined
  let watch: SchemaWatch | undefined
  const closing = createClosing()
  beforeAll(async () => {
    broker = await startTestBroker()
    watch = await watchSchemas(broker.url)
  })
  afterEach(async () => {
    await closing.closeAll()
    expect(watch?.violations.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await watch?.close()
    await broker?.close()
  })
  return {
    broker: {
      get url(): string {
        return broker?.url ?? ''
      },
    },
    closedAfter: closing.closedAfter,
  }
}
