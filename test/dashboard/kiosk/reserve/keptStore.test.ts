/** The kiosk's record in a real browser: two tabs, a reload, and a browser that is opened anew. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '#test/support/browser.ts'

const ENTRY = 'virtual:kiosk'
const SOURCE = `
import { openKeptStore } from '#dashboard/kiosk/reserve/keptStore.ts'
import { given, keptBy, onDay, withLease } from '#dashboard/kiosk/reserve/kept.ts'
const day = '2026-11-23'
const asked = { serviceIds: ['social'], lane: 'walkIn', language: 'zh' }
const store = openKeptStore('K1', () => withLease(onDay(keptBy('K1'), day), day, { letter: 'A', from: 1, count: 50 }))
globalThis.give = async (count) => {
  const take = () => store.change((kept) => given(kept, 'A', { key: String(Math.random()), day, issuedAt: 0, asked }))
  const issues = await Promise.all(Array.from({ length: count }, take))
  return issues.flatMap((issue) => issue?.number ?? [])
}`

const script = async (): Promise<string> => {
  const root = join(import.meta.dirname, '../../../..')
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? join(root, 'kiosk.virtual.ts') : undefined),
        load: (id) => (id.endsWith('kiosk.virtual.ts') ? SOURCE : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: ENTRY, treeshake: false } },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const chunk = outputs.find(({ type }) => type === 'chunk')
  return chunk?.type === 'chunk' ? chunk.code : ''
}

const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page))
let page = ''
let url = ''
let context: BrowserContext
let close: () => Promise<void>

beforeAll(async () => {
  page = `<!doctype html><title>kiosk</title><script type="module">${await script()}</script>`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
  const browser = await openBrowser()
  context = await browser.newContext()
  close = () => browser.close()
})
afterAll(async () => {
  await close?.()
  server.close()
})

const openTab = async (): Promise<Page> => {
  const tab = await context.newPage()
  await tab.goto(url)
  await tab.waitForFunction('typeof give === "function"')
  return tab
}
const give = (tab: Page, count: number): Promise<string[]> => tab.evaluate(`give(${count})`)

describe('two tabs of one kiosk', () => {
  it('never give the same number, also after a reload', async () => {
    const tabs = await Promise.all([openTab(), openTab()])
    const numbers = (await Promise.all(tabs.map((tab) => give(tab, 20)))).flat()
    expect(numbers).toHaveLength(40)
    await tabs[0]?.close()
    const again = await openTab()
    numbers.push(...(await give(again, 20)))
    expect(numbers).toHaveLength(50)
    expect(new Set(numbers).size).toBe(50)
  })
})
