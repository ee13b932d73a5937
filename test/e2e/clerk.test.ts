/** A clerk at work, by keys alone where there is one, before a whole box. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HallRecord } from '#contracts/live.ts'
import { seriousIn } from '#test/support/axe.ts'
import type { OpenHouse } from '#test/support/boxAndBrowser.ts'
import { openChangedHouse } from '#test/support/changedHouse.ts'
import { eventually } from '#test/support/eventually.ts'

let house: OpenHouse
let desk: Page
beforeAll(async () => {
  // A stalled machine must not run out of time to undo.
  house = await openChangedHouse((site) => {
    site.queue = { ...site.queue, undoSeconds: 60 }
  })
  for (let visitor = 0; visitor < 4; visitor++) await house.ask('POST', '/api/tickets', { serviceIds: ['social-card'] })
  desk = await house.open('/window/W1?lang=en', { width: 1366, height: 768 })
  await desk.getByRole('button', { name: /Open the window/ }).waitFor()
})
afterAll(() => house.close())

const ticket = async (number: string) => {
  const { body } = await house.ask('GET', '/api/hall')
  const records: HallRecord[] = body.records
  return records.flatMap((one) => (one.kind === 'ticket' && one.ticket.number === number ? [one.ticket] : []))[0]
}
const becomes = (number: string, state: string | undefined) =>
  eventually(async () => (await ticket(number))?.state === state)
const press = async (key: string, label: RegExp) => {
  await desk.locator('button:enabled', { hasText: label }).first().waitFor()
  await desk.keyboard.press(key)
}
describe('a clerk', () => {
  it('opens the window and calls once, however long the key is held down', async () => {
    await press('F1', /Open the window/)
    await desk.locator('button:enabled', { hasText: 'Call next' }).waitFor()
    await desk.keyboard.down('F1')
    await desk.keyboard.down('F1')
    await desk.keyboard.up('F1')
    await becomes('B001', 'called')
    expect((await ticket('B001'))?.calls).toBe(1)
  })

  it('takes a call back within seconds, and calls again', async () => {
    await press('Control+z', /Undo call/)
    await becomes('B001', 'waiting')
    await press('F1', /Call next/)
    await becomes('B001', 'called')
  })

  it('transfers the visitor to another service with two presses, who keeps the place in line', async () => {
    const before = await ticket('B001')
    await press('F8', /^Start/)
    await press('F4', /^Transfer/)
    await desk.getByLabel('Type to narrow down').fill('invoi')
    expect(await seriousIn(desk)).toEqual([])
    await desk.keyboard.press('Enter')
    await becomes('B001', 'waiting')
    expect(await ticket('B001')).toMatchObject({ serviceIds: ['invoice'], issuedAt: before?.issuedAt })
  })

  it('calls a chosen visitor, lets them go for something, and takes them back in line', async () => {
    await desk.getByRole('button', { name: /^B003/ }).click()
    await desk.getByRole('button', { name: 'Call this one' }).click()
    await becomes('B003', 'called')
    await desk.getByText('chosen at the window, before 1 who came first').waitFor()
    await press('Shift+F8', /^Away/)
    await becomes('B003', 'parked')
    expect(await seriousIn(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Is back' }).click()
    await becomes('B003', 'waiting')
  })

  it('marks a visitor as not there, and has them back in line when they come after all', async () => {
    await press('F1', /Call next/)
    await becomes('B002', 'called')
    await press('F3', /^No-show/)
    await becomes('B002', undefined)
    await desk.getByText(/^missed \d+ min ago$/).waitFor()
    await desk.getByRole('button', { name: 'Is back' }).click()
    await becomes('B002', 'waiting')
  })

  it('finds a number that a visitor holds', async () => {
    await desk.keyboard.press('F10')
    await desk.keyboard.type('b1')
    await desk.keyboard.press('Enter')
    await desk.getByText('waits for other windows').waitFor()
    await desk.getByRole('button', { name: 'Clear' }).click()
  })

  it('serves somebody without a number', async () => {
    await press('Shift+F1', /Serve without/)
    await desk.getByRole('button', { name: /^Social security card/ }).click()
    await becomes('B005', 'serving')
    await desk.getByText('came without a number').waitFor()
    await press('F6', /^Finish/)
    await becomes('B005', undefined)
  })

  it('adds a break and puts it off', async () => {
    await desk.getByRole('tab', { name: 'Services, breaks' }).click()
    await desk.getByRole('button', { name: 'Add a 15 min break' }).click()
    const first = await desk.locator('header p', { hasText: 'Break' }).textContent()
    expect(await seriousIn(desk)).toEqual([])
    await desk.getByRole('button', { name: /\+15 min/ }).click()
    await eventually(async () => (await desk.locator('header p', { hasText: 'Break' }).textContent()) !== first)
  })
})
