/** Every screen keeps one line to the hall, however much happens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { eventually } from '../support/eventually.ts'

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
  await house.ask('POST', '/api/windows/W1/open', {})
})
afterAll(() => house.close())

const screens = ['/wall', '/queue', '/kiosk', '/window/W1', '/staff', '/manage']

describe('a screen', () => {
  it.each(screens)('%s stays on its line while tickets are taken', async (path) => {
    const page = await house.openEmpty(path)
    const lines: { heard: number }[] = []
    page.on('websocket', (socket) => {
      const line = { heard: 0 }
      lines.push(line)
      socket.on('framereceived', () => {
        line.heard += 1
      })
    })
    await page.goto(`${house.box.url}${path}`)
    await eventually(() => (lines[0]?.heard ?? 0) > 0)
    for (let visitor = 0; visitor < 4; visitor++)
      await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })
    const heard = lines.at(-1)?.heard ?? 0
    await eventually(() => (lines.at(-1)?.heard ?? 0) >= heard + 2)
    expect(lines).toHaveLength(1)
    await page.close()
  })
})
