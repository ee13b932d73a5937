/** The wall before people who stand ten metres off: every size it hangs at, full, empty, silent, and of many floors. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Site, SiteShape } from '#contracts/site.ts'
import { seriousIn } from '#test/support/axe.ts'
import { openBrowser } from '#test/support/browser.ts'
import { type FakeHall, openFakeHall } from '#test/support/fakeHall.ts'
import { createFullDay, type FullDay } from '#test/support/fullDay.ts'
import { moveByHand } from '#test/support/handMovedPage.ts'

const SITE = join(import.meta.dirname, '../../edge/sites/district.json')
const TEN = Date.UTC(2026, 10, 23, 2)
const STEPS = 400
/** Design pixels at 1920×1080. */
const SMALLEST = 24

const district = SiteShape.parse(JSON.parse(readFileSync(SITE, 'utf8')))
const [ground] = district.floors
if (!ground) throw new Error('the district hall has a floor')
const tall: Site = {
  ...district,
  floors: [...district.floors, ...[3, 4, 5].map((level) => ({ ...ground, floorId: `F${level}` as never, level }))],
}

const dayOf = (site: Site, steps: number): FullDay => {
  const day = createFullDay(site, TEN)
  for (let step = 0; step < steps; step++) day.pass(9000)
  return day
}

let browser: Browser
let hall: FakeHall | undefined
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(() => hall?.close())

const openWall = async (day: FullDay, query: string, [width, height]: readonly [number, number]): Promise<Page> => {
  hall = await openFakeHall({ snapshot: day.snapshot })
  const page = await browser.newPage({ viewport: { width, height } })
  await moveByHand(page)
  await page.goto(`${hall.url}/wall?${query}`)
  await page.locator('main .plan').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

/** Texts that are smaller than they may be, in design pixels. */
const tooSmall = (page: Page, scale: number): Promise<string[]> =>
  page.evaluate(
    ([least, unit]) =>
      [...document.querySelectorAll('main *')].flatMap((element) => {
        const says = [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim())
        const size = Number.parseFloat(getComputedStyle(element).fontSize) / Number(unit)
        return says && size < Number(least) - 0.01 ? `${size} ${element.textContent}` : []
      }),
    [SMALLEST, scale],
  )

/** Parts of the wall that stick out of the screen. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main > *')].flatMap((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect()
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      return inside ? [] : `${part.tagName} ${[left, top, right, bottom].map(Math.round)}`
    }),
  )

const serious = async (page: Page): Promise<string[]> => {
  await page.evaluate(() => globalThis.letTimeRun())
  return seriousIn(page)
}

const sizes = [
  ['1080p', 1920, 1080, 1],
  ['4K', 3840, 2160, 2],
  ['portrait', 1080, 1920, 1],
] as const

describe.each(['zh', 'en'])('in %s', (language) => {
  it.each(sizes)('a full hall at %s can be read from afar, and fits', async (_, width, height, scale) => {
    const page = await openWall(dayOf(district, STEPS), `lang=${language}`, [width, height])
    expect(await tooSmall(page, scale)).toEqual([])
    expect(await stickingOut(page)).toEqual([])
    expect(await page.locator('.tile b').count()).toBe(district.windows.length)
    expect(await serious(page)).toEqual([])
    await page.close()
  })

  it('an empty hall says so, and a silent one shows nothing as fine', async () => {
    const page = await openWall(dayOf(district, 0), `lang=${language}`, [1920, 1080])
    await page.getByText(language === 'zh' ? '没有人等得太久。' : 'Nobody has waited too long.').waitFor()
    await page.evaluate(() => globalThis.passTime(11_000))
    await page.getByText(language === 'zh' ? /起没有新消息/ : /No news since/).waitFor()
    expect(await page.locator('.mark.fine').count()).toBe(0)
    expect(await page.locator('.tile:not(.unknown)').count()).toBe(0)
    expect(await serious(page)).toEqual([])
    await page.close()
  })
})

describe('a house of five floors', () => {
  it('shows its floors by turns, each long enough to be read', async () => {
    const page = await openWall(dayOf(tall, STEPS), 'lang=zh', [1920, 1080])
    const shown = () => page.locator('.rail h2').allInnerTexts()
    const first = await shown()
    expect(first.length).toBeLessThan(5)
    expect(await stickingOut(page)).toEqual([])
    const turned = new Set([first.join()])
    for (let second = 0; second < 60; second += 5) {
      await page.evaluate(() => globalThis.passTime(5000))
      hall?.say({ type: 'reading', at: (TEN + STEPS * 9000 + (second + 5) * 1000) as never, reading: { type: 'beat' } })
      turned.add((await shown()).join())
    }
    expect(turned.size).toBeGreaterThan(1)
    await page.close()
  })
})
