import { describe, expect, it } from 'vitest'
import { createEnding, runningClock } from '#simulators/clock.ts'

describe('the time of simulators', () => {
  it('begins where it is told, whatever the world says', () => {
    const start = Date.UTC(2030, 0, 1)
    const shown = runningClock(100, start).now()
    expect(shown - start).toBeGreaterThanOrEqual(0)
    expect(shown - start).toBeLessThan(100 * 60_000)
  })

  it('lets nobody wait once it is over', async () => {
    const ending = createEnding()
    const waiting = runningClock(1).wait(3_600_000, ending.signal)
    ending.abort()
    await waiting
    await runningClock(1).wait(3_600_000, ending.signal)
  })
})
