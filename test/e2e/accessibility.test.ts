import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string
  nodes: { html: string }[]
}

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
    // The page's own rules let no script in from outside; this one is handed over by the driver.
    await page.evaluate(AXE)
    const violations = await page.evaluate<Violation[]>(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then((result) => result.violations)",
    )
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
      [],
    )
    const wide = await page.evaluate(
      () => [...document.querySelectorAll('main')].filter((main) => main.scrollWidth > main.clientWidth).length,
    )
    expect(wide, 'main is wider than the screen').toBe(0)
    await page.close()
  })
})
