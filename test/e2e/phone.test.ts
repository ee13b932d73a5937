/** One ticket on a phone: read by everybody, given back by who has its secret, and it buzzes when its turn comes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { eventually } from '../support/eventually.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 390, height: 844 }

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
  await house.ask('POST', '/api/windows/W1/open', {})
})
afterAll(() => house.close())

const take = async () => (await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })).body
const serious = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE)
  const violations = await page.evaluate<{ id: string; impact: string }[]>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then((result) => result.violations)",
  )
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id)
}

describe.each([
  ['zh', '到号时提醒我', '1 号窗口'],
  ['en', 'Remind me when it is my turn', 'Window 1'],
])('in %s', (language, remind, where) => {
  it('tells the place, buzzes at the call and shows the way', async () => {
    const { ticket } = await take()
    const page = await house.openUnknown('/privacy', PHONE)
    await page.addInitScript(
      'globalThis.buzzes = []; Object.defineProperty(navigator, "vibrate", { value: (pattern) => buzzes.push(pattern) })',
    )
    await page.goto(`${house.box.url}/ticket/${ticket.ticketId}?lang=${language}`)
    await page.getByRole('heading', { name: ticket.number }).waitFor()
    await page.getByRole('button', { name: remind }).click()
    expect(await serious(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await house.ask('POST', '/api/windows/W1/call', { ticketId: ticket.ticketId, reason: 'other' })
    await house.ask('POST', '/api/windows/W1/call-next', {})
    await page.getByText(where).first().waitFor()
    expect(await eventually(async () => (await page.evaluate<number[][]>('buzzes')).at(-1))).toHaveLength(5)
    expect(await serious(page)).toEqual([])
    await house.ask('POST', '/api/windows/W1/start', {})
    await house.ask('POST', '/api/windows/W1/finish', {})
    await page.close()
  })
})

describe('a number', () => {
  it('is only read without its secret', async () => {
    const { ticket } = await take()
    const page = await house.openUnknown(`/ticket/${ticket.ticketId}?lang=en`, PHONE)
    await page.getByText('This page only shows.').waitFor()
    expect(await page.getByRole('button', { name: 'Give the number back' }).count()).toBe(0)
    await page.close()
  })

  it('is given back after being asked once more, and stays when that is undone', async () => {
    const { ticket, secret } = await take()
    const page = await house.openUnknown(`/ticket/${ticket.ticketId}?lang=en#s=${secret}`, PHONE)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await press('Give the number back')
    await press('Give it back')
    await press('Undo')
    await press('Give the number back')
    expect((await house.ask('GET', `/api/tickets/${ticket.ticketId}`)).body.ticket.state).toBe('waiting')
    await press('Give it back')
    await page.getByText('Number given back').waitFor()
    expect((await house.ask('GET', `/api/tickets/${ticket.ticketId}`)).body.ticket.state).toBe('cancelled')
    await page.close()
  })

  it('that is none is said to be none', async () => {
    const page = await house.openUnknown('/ticket/20200101-Z999?lang=en', PHONE)
    await page.getByText('There is no such number.').waitFor()
    await page.close()
  })
})
