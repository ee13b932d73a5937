/** The wall in a browser: crowds, cameras that see nothing, and where people have been. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { StayId } from '#contracts/ids.ts'
import { soon } from '../support/eventually.ts'
import { C1, C2, type CameraHall, camera, EAST, heat, openCameraHall, people, WEST } from './cameraHall.ts'

let hall: CameraHall
let wall: Page
beforeAll(async () => {
  hall = await openCameraHall()
  wall = await hall.open('/wall?lang=en', { width: 1920, height: 1080 })
  await wall.getByText('Nobody has waited too long').waitFor()
})
afterAll(() => hall.close())

const cards = () => wall.locator('.card').allInnerTexts()
const fills = () =>
  wall.locator('svg.heat rect').evaluateAll((rects) => rects.map((rect) => getComputedStyle(rect).fill))

describe('a zone on the wall', () => {
  it('shows how many people, the longest stay, and its queue with its length', async () => {
    hall.see(
      camera(C1),
      camera(C2),
      people(WEST, C1, 7, { longestStayMinutes: 22.4, queue: { people: 4, metres: 5.2 } }),
      people(EAST, C2, 0),
    )
    await wall.getByText('West seats 7').waitFor()
    await wall.getByText('longest 22 min').waitFor()
    await wall.getByText('queue 4 · about 5 m').waitFor()
    await wall.getByText('East seats 0').waitFor()
    await wall.getByText('7 seen').waitFor()
  })

  it('is not seen, and not empty, once its only camera is covered, and the header says which', async () => {
    hall.see(camera(C1), camera(C2, 'covered'), people(WEST, C1, 7), people(EAST, C2, 0))
    await wall.getByText('East seats not seen').waitFor()
    expect(await wall.getByText('East seats 0').count()).toBe(0)
    await wall.getByText('Cameras 1/2 · C2 is covered').waitFor()
    hall.see(camera(C1), camera(C2), people(WEST, C1, 7), people(EAST, C2, 3))
    await wall.getByText('East seats 3').waitFor()
  })
})

describe('the list of help on the wall', () => {
  it('has a crowd and a covered camera while they last', async () => {
    const since = Date.now() - 3 * MINUTE
    await hall.send({ type: 'reportCamera', cameraId: C2, problem: 'covered', since: since - MINUTE })
    await hall.send({ type: 'reportCrowding', zoneId: WEST, people: 7, since })
    await soon(async () =>
      expect(await cards()).toEqual([
        expect.stringMatching(/3 min\s+West seats 7 people, too full\s+nobody yet/),
        expect.stringMatching(/4 min\s+East seats Camera C2 is covered\s+nobody yet/),
      ]),
    )
    expect(await wall.locator('polygon.full').count()).toBe(1)
    await hall.send({ type: 'reportCrowding', zoneId: WEST, since: Date.now() })
    await hall.send({ type: 'reportCamera', cameraId: C2, since: Date.now() })
    await wall.getByText('Nobody has waited too long').waitFor()
    expect(await wall.locator('polygon.full').count()).toBe(0)
  })

  it('says of a stay that may be a thing that nobody has confirmed it', async () => {
    const stayId = StayId.parse('C1-1')
    const seenAt = Date.now()
    const stay = { cameraId: C1, zoneId: WEST, stayId, since: seenAt - 16 * MINUTE, seenAt }
    await hall.send({ type: 'reportLongStay', ...stay, unconfirmed: true })
    await wall.getByText('not confirmed, please look').waitFor()
    await hall.send({ type: 'reportStayOver', cameraId: C1, stayId })
    await wall.getByText('Nobody has waited too long').waitFor()
  })
})

describe('the heat map', () => {
  it('is drawn from what a camera tells, the more people the further from the ground, with a legend in numbers', async () => {
    expect(await fills()).toEqual([])
    const cells = [
      [8, 5, 5],
      [9, 5, 20],
      [10, 5, 90],
    ] as const
    hall.see(camera(C1), camera(C2), people(WEST, C1, 7), people(EAST, C2, 3), heat(C1, cells))
    await soon(async () => expect(await fills()).toHaveLength(3))
    expect(await fills()).toEqual(['rgb(29, 45, 76)', 'rgb(37, 86, 147)', 'rgb(63, 124, 198)'])
    const legend = wall.locator('figure', { hasText: 'People in 60 min' })
    expect(await legend.locator('span').allInnerTexts()).toEqual(['5', '20', '80+'])
    const first = await wall.locator('svg.heat rect').first().boundingBox()
    const last = await wall.locator('svg.heat rect').last().boundingBox()
    expect((last?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(2 * (first?.width ?? 0), 0)
  })
})
