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

describe.each([
  ['zh', '快到了', '请 '],
  ['en', 'is nearly there', 'your turn'],
])('with three ahead, in %s', (language, near, called) => {
  it('the phone buzzes once and says so in its title and across its page, and again at the call', async () => {
    await Promise.all(Array.from({ length: 6 }, take))
    const { ticket, secret } = await take()
    const ahead = async (): Promise<number | undefined> =>
      (await house.ask('GET', `/api/tickets/${ticket.ticketId}`)).body.estimate?.ahead
    let left = await eventually(ahead)
    const serveOne = async () => {
      for (const deed of ['call-next', 'start', 'finish']) await house.ask('POST', `/api/windows/W1/${deed}`, {})
      left -= 1
      await eventually(async () => (await ahead()) === left, 20_000)
    }
    const page = await house.openUnknown('/privacy', PHONE)
    await page.addInitScript(
      'globalThis.buzzes = []; Object.defineProperty(navigator, "vibrate", { value: (pattern) => buzzes.push(pattern) })',
    )
    await page.goto(`${house.box.url}/ticket/${ticket.ticketId}?lang=${language}#s=${secret}`)
    await page.getByRole('heading', { name: ticket.number }).waitFor()
    const look = async () => {
      const answer = page.waitForResponse((response) => response.url().includes('/api/tickets/'))
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await answer
    }
    const buzzes = () => page.evaluate<number[][]>('buzzes')
    while (left > 4) await serveOne()
    await look()
    expect([await buzzes(), await page.getByRole('alert').count()]).toEqual([[], 0])
    await serveOne()
    await look()
    await page.getByRole('alert').getByText(near).waitFor()
    expect(await page.title()).toContain(near)
    await serveOne()
    await look()
    expect((await buzzes()).map(({ length }) => length)).toEqual([3])
    while (left > 0) await serveOne()
    await house.ask('POST', '/api/windows/W1/call-next', {})
    await look()
    await page.locator('section.called').waitFor()
    expect(await page.title()).toContain(called)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await eventually(async () => (await buzzes()).length === 2 && buzzes())).toHaveLength(2)
    for (const deed of ['start', 'finish']) await house.ask('POST', `/api/windows/W1/${deed}`, {})
    await page.close()
  })
})

describe.each([
  ['zh', '我回来了，继续排队', '材料还在送往下一个窗口'],
  ['en', 'I am back, put me in line', 'Your papers are still on their way.'],
])('a visitor who has gone for something, in %s', (language, back, noSaid) => {
  it('comes back by phone to the place they had', async () => {
    const { ticket, secret } = await take()
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/park`, {})
    const page = await house.openUnknown(`/ticket/${ticket.ticketId}?lang=${language}#s=${secret}`, PHONE)
    await page.getByRole('button', { name: back }).click()
    await page.locator('section.waiting').waitFor()
    expect((await house.ask('GET', `/api/tickets/${ticket.ticketId}`)).body.ticket.state).toBe('waiting')
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/cancel`, {})
    await page.close()
  })

  it('is told when the hall says no', async () => {
    const { ticket, secret } = await take()
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/park`, {})
    const page = await house.openUnknown(`/ticket/${ticket.ticketId}?lang=${language}#s=${secret}`, PHONE)
    await page.route('**/requeue', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'papersUnderway', title: '' }),
      }),
    )
    await page.getByRole('button', { name: back }).click()
    await page.getByRole('alert').getByText(noSaid).waitFor()
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/cancel`, {})
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
