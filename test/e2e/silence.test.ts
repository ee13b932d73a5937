import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { testFolder } from '../support/folder.ts'
import { deviceCookies, giveCookies } from '../support/pairing.ts'
import { startBox } from '../support/runningBox.ts'

const { path: folder, remove } = await testFolder()
afterAll(remove)

describe('a screen whose hall has fallen silent', () => {
  it('says so after ten seconds, and comes back by itself with what it missed', async () => {
    const browser = await openBrowser()
    const box = await startBox(folder)
    const port = new URL(box.url).port
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.clock.install()
    await giveCookies(page, await deviceCookies(box.url, '/wall'))
    await page.goto(`${box.url}/wall?lang=en`)
    await page.getByText('Help needed').first().waitFor()
    expect(await page.getByRole('status').count()).toBe(0)

    await box.end('SIGKILL')
    // Time also passes by itself meanwhile: four seconds stay below ten on a slow machine too.
    await page.clock.fastForward(4_000)
    expect(await page.getByRole('status').count()).toBe(0)
    await page.clock.fastForward(7_000)
    await page.getByRole('status').waitFor()

    const again = await startBox(folder, { PORT: port })
    const issued = await fetch(`${again.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"serviceIds":["social-card"]}',
    })
    expect(issued.status).toBe(201)
    await page.clock.fastForward(16_000)
    await page.getByRole('status').waitFor({ state: 'detached' })
    await browser.close()
    await again.end('SIGTERM')
  })
})
