/** The tablet in a browser: what staff are told of crowds, cameras and stays that may be things, and what they answer. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { StayId } from '#contracts/ids.ts'
import { C1, C2, type CameraHall, camera, openCameraHall, people, WEST } from './cameraHall.ts'

let hall: CameraHall
let tablet: Page
beforeAll(async () => {
  hall = await openCameraHall()
  tablet = await hall.open('/staff?lang=en', { width: 1280, height: 800 })
  await tablet.getByText('Nobody has waited too long').waitFor()
})
afterAll(() => hall.close())

const alerts = async () => (await (await fetch(`${hall.url}/api/alerts`)).json()).alerts
const card = (text: string) => tablet.locator('article', { hasText: text })
const press = (text: string, button: string) => card(text).getByRole('button', { name: button }).click()

describe('a crowd', () => {
  it('says where, how many are there now and what to do, and goes when there is room again', async () => {
    hall.see(camera(C1), people(WEST, C1, 8))
    await hall.send({ type: 'reportCrowding', zoneId: WEST, people: 7, since: Date.now() - 3 * MINUTE })
    const crowd = card('West seats · Ground floor')
    await crowd.getByText('Too full: 8 people here now, 6 are too many').waitFor()
    await crowd.getByText('Lead some of them elsewhere').waitFor()
    await crowd.getByText(/^since \d\d:\d\d$/).waitFor()
    expect(await crowd.getByRole('button').allInnerTexts()).toEqual(['Guide', 'Soothe', 'I go'])
    await hall.send({ type: 'reportCrowding', zoneId: WEST, since: Date.now() })
    await tablet.getByText('Nobody has waited too long').waitFor()
  })
})

describe('a covered camera', () => {
  it('says which and what to do, and ends with what was done', async () => {
    await hall.send({ type: 'reportCamera', cameraId: C2, problem: 'covered', since: Date.now() - MINUTE })
    await card('Camera C2 is covered').getByText('Take away what is before the lens.').waitFor()
    await card('Camera C2').getByText('East seats · Ground floor').waitFor()
    await press('Camera C2', 'I go')
    await press('Camera C2', 'Done')
    await press('Camera C2', 'Uncovered')
    await tablet.getByText('Nobody has waited too long').waitFor()
    expect(await alerts()).toEqual([])
  })

  it('goes by itself when it sees again', async () => {
    await hall.send({ type: 'reportCamera', cameraId: C1, problem: 'blind', since: Date.now() })
    await card('Camera C1 cannot make anything out').waitFor()
    await hall.send({ type: 'reportCamera', cameraId: C1, since: Date.now() })
    await tablet.getByText('Nobody has waited too long').waitFor()
  })
})

describe('a stay that may be a thing', () => {
  it('is ended with one tap by whoever sees that nobody is there', async () => {
    const seenAt = Date.now()
    const stay = { cameraId: C1, zoneId: WEST, stayId: StayId.parse('C1-1'), since: seenAt - 16 * MINUTE, seenAt }
    await hall.send({ type: 'reportLongStay', ...stay, unconfirmed: true })
    await card('West seats').getByText('Not confirmed: never seen moving').waitFor()
    await press('West seats', 'Nobody there (false alarm)')
    await tablet.getByText('Nobody has waited too long').waitFor()
    expect(await alerts()).toEqual([])
  })

  it('has no such tap once it has been seen to move', async () => {
    const seenAt = Date.now()
    const stay = { cameraId: C1, zoneId: WEST, stayId: StayId.parse('C1-2'), since: seenAt - 16 * MINUTE, seenAt }
    await hall.send({ type: 'reportLongStay', ...stay })
    await card('West seats').waitFor()
    expect(await card('West seats').getByRole('button', { name: 'Nobody there' }).count()).toBe(0)
  })
})
