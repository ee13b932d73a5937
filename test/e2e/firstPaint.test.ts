/** What every screen costs before it shows anything, from an empty cache: requests, bytes, and a second at most. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screens } from '#dashboard/screens.ts'
import { type OpenHouse, openBoxAndBrowser } from '#test/support/boxAndBrowser.ts'

const LOADS = 3
const MOST_MS = 1000
const MOST_REQUESTS = 60
/** Scripts and styles as they are, not packed. */
const MOST_BYTES = 800_000

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
})
afterAll(() => house?.close())

const paintedAfter = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint')
          if (entry) resolve(entry.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )

/** Of scripts and styles: fonts come when a letter needs them, and hold nothing up. */
const fetched = (page: Page): Promise<{ requests: number; bytes: number }> =>
  page.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const code = all.filter(({ name }) => /\.(js|css)$/.test(name))
    return { requests: code.length, bytes: code.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) }
  })

describe('from an empty cache', () => {
  it.each(screens)('/$segment shows something within a second, of few and small files', async (screen) => {
    const path = `/${screen.segment}${screen.example ? `/${screen.example}` : ''}`
    const loads: number[] = []
    for (let load = 0; load < LOADS && Math.min(...loads) > MOST_MS; load++) {
      const page = await house.open(path)
      loads.push(await paintedAfter(page))
      const { requests, bytes } = await fetched(page)
      expect(requests).toBeLessThanOrEqual(MOST_REQUESTS)
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
      await page.close()
    }
    expect(Math.min(...loads)).toBeLessThanOrEqual(MOST_MS)
  })
})
