import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { eventually } from '../support/eventually.ts'

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
})
afterAll(() => house.close())

const PORTRAIT = { width: 1080, height: 1920 }
const DESK = { width: 1366, height: 768 }

describe('a visitor', () => {
  it('takes a number at the kiosk, is called by a clerk, and finds it on the queue screen and on the wall', async () => {
    const [kiosk, desk, queue, wall] = await Promise.all([
      house.open('/kiosk?lang=en', PORTRAIT),
      house.open('/window/W1?lang=en', DESK),
      house.open('/queue?lang=en'),
      house.open('/wall?lang=en'),
    ])
    await kiosk.getByRole('button', { name: /Take a number/ }).click()
    await kiosk.getByRole('button', { name: /Social security card/ }).click()
    await kiosk.getByRole('button', { name: /^Take a number/ }).click()
    await kiosk.getByText('B001').waitFor()

    await desk.getByRole('button', { name: /Open the window/ }).click()
    await desk.getByRole('button', { name: /Call next/ }).click()
    await desk.getByText('Called, on the way').waitFor()
    await queue.getByText('B001').first().waitFor()
    await queue
      .getByText(/Window\s+1\b/)
      .first()
      .waitFor()
    await wall.getByText('B001').first().waitFor()

    await desk.getByRole('button', { name: /^Start/ }).click()
    await desk.locator('button:enabled', { hasText: 'Finish' }).first().waitFor()
    await desk.keyboard.press('F6')
    const served = await eventually(async () => {
      const { body } = await house.ask('GET', '/api/hall')
      return body.records.find(({ kind }: { kind: string }) => kind === 'figures').figures.served === 1 && body.records
    })
    expect(served.filter(({ kind }: { kind: string }) => kind === 'ticket')).toEqual([])
    await Promise.all([kiosk, desk, queue, wall].map((page) => page.close()))
  })

  it('reads Chinese where nothing else is asked for', async () => {
    const queue = await house.open('/queue')
    await queue.getByText('请 B001 号').or(queue.getByText('1 号窗口')).first().waitFor()
    expect(await queue.evaluate(() => document.documentElement.lang)).toMatch(/^zh/)
    await queue.close()
  })
})
