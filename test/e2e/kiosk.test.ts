/** The kiosk in a real browser: three touches to a number, everything large and low enough, and paper that fails. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seriousIn } from '../support/axe.ts'
import type { FakePrinter } from '../support/fakePrinter.ts'
import { openPrintingHouse, type PrintingHouse } from '../support/printingHouse.ts'

const PORTRAIT = { width: 1080, height: 1920 }
const TABLET = { width: 1280, height: 800 }
/** CSS pixels of a target, and where the reach of somebody who sits begins on a tall screen. */
const LEAST_PX = 60
const REACH_FROM = 0.53 * PORTRAIT.height

let house: PrintingHouse
let printer: FakePrinter
beforeAll(async () => {
  house = await openPrintingHouse(['P1'])
  printer = house.printer
  await house.ask('POST', '/api/windows/W3/open', {})
})
afterAll(() => house.close())
beforeEach(() => {
  printer.state = 'fine'
  printer.slips.length = 0
})

interface Target {
  name: string
  width: number
  height: number
  top: number
}

/** Everything that can be touched now: seen, not idle, and with nothing over it. */
const targetsOf = (page: Page): Promise<Target[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button:enabled, input:not([type=radio]), label')].flatMap((target) => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const middle = document.elementFromPoint(left + width / 2, top + height / 2)
      const name = (target.textContent ?? '').trim() || target.getAttribute('aria-label') || target.tagName
      return middle && target.contains(middle) ? [{ name, width, height, top }] : []
    }),
  )

const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('.tools') !== null)

const doors = (page: Page) => page.locator('nav button')
const onward = (page: Page) => page.locator('button.primary')

/** From the first door to the number and through every other step; `look` is called at each. */
const throughAll = async (page: Page, look: (step: string) => Promise<void>): Promise<void> => {
  const at = async (step: string) => {
    await settled(page)
    await look(step)
  }
  await at('start')
  await doors(page).nth(0).click()
  await at('services')
  await page.locator('.choices button').first().click()
  await at('confirm')
  await onward(page).click()
  await page.locator('.sight strong').waitFor()
  await at('number')
  await onward(page).click()
  await doors(page).nth(2).click()
  await at('themes')
  await page.locator('.themes button').first().click()
  await at('situation')
  for (let question = 0; question < 3; question++) await page.locator('.answers button').first().click()
  await at('needs')
  await page.locator('button.back').click()
  await page.locator('button.back').click()
  await page.locator('button.back').click()
  await page.locator('button.back').click()
  await page.locator('button.back').click()
  await doors(page).nth(1).click()
  await at('code')
  await page.locator('button.back').click()
  await doors(page).nth(0).click()
  await page.locator('footer button').last().click()
  await at('search')
}

const kiosk = async (language: string, size = PORTRAIT): Promise<Page> => {
  const page = await house.open(`/kiosk?lang=${language}&kiosk=K1`, size)
  await doors(page).first().waitFor()
  return page
}

describe.each(['zh', 'en'])('a visitor in %s', (language) => {
  it('has a number after three touches, and its slip in the hand', async () => {
    const page = await kiosk(language)
    await doors(page).nth(0).click()
    await page.locator('.choices button').first().click()
    await onward(page).click()
    const number = await page.locator('.sight strong').innerText()
    expect(number).toMatch(/^A\d{3}$/)
    await expect.poll(() => printer.slips.length).toBe(1)
    expect(printer.slips[0]?.includes(number)).toBe(true)
    await page.close()
  })

  it('is asked about the situation, and gets one number for what is left', async () => {
    const page = await kiosk(language)
    await doors(page).nth(2).click()
    await page.locator('.themes button').first().click()
    for (const answer of [1, 1, 0]) await page.locator('.answers button').nth(answer).click()
    await page.getByText(language === 'zh' ? '不动产权证书' : 'Title of the home').waitFor()
    await onward(page).click()
    await page.locator('.sight strong').waitFor()
    const number = await page.locator('.sight strong').innerText()
    const { body } = await house.ask('GET', '/api/hall')
    const ticket = body.records.find((one: { ticket?: { number: string } }) => one.ticket?.number === number).ticket
    expect(ticket.serviceIds).toEqual(['residence-permit', 'medical-register'])
    await page.close()
  })

  it('reads and touches every step, also with axe', async () => {
    const page = await kiosk(language)
    const wrong: string[] = []
    await throughAll(page, async (step) => {
      for (const flaw of await seriousIn(page)) wrong.push(`${step}: ${flaw}`)
    })
    expect(wrong).toEqual([])
    await page.close()
  })
})

describe.each([
  ['an ordinary kiosk', PORTRAIT, []],
  ['a kiosk in large type', PORTRAIT, ['.large']],
  ['a kiosk with all in reach', PORTRAIT, ['.reach']],
  ['a kiosk in large type with all in reach', PORTRAIT, ['.large', '.reach']],
  ['a tablet', TABLET, []],
  ['a tablet in large type', TABLET, ['.large']],
] as const)('%s', (_, size, wishes) => {
  it(`has targets of ${LEAST_PX} pixels and more${wishes.some((wish) => wish === '.reach') ? ', all of them low' : ''}`, async () => {
    const page = await kiosk('zh', size)
    const wishAll = async () => {
      for (const wish of wishes)
        if ((await page.locator(wish).getAttribute('aria-pressed')) === 'false') await page.locator(wish).click()
    }
    await wishAll()
    const wrong: string[] = []
    let seen = 0
    await throughAll(page, async (step) => {
      await wishAll()
      for (const { name, width, height, top } of await targetsOf(page)) {
        seen += 1
        if (Math.min(width, height) < LEAST_PX - 0.5) wrong.push(`${step}: ${name} is ${width} by ${height}`)
        if (wishes.some((wish) => wish === '.reach') && top < REACH_FROM) wrong.push(`${step}: ${name} is at ${top}`)
      }
    })
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(60)
    await page.close()
  })
})

describe('a visit that is left', () => {
  /** A minute that passes at once, between two beats of the hall, would be a minute without a hall. */
  const STEP = 8_000

  it('is counted down and wiped after a minute', async () => {
    const left = await kiosk('zh')
    await left.clock.install()
    let [beats, loads] = [0, 0]
    left.on('websocket', (line) => line.on('framereceived', () => (beats += 1)))
    left.on('load', () => (loads += 1))
    const pass = async (steps: number) => {
      for (let step = 0; step < steps; step++) {
        const before = beats
        await expect.poll(() => beats, { timeout: 10_000 }).toBeGreaterThan(before)
        await left.clock.runFor(STEP)
      }
    }
    await left.reload()
    await doors(left).first().waitFor()
    await left.locator('.large').click()
    await left.getByRole('button', { name: 'English' }).click()
    await doors(left).nth(1).click()
    await left.locator('input').pressSequentially('1234')
    await pass(6)
    await left
      .getByRole('status')
      .getByText(/Back to the start in \d+ s/)
      .waitFor()
    await pass(2)
    await expect.poll(() => left.evaluate(() => document.documentElement.lang)).toBe('zh')
    expect(await left.evaluate(() => document.documentElement.dataset.kiosk)).toBe('ordinary')
    expect(await left.locator('input').count()).toBe(0)
    expect(loads).toBe(1)
    await left.close()
  })
})

describe('a printer without paper', () => {
  it('leaves the number on the screen, says why, and prints it once more', async () => {
    printer.state = 'paperOut'
    const page = await kiosk('en')
    await doors(page).nth(0).click()
    await page.locator('.choices button').first().click()
    await onward(page).click()
    await page.getByRole('alert').getByText('The printer has run out of paper').waitFor()
    const number = await page.locator('.sight strong').innerText()
    const unprinted = async (): Promise<boolean> => {
      const { body } = await house.ask('GET', '/api/hall')
      return body.records.some(
        (one: { ticket?: { number: string; issuedUnprinted?: true } }) =>
          one.ticket?.number === number && one.ticket.issuedUnprinted === true,
      )
    }
    await expect.poll(unprinted).toBe(true)
    printer.state = 'fine'
    await page.getByRole('button', { name: 'Print again' }).click()
    await page.getByText('Please take your slip').waitFor()
    expect(await page.locator('.sight strong').innerText()).toBe(number)
    expect(printer.slips).toHaveLength(1)
    await expect.poll(unprinted).toBe(false)
    await page.close()
  })
})
