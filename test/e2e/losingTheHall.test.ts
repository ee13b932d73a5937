/** A kiosk in a browser, whose whole box goes away and comes back. */
import { createServer } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'
import { eventually } from '#test/support/eventually.ts'
import { testFolder } from '#test/support/folder.ts'
import { type RunningBox, startBox } from '#test/support/runningBox.ts'
import { asking } from '#test/support/visiting.ts'
import { deviceCookies, giveCookies } from '../support/pairing.ts'

const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(String(typeof address === 'object' ? address?.port : '')))
    })
  })

const { path: folder, remove } = await testFolder()
let port: string
let box: RunningBox
let browser: Browser
let kiosk: Page

const leased = (letter: string) => (response: { url(): string; request(): { postData(): string | null } }) =>
  response.url().endsWith('/api/numbers/lease') &&
  (response.request().postData() ?? '').includes(`"letter":"${letter}"`)

beforeAll(async () => {
  port = await freePort()
  ;[box, browser] = await Promise.all([startBox(folder, { PORT: port }), openBrowser()])
  kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
  await giveCookies(kiosk, await deviceCookies(box.url, '/kiosk?kiosk=K1'))
  const set = kiosk.waitForResponse(leased('F'))
  await kiosk.goto(`${box.url}/kiosk?lang=en&kiosk=K1&printer=none`)
  await set
})
afterAll(async () => {
  await browser?.close()
  await box?.end('SIGTERM')
  await remove()
})

const takeNumber = async (): Promise<string> => {
  await kiosk.getByRole('button', { name: /^Take a number/ }).click()
  await kiosk.getByRole('button', { name: /Social security card/ }).click()
  await kiosk.getByRole('button', { name: /^Take a number/ }).click()
  const number = kiosk.locator('strong')
  await number.waitFor()
  return number.innerText()
}

const waiting = async (): Promise<string[]> => {
  const { body } = await asking(box.url)('GET', '/api/hall')
  const tickets = body.records.filter(({ kind }: { kind: string }) => kind === 'ticket')
  return tickets.map(({ ticket }: { ticket: { number: string } }) => ticket.number).sort()
}

describe('a kiosk whose hall goes away', () => {
  it('goes on with its own numbers, says so, and tells the hall when it is back', async () => {
    await box.end('SIGTERM')
    expect(await takeNumber()).toBe('B001')
    await kiosk.getByText('The wait is not known yet').waitFor()
    await kiosk.getByRole('button', { name: 'I have it' }).click()
    expect(await takeNumber()).toBe('B002')
    await kiosk.getByRole('button', { name: 'Cancel it' }).click()
    await kiosk.getByText('B002 is cancelled').waitFor()
    await kiosk.getByRole('button', { name: 'Start' }).click()
    await kiosk.getByText('No line to the hall').waitFor()
    await kiosk.getByRole('button', { name: /I have an appointment/ }).click()
    await kiosk.getByText('Please check in at the guide desk').waitFor()

    box = await startBox(folder, { PORT: port })
    await eventually(async () => (await waiting()).join() === 'B001')
    await kiosk.getByRole('button', { name: 'Back' }).click()
    await kiosk.getByText('1 waiting now').waitFor()
  })
})
