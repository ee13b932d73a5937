/** One ticket on a phone: read by everybody, given back by who has its secret, and it buzzes when its turn comes. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIn } from '../support/axe.ts'
import type { OpenHouse } from '../support/boxAndBrowser.ts'
import { openChangedHouse } from '../support/changedHouse.ts'
import { eventually } from '../support/eventually.ts'

/** What a service is whose name nobody else may read. */
const DISCREET = 'marriage'
const PHONE = { width: 390, height: 844 }

let house: OpenHouse
beforeAll(async () => {
  house = await openChangedHouse(({ services }) => {
    services.find(({ serviceId }: { serviceId: string }) => serviceId === DISCREET).discreet = true
  })
  await house.ask('POST', '/api/windows/W1/open', {})
})
afterAll(() => house.close())

const take = async (serviceId = 'social-card') =>
  (await house.ask('POST', '/api/tickets', { serviceIds: [serviceId] })).body
/** A page that writes down how it buzzes. */
const openBuzzing = async (path: string): Promise<Page> => {
  const page = await house.openUnknown('/privacy', PHONE)
  await page.addInitScript(
    'globalThis.buzzes = []; Object.defineProperty(navigator, "vibrate", { value: (pattern) => buzzes.push(pattern) })',
  )
  await page.goto(house.box.url + path)
  return page
}
const buzzesOf = (page: Page) => page.evaluate<number[][]>('buzzes')
/** A visitor who has gone for something, and their phone. */
const openParked = async (language: string) => {
  const { ticket, secret } = await take()
  await house.ask('POST', `/api/tickets/${ticket.ticketId}/park`, {})
  const page = await house.openUnknown(`/ticket/${ticket.ticketId}?lang=${language}#s=${secret}`, PHONE)
  const close = async () => {
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/cancel`, {})
    await page.close()
  }
  return { ticket, page, close }
}

describe.each([
  ['zh', '到号时提醒我', '1 号窗口'],
  ['en', 'Remind me when it is my turn', 'Window 1'],
])('in %s', (language, remind, where) => {
  it('tells the place, buzzes at the call and shows the way', async () => {
    const { ticket } = await take()
    const page = await openBuzzing(`/ticket/${ticket.ticketId}?lang=${language}`)
    await page.getByRole('heading', { name: ticket.number }).waitFor()
    await page.getByRole('button', { name: remind }).click()
    expect(await seriousIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await house.ask('POST', '/api/windows/W1/call', { ticketId: ticket.ticketId, reason: 'other' })
    await house.ask('POST', '/api/windows/W1/call-next', {})
    await page.getByText(where).first().waitFor()
    expect(await eventually(async () => (await buzzesOf(page)).at(-1))).toHaveLength(5)
    expect(await seriousIn(page)).toEqual([])
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
    await Promise.all(Array.from({ length: 6 }, () => take()))
    const { ticket, secret } = await take()
    const ahead = async (): Promise<number | undefined> =>
      (await house.ask('GET', `/api/tickets/${ticket.ticketId}`)).body.estimate?.ahead
    let left = await eventually(ahead)
    const serveOne = async () => {
      for (const deed of ['call-next', 'start', 'finish']) await house.ask('POST', `/api/windows/W1/${deed}`, {})
      left -= 1
      await eventually(async () => (await ahead()) === left, 20_000)
    }
    const page = await openBuzzing(`/ticket/${ticket.ticketId}?lang=${language}#s=${secret}`)
    await page.getByRole('heading', { name: ticket.number }).waitFor()
    const look = async () => {
      const answer = page.waitForResponse((response) => response.url().includes('/api/tickets/'))
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await answer
    }
    const buzzes = () => buzzesOf(page)
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
    const { ticket, page, close } = await openParked(language)
    await page.getByRole('button', { name: back }).click()
    await page.locator('section.waiting').waitFor()
    expect((await house.ask('GET', `/api/tickets/${ticket.ticketId}`)).body.ticket.state).toBe('waiting')
    await close()
  })

  it('is told when the hall says no', async () => {
    const { page, close } = await openParked(language)
    await page.route('**/requeue', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'papersUnderway', title: '' }),
      }),
    )
    await page.getByRole('button', { name: back }).click()
    await page.getByRole('alert').getByText(noSaid).waitFor()
    await close()
  })
})

describe('a number', () => {
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

describe.each([
  ['zh', '本页只能查看', '不办了，退号', '不动产与民政', '婚姻登记'],
  ['en', 'This page only shows.', 'Give the number back', 'Property and civil affairs', 'Marriage registration'],
])('a stranger who has guessed the number, in %s', (language, onlyShows, giveBack, department, service) => {
  it('only reads, and of a discreet service nothing but its department', async () => {
    const { ticket, secret } = await take(DISCREET)
    const path = `/ticket/${ticket.ticketId}?lang=${language}`
    const [stranger, visitor] = await Promise.all(
      [path, `${path}#s=${secret}`].map((one) => house.openUnknown(one, PHONE)),
    )
    await stranger?.getByRole('heading', { name: department }).waitFor()
    await stranger?.getByText(onlyShows).waitFor()
    expect(await stranger?.getByRole('button', { name: giveBack }).count()).toBe(0)
    expect(await stranger?.getByText(service).count()).toBe(0)
    await visitor?.getByRole('heading', { name: service }).waitFor()
    await visitor?.getByRole('button', { name: giveBack }).waitFor()
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/cancel`, {})
    await Promise.all([stranger?.close(), visitor?.close()])
  })
})
