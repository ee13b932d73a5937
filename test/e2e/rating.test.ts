/** A visitor rates the visit on the pad, while the clerk goes on at the window. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '#test/support/boxAndBrowser.ts'

const PAD = { width: 1280, height: 800 }

let house: OpenHouse
beforeAll(async () => {
  house = await openBoxAndBrowser()
  await house.ask('POST', '/api/windows/W1/open', {})
})
afterAll(() => house.close())

const serve = async (language: string) => {
  await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'], language })
  for (const deed of ['call-next', 'start', 'finish']) await house.ask('POST', `/api/windows/W1/${deed}`, {})
}
const ratings = async (): Promise<{ rated: number; low: number; remarks: object }> => {
  const today = new Date().toISOString().slice(0, 10)
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const { body } = await house.ask('GET', `/api/reports/ratings?from=${today}&to=${tomorrow}`)
  return body.days.find(({ rated }: { rated: number }) => rated > 0) ?? { rated: 0, low: 0, remarks: {} }
}
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(...[...document.querySelectorAll('button')].map((button) => button.getBoundingClientRect().height)),
  )

describe('the rating pad', () => {
  it('rests, asks, and thanks in Chinese', async () => {
    const pad = await house.open('/rate/W1', PAD)
    await pad.getByText('办结后，请在这里评价').waitFor()
    await serve('zh')
    await pad.getByText('这次办事，您满意吗？').waitFor()
    expect(await smallest(pad)).toBeGreaterThanOrEqual(60)
    await pad.getByRole('button', { name: /^5 颗星/ }).click()
    await pad.getByText('谢谢您的评价').waitFor()
    await pad.getByText('办结后，请在这里评价').waitFor()
    expect(await ratings()).toMatchObject({ rated: 1, low: 0 })
    await pad.close()
  })

  it('speaks the language of the ticket, and asks what was wrong', async () => {
    const pad = await house.open('/rate/W1', PAD)
    await serve('en')
    await pad.getByText('How was your visit?').waitFor()
    await pad.getByRole('button', { name: 'Very poor' }).click()
    await pad.getByRole('button', { name: 'Unfriendly' }).click()
    expect(await smallest(pad)).toBeGreaterThanOrEqual(60)
    await pad.getByRole('button', { name: 'Send' }).click()
    await pad.getByText('Thank you. We will do better.').waitFor()
    expect(await ratings()).toMatchObject({ rated: 2, low: 1, remarks: { manners: 1 } })
    await pad.close()
  })

  it('asks when the clerk presses F7, before the visit is over', async () => {
    const pad = await house.open('/rate/W1?lang=en', PAD)
    const desk = await house.open('/window/W1?lang=en', { width: 1366, height: 768 })
    await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })
    for (const deed of ['call-next', 'start']) await house.ask('POST', `/api/windows/W1/${deed}`, {})
    await desk.locator('button:enabled', { hasText: 'Rating' }).waitFor()
    await desk.keyboard.press('F7')
    await pad.getByText('How was your visit?').waitFor()
    await pad.getByRole('button', { name: /^4 stars/ }).click()
    await pad.getByText('Thank you for your rating').waitFor()
    expect(await ratings()).toMatchObject({ rated: 3 })
    await Promise.all([pad.close(), desk.close()])
  })
})
