/** Slips where people work: the guide desk gives number, code and paper, and a number that is on no paper gets one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FakePrinter } from '../support/fakePrinter.ts'
import { openPrintingHouse, type PrintingHouse } from '../support/printingHouse.ts'

const TABLET = { width: 1280, height: 800 }

let house: PrintingHouse
let printer: FakePrinter
beforeAll(async () => {
  house = await openPrintingHouse(['P1', 'P2'])
  printer = house.printer
  await house.ask('POST', '/api/windows/W1/open', {})
})
afterAll(() => house.close())
beforeEach(() => {
  printer.state = 'fine'
  printer.slips.length = 0
})

const texts = {
  zh: {
    take: '取号',
    code: '请办事人扫码，手机看排队',
    print: '打印小票',
    again: '再打印一次',
    printed: '已在 P2 打印，请取走',
    paperOut: 'P1 打印纸用完了，请换纸再打',
    printedFirst: '已在 P1 打印，请取走',
    next: '接待下一位',
  },
  en: {
    take: 'Take a number',
    code: 'Scan: the place in line on their phone',
    print: 'Print the slip',
    again: 'Print again',
    printed: 'Printed at P2: take it from there',
    paperOut: 'P1 has no paper: refill and print again.',
    printedFirst: 'Printed at P1: take it from there',
    next: 'Next visitor',
  },
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const words = texts[language]

  it('the guide desk shows the number with its code and prints it at the printer that is chosen', async () => {
    const page = await house.open(`/staff?lang=${language}`, TABLET)
    await page.locator('nav button.guide').click()
    await page.locator('.guide li button').first().click()
    await page.getByRole('button', { name: words.take, exact: true }).click()
    const code = page.getByRole('img', { name: words.code })
    await code.waitFor()
    expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(200)
    await page.locator('.slip select').selectOption('P2')
    await page.getByRole('button', { name: words.print }).click()
    await page.getByRole('status').getByText(words.printed).waitFor()
    expect(printer.slips).toHaveLength(1)
    await page.getByRole('button', { name: words.next }).click()
    await page.locator('.guide input[type=search]').waitFor()
    await page.close()
  })

  it('a clerk prints what the kiosk could not, and reads why when it fails', async () => {
    const { ticket } = (await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })).body
    await house.ask('POST', `/api/tickets/${ticket.ticketId}/unprinted`, {})
    await house.ask('POST', '/api/windows/W1/call', { ticketId: ticket.ticketId })
    const page = await house.open(`/window/W1?lang=${language}`, { width: 1366, height: 768 })
    printer.state = 'paperOut'
    await page.getByRole('button', { name: words.print }).click()
    await page.getByRole('alert').getByText(words.paperOut).waitFor()
    expect(printer.slips).toEqual([])
    printer.state = 'fine'
    await page.getByRole('button', { name: words.again }).click()
    await page.getByRole('status').getByText(words.printedFirst).waitFor()
    expect(printer.slips).toHaveLength(1)
    const { body } = await house.ask('GET', `/api/tickets/${ticket.ticketId}`)
    expect(body.ticket.issuedUnprinted).toBeUndefined()
    await house.ask('POST', '/api/windows/W1/start', {})
    await house.ask('POST', '/api/windows/W1/finish', {})
    await page.close()
  })
})

describe('a card on the tablet', () => {
  let rushed: PrintingHouse
  beforeAll(async () => {
    rushed = await openPrintingHouse(['P1'], (site) => {
      site.queue = { ...site.queue, longWaitMinutes: 0.02 }
      site.care = { ...site.care, groupSeconds: 0 }
    })
  })
  afterAll(() => rushed.close())

  it.each(['zh', 'en'] as const)(
    'prints the number of somebody who waits long without one, in %s',
    async (language) => {
      const words = texts[language]
      const { ticket } = (await rushed.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })).body
      const path = `/api/tickets/${ticket.ticketId}`
      await rushed.ask('POST', `${path}/unprinted`, {})
      const page = await rushed.open(`/staff?lang=${language}`, TABLET)
      const card = page.locator('article', { hasText: ticket.number })
      rushed.printer.state = 'paperOut'
      await card.getByRole('button', { name: words.print }).click()
      await card.getByRole('alert').getByText(words.paperOut).waitFor()
      expect((await rushed.ask('GET', path)).body.ticket.issuedUnprinted).toBe(true)
      rushed.printer.state = 'fine'
      await card.getByRole('button', { name: words.again }).click()
      await card.getByRole('status').getByText(words.printedFirst).waitFor()
      expect((await rushed.ask('GET', path)).body.ticket.issuedUnprinted).toBeUndefined()
      await rushed.ask('POST', `${path}/cancel`, {})
      await page.close()
    },
  )
})
