/** The kiosk at its tightest: large type with all to touch low down, in every language. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrintingHouse, type PrintingHouse } from '../support/printingHouse.ts'

let house: PrintingHouse
beforeAll(async () => {
  house = await openPrintingHouse(['P1'])
  house.printer.state = 'paperOut'
  await house.ask('POST', '/api/windows/W3/open', {})
})
afterAll(() => house.close())

const openServices = async (language: string): Promise<Page> => {
  const page = await house.open(`/kiosk?lang=${language}&kiosk=K1`, { width: 1080, height: 1920 })
  for (const wish of ['.large', '.reach']) await page.locator(wish).click()
  await page.locator('nav button').first().click()
  return page
}
/** What runs over its own edge or the screen's. */
const runningOver = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.page, .unprinted, footer, footer button')].flatMap((part) => {
      const { right, width } = part.getBoundingClientRect()
      return right > innerWidth || part.scrollWidth > Math.ceil(width) ? [`${part.className}: ${part.textContent}`] : []
    }),
  )

describe.each(['zh', 'en', 'ja', 'ko'])('in %s', (language) => {
  it('a number that is not on paper has all of its words on the screen', async () => {
    const page = await openServices(language)
    await page.locator('.choices button').first().click()
    await page.locator('button.primary').click()
    await page.getByRole('alert').waitFor()
    expect(await runningOver(page)).toEqual([])
    await page.close()
  })

  it('what a search finds is in sight beside the letters that lead on', async () => {
    const page = await openServices(language)
    await page.locator('footer button:not(.back, .more)').click()
    await page.locator('.pad button:enabled').first().click()
    await page.locator('.hits button').first().waitFor()
    expect(await page.locator('.more').count()).toBe(0)
    const ends = await page.locator('.hits button:visible').evaluateAll((hits) => {
      const top = document.querySelector('.page')?.getBoundingClientRect().top ?? 0
      return hits.map((hit) => hit.getBoundingClientRect().top - top)
    })
    expect(ends.length).toBeGreaterThan(0)
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(0)
    await page.close()
  })
})
