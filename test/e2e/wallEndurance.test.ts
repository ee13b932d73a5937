/** A wall that hangs for years: day after day of a full hall, and a hall that falls silent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SiteShape } from '#contracts/site.ts'
import { openBrowser } from '#test/support/browser.ts'
import { eventually } from '#test/support/eventually.ts'
import { openFakeHall } from '#test/support/fakeHall.ts'
import { createFullDay } from '#test/support/fullDay.ts'
import { moveByHand, passing } from '#test/support/handMovedPage.ts'

const SITE = join(import.meta.dirname, '../../edge/sites/district.json')
const MIDNIGHT = Date.UTC(2026, 10, 22, 16)
/** Shorter than the silence after which a line is taken for dead. */
const STEP = 9_000
const HOUR = 3_600_000
const MOST_GROWTH = 1.1
/** A day takes two minutes of a free machine's work, and more of a busy one's. */
const PATIENCE_FOR_A_DAY = 10 * 60_000
/** Until then the browser still makes machine code of what runs most. */
const WARM_HOURS = 6

const usage = async (cdp: CDPSession) => {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
  return { bytes: usedSize, nodes: metric('Nodes'), listeners: metric('JSEventListeners') }
}

const wrongIn = (page: Page): string[] => {
  const wrong: string[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  return wrong
}

describe('a wall in a full hall', () => {
  it(
    'holds no more after a day than after some hours, and never loads itself anew',
    async () => {
      const site = SiteShape.parse(JSON.parse(readFileSync(SITE, 'utf8')))
      const day = createFullDay(site, MIDNIGHT)
      const hall = await openFakeHall({ snapshot: day.snapshot })
      const browser = await openBrowser()
      try {
        const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
        const wrong = wrongIn(page)
        await moveByHand(page)
        await page.goto(`${hall.url}/wall`)
        await page.locator('main').waitFor()
        let loads = 0
        page.on('load', () => {
          loads += 1
        })
        const cdp = await page.context().newCDPSession(page)
        await cdp.send('Performance.enable')
        let passed = 0
        const passHour = async (): Promise<void> => {
          for (let ms = 0; ms < HOUR; ms += STEP) {
            for (const message of day.pass(STEP)) hall.say(message)
            hall.say(passing(STEP))
            passed += STEP
          }
          await eventually(async () => (await page.evaluate(() => globalThis.passedMs)) >= passed)
        }
        for (let hour = 0; hour < WARM_HOURS; hour++) await passHour()
        const before = await usage(cdp)
        for (let hour = WARM_HOURS; hour < 24; hour++) await passHour()
        const after = await usage(cdp)
        expect(after.bytes / before.bytes, `${before.bytes} bytes, then ${after.bytes}`).toBeLessThan(MOST_GROWTH)
        expect(after.nodes / before.nodes, `${before.nodes} nodes, then ${after.nodes}`).toBeLessThan(MOST_GROWTH)
        expect(after.listeners).toBeLessThanOrEqual(before.listeners * MOST_GROWTH)
        expect({ loads, dialled: hall.dialled(), wrong }).toEqual({ loads: 0, dialled: 1, wrong: [] })
      } finally {
        await browser.close()
        await hall.close()
      }
    },
    PATIENCE_FOR_A_DAY,
  )
})

describe('a wall whose hall has fallen silent', () => {
  it('is hatched after ten seconds, tries a new page after a minute, and lives on with the hall', async () => {
    const site = SiteShape.parse(JSON.parse(readFileSync(SITE, 'utf8')))
    const day = createFullDay(site, MIDNIGHT)
    const hall = await openFakeHall({ snapshot: day.snapshot })
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await moveByHand(page)
      await page.goto(`${hall.url}/wall?lang=en`)
      await page.locator('main').waitFor()
      await page.evaluate(() => globalThis.passTime(11_000))
      await page.getByText(/No news since/).waitFor()
      expect(await page.locator('.tile').count()).toBe(site.windows.length)
      expect(await page.locator('.tile:not(.unknown)').count()).toBe(0)
      const loaded = page.waitForEvent('load')
      for (let second = 11; second <= 62; second++) await page.evaluate(() => globalThis.passTime(1000)).catch(() => {})
      await loaded
      await page.locator('main').waitFor()
      for (const message of day.pass(STEP)) hall.say(message)
      await eventually(async () => (await page.locator('.tile:not(.unknown)').count()) === site.windows.length)
      expect(await page.getByText(/No news since/).count()).toBe(0)
    } finally {
      await browser.close()
      await hall.close()
    }
  })
})
