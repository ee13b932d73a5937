import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Listening, listen } from '#server/listening.ts'
import { openBrowser } from '../support/browser.ts'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let house: OpenedHouse
let listening: Listening

beforeAll(async () => {
  house = await openHouse()
  listening = await listen({ app: house.app, sockets: house.live.sockets, host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await Promise.all([listening.close(), house.close()])
})

it('the documents show every route, and fetch nothing from elsewhere', async () => {
  const url = `http://127.0.0.1:${listening.port}`
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${url}/api/docs`)
    await page.locator('[data-path="/api/windows/{windowId}/call-next"]').waitFor()
    expect(asked.filter((address) => !/^(data|blob):/.test(address) && !address.startsWith(url))).toEqual([])
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
