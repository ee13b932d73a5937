/** A manager goes through the chapters on services, windows, hours, site and history, in a real browser before a real box. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsIn } from '#dashboard/language.ts'
import { hallWords } from '#dashboard/words/manageHall.ts'
import { historyWords } from '#dashboard/words/manageHistory.ts'
import { siteWords } from '#dashboard/words/manageSite.ts'
import { tableWords } from '#dashboard/words/manageTable.ts'
import { seriousIn } from '../support/axe.ts'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { soon } from '../support/eventually.ts'

const SIZE = { width: 1440, height: 900 }
const SERVICE = 'social-card'

let house: OpenHouse
let page: Page
beforeAll(async () => {
  house = await openBoxAndBrowser()
  await house.ask('POST', '/api/windows/W1/open', {})
  for (let visitor = 0; visitor < 3; visitor++) await house.ask('POST', '/api/tickets', { serviceIds: [SERVICE] })
  await house.ask('POST', '/api/windows/W1/call-next', {})
  page = await house.open('/manage?lang=zh#services', SIZE)
})
afterAll(() => house.close())

const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)
const button = (name: string) => page.getByRole('button', { name, exact: true })

describe.each(['zh', 'en'] as const)('a manager who reads %s', (language) => {
  const hall = wordsIn(hallWords, language)
  const table = wordsIn(tableWords, language)
  const site = wordsIn(siteWords, language)
  const history = wordsIn(historyWords, language)

  it('finds a service, sorts the others and takes them along as CSV and Excel', async () => {
    await page.goto(`${house.box.url}/manage?lang=${language}#services`)
    const rows = page.locator('main tbody tr')
    await rows.nth(19).waitFor()
    await button(`${hall.waiting}`).click()
    expect(await rows.first().getAttribute('data-row')).toBe(SERVICE)
    await page.getByRole('searchbox').fill('A ')
    const files = [button(table.csv), button(table.excel)].map(async (export_) => {
      const saving = page.waitForEvent('download')
      await export_.click()
      return (await saving).suggestedFilename().split('.').at(-1)
    })
    expect((await Promise.all(files)).length).toBe(2)
    expect(await seriousIn(page)).toEqual([])
  })

  it('is told what opening a window does before it is done', async () => {
    await go('windows')
    await button(`${hall.open} ${hall.windowLabel('2')}`).click()
    const effect = page.getByRole('region', { name: hall.effectTitle(hall.open, '2') })
    await effect.getByText('1 → 2').first().waitFor()
    expect((await house.ask('GET', '/api/hall')).status).toBe(200)
    await effect.getByRole('button', { name: hall.surely }).click()
    await button(`${hall.close} ${hall.windowLabel('2')}`).waitFor()
    expect(await seriousIn(page)).toEqual([])
    await button(`${hall.close} ${hall.windowLabel('2')}`).click()
    await page.getByRole('button', { name: hall.surely }).click()
    await button(`${hall.open} ${hall.windowLabel('2')}`).waitFor()
  })

  it('sees the days ahead and changes the hours', async () => {
    await go('hours')
    await page.locator('main tbody tr').nth(13).waitFor()
    const monday = page.getByRole('textbox', { name: `${site.list.monday} 1 ${hall.from}` })
    await monday.fill('25:00')
    await monday.press('Tab')
    await page.getByText('hours.monday[0].from').waitFor()
    expect(await button(site.save).isDisabled()).toBe(true)
    expect(await seriousIn(page)).toEqual([])
    await button(site.discard).click()
    await soon(async () => expect(await monday.inputValue()).toBe('09:00'))
  })

  it('changes the site: says what, saves it beside the old one, and that it holds from the next start', async () => {
    const kept = () => readdirSync(join(house.folder)).filter((file) => /^site\..*\.json$/.test(file)).length
    const before = kept()
    await go('site/services')
    const usual = page.getByRole('spinbutton', { name: site.field.usualMinutes })
    const minutes = language === 'zh' ? '11' : '12'
    await usual.fill(minutes)
    await usual.press('Tab')
    await page
      .getByText(new RegExp(`→ ${minutes}$`))
      .first()
      .waitFor()
    await button(site.save).click()
    await button(site.surely).click()
    await page.getByText(site.saved(1)).waitFor()
    const { body } = await house.ask('GET', '/api/site')
    expect(String(body.site.services[0].usualMinutes)).toBe(minutes)
    expect(kept()).toBe(before + 1)
    expect(await seriousIn(page)).toEqual([])
  })

  it('is shown the whole file, and where it is no JSON', async () => {
    await go('site/file')
    const text = page.getByRole('textbox', { name: site.json })
    await text.fill('{"hallId": 1')
    await button(site.apply).click()
    await page.getByRole('alert').waitFor()
    expect(await seriousIn(page)).toEqual([])
  })

  it('looks back at the waits of today, as a chart and as a table', async () => {
    await go('history/waits')
    await button(history.preset.today).click()
    await page.locator('canvas').first().waitFor()
    await page.getByText(history.asTable).first().click()
    await page.getByRole('table', { name: history.byHour }).waitFor()
    expect(await seriousIn(page)).toEqual([])
    for (const topic of ['services', 'windows', 'missions', 'care', 'appointments']) {
      await go(`history/${topic}`)
      await page.locator(`a[href="#history/${topic}"][aria-current]`).waitFor()
      await soon(async () => expect(await page.locator('main dl, main .awaited').count()).toBeGreaterThan(0))
    }
  })
})
