/** A paired wall that nobody touches, while its box is killed and its network comes and goes. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenHouse, openBoxAndBrowser } from '#test/support/boxAndBrowser.ts'
import { freePort } from '#test/support/freePort.ts'
import { type Gate, openGate } from '#test/support/gate.ts'
import { type RunningBox, startBox } from '#test/support/runningBox.ts'
import { asking } from '#test/support/visiting.ts'

let port: string
let house: OpenHouse
let box: RunningBox
let gate: Gate
let wall: Page
let issued = 0

beforeAll(async () => {
  port = await freePort()
  house = await openBoxAndBrowser({ PORT: port })
  box = house.box
  gate = await openGate(box.url)
  wall = await house.open('/wall?lang=en')
  await wall.goto(new URL('/wall?lang=en', gate.url).href)
  await wall.getByText('Nobody is waiting now.').waitFor()
})
afterAll(async () => {
  await gate?.close()
  await box?.end('SIGTERM')
  await house?.close()
})

/** What happens in the hall comes to stand on the wall. */
const showsAnother = async (): Promise<void> => {
  await asking(box.url)('POST', '/api/tickets', { serviceIds: ['social-card'] })
  issued += 1
  const waiting = wall.locator('dl', { hasText: 'Waiting now' }).locator('dd')
  await wall.waitForFunction(
    ([label, count]) =>
      [...document.querySelectorAll('dl')].some(
        (dl) => dl.textContent?.includes(String(label)) && dl.querySelector('dd')?.textContent?.trim() === count,
      ),
    ['Waiting now', String(issued)],
  )
  expect((await waiting.innerText()).trim()).toBe(String(issued))
}
const saysSilent = () => wall.getByText(/No news since/).waitFor()
const noLongerSilent = () => wall.getByText(/No news since/).waitFor({ state: 'detached' })

describe('a wall that nobody touches', () => {
  it('says that its killed box is silent, and goes on with the next one', async () => {
    await showsAnother()
    await box.end('SIGKILL')
    await saysSilent()
    box = await startBox(house.folder, { PORT: port })
    await noLongerSilent()
    await showsAnother()
  })

  it('goes on after its lines were cut and nobody let in for a while', async () => {
    gate.shut()
    await saysSilent()
    gate.open()
    await noLongerSilent()
    await showsAnother()
  })

  it('goes on after a network that swallowed everything and said nothing', async () => {
    gate.freeze()
    await saysSilent()
    gate.open()
    await noLongerSilent()
    await showsAnother()
  })

  it('never comes to stand before a sign-in', async () => {
    expect(new URL(wall.url()).pathname).toBe('/wall')
    expect(await wall.locator('input').count()).toBe(0)
  })
})
