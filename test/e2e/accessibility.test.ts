import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIn } from '../support/axe.ts'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
  await house.ask('POST', '/api/windows/W1/open', {})
  for (let visitor = 0; visitor < 4; visitor++) await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })
  await house.ask('POST', '/api/windows/W1/call-next', {})
})
afterAll(() => house.close())

const screens = [
  ['/wall', 1920, 1080],
  ['/queue', 1920, 1080],
  ['/kiosk', 1080, 1920],
  ['/window/W1', 1366, 768],
  ['/rate/W1', 1280, 800],
  ['/staff', 1280, 800],
  ['/staff', 390, 844],
  ['/privacy', 390, 844],
  ['/privacy', 1920, 1080],
  ['/manage', 1366, 768],
  ['/manage#forecast', 1366, 768],
  ['/manage#appointments', 1366, 768],
  ['/manage#estimate', 1366, 768],
  ['/manage#robots', 1366, 768],
  ['/manage#rules', 1366, 768],
  ['/manage#cameras', 1366, 768],
  ['/manage#devices', 1366, 768],
  ['/manage#people', 1366, 768],
  ['/manage#audit', 1366, 768],
  ['/sign-in', 1366, 768],
] as const

describe.each(['zh', 'en'])('in %s', (language) => {
  it.each(screens)('%s at %i by %i can be read and used by everybody', async (path, width, height) => {
    const [place, chapter = ''] = path.split('#')
    const page = await house.open(`${place}?lang=${language}#${chapter}`, { width, height })
    await page.locator('main').first().waitFor()
    await page.waitForFunction(() => document.fonts.status === 'loaded' && document.body.innerText.length > 10)
    expect(await seriousIn(page)).toEqual([])
    const wide = await page.evaluate(
      () => [...document.querySelectorAll('main')].filter((main) => main.scrollWidth > main.clientWidth).length,
    )
    expect(wide, 'main is wider than the screen').toBe(0)
    await page.close()
  })
})
