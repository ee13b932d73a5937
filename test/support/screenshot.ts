/** A command: takes a picture of a page. `node --import tsx test/support/screenshot.ts URL out.png 1280x800 [scale]` */

import { openBrowser } from '#test/support/browser.ts'
import { deviceCookies, giveCookies } from '#test/support/pairing.ts'

const USAGE = 'usage: node --import tsx test/support/screenshot.ts URL out.png WIDTHxHEIGHT [deviceScaleFactor]'

const [url, file, size, scale = '1'] = process.argv.slice(2)
const [, width, height] = /^(\d+)x(\d+)$/.exec(size ?? '') ?? []
if (url === undefined || file === undefined || width === undefined || height === undefined) {
  console.error(USAGE)
  process.exit(2)
}

const browser = await openBrowser()
try {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
    deviceScaleFactor: Number(scale),
  })
  page.on('console', (message) => console.log(`[${message.type()}] ${message.text()}`))
  page.on('pageerror', (fault) => console.log(`[pageerror] ${fault.message}`))
  page.on('requestfailed', (request) => console.log(`[failed] ${request.url()} ${request.failure()?.errorText}`))
  const { origin, pathname } = new URL(url)
  await giveCookies(page, await deviceCookies(origin, pathname).catch(() => []))
  await page.goto(url, { waitUntil: 'load' })
  // Live pages never go idle; give a quiet one the chance and take the others as they are.
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: file })
  console.log(`${file} ${await page.title()}`)
} finally {
  await browser.close()
}
