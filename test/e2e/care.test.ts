import mqtt from 'mqtt'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { seats } from '#simulators/camera/seats.ts'
import { openStudio } from '#simulators/camera/studio.ts'
import { sitsDownAt, visitorAt } from '#simulators/camera/visits.ts'
import { type OpenHouse, openBoxAndBrowser } from '../support/boxAndBrowser.ts'
import { eventually } from '../support/eventually.ts'
import { startStrangerRobot } from '../support/strangerRobot.ts'

let house: OpenHouse
let site: Site
beforeAll(async () => {
  house = await openBoxAndBrowser()
  const { body } = await house.ask('GET', '/api/hall')
  site = body.records.find(({ kind }: { kind: string }) => kind === 'site').site
})
afterAll(() => house.close())

const openAlerts = async () => (await house.ask('GET', '/api/alerts')).body.alerts

/** How many frames of it have been looked at. */
const framesSeen = async (): Promise<number> => {
  const text = await (await fetch(`${house.box.url}/metrics`)).text()
  const counts = text.matchAll(/^hallkeeper_camera_frames_total\{camera="C1",outcome="(?:detected|gated)"\} (\d+)/gm)
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}

/** Somebody who walks to the third seat of the front row and sits; `film` shows the camera each of the moments. */
const openStay = async (sits: Instant) => {
  const studio = await openStudio()
  const seat = seats[2]
  if (!seat) throw new Error('no seat')
  const visit = { look: 1, seat, enters: 0, leaves: Number.POSITIVE_INFINITY }
  const enters = sits - sitsDownAt(visit)
  const camera = await mqtt.connectAsync(house.box.mqttUrl, { protocolVersion: 4 })
  const film = async (moments: readonly Instant[]): Promise<void> => {
    for (const at of moments) {
      const before = await framesSeen()
      const person = visitorAt({ ...visit, enters }, at)
      const { jpeg } = await studio.frame({ people: person ? [person] : [], at })
      await camera.publishAsync(`hall/${site.hallId}/camera/C1/frame`, jpeg)
      await eventually(async () => (await framesSeen()) > before)
    }
  }
  return { film, close: () => camera.endAsync() }
}

const from = (start: Instant, count: number, step: number): Instant[] =>
  Array.from({ length: count }, (_, i) => start + i * step)

const helpCards = (page: Page) => page.locator('.card')

describe('somebody who has sat before the camera for 16 minutes', () => {
  it('becomes exactly one alert, on the wall and on the tablet, and none of the frames is kept', async () => {
    const [wall, staff] = await Promise.all([house.open('/wall?lang=en'), house.open('/staff?lang=en')])
    expect(await openAlerts()).toEqual([])
    const sits = Date.now() - 16 * MINUTE
    const stay = await openStay(sits)
    await stay.film([...from(sits - 12 * SECOND, 20, SECOND), ...from(sits + MINUTE, 14, MINUTE)])
    await eventually(async () => {
      const { body } = await house.ask('GET', '/health')
      return body.parts.some(
        ({ partId, state }: { partId: string; state: string }) => partId === 'camera:C1' && state === 'fine',
      )
    })
    expect(await openAlerts()).toEqual([])

    await stay.film(from(sits + 15 * MINUTE, 2, MINUTE))
    await stay.close()
    const [alert, ...others] = await eventually(async () => {
      const alerts = await openAlerts()
      return alerts.length > 0 && alerts
    })
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      kind: 'longWait',
      source: { by: 'camera', cameraId: 'C1' },
      zoneId: 'seats-west',
      state: 'open',
    })
    await wall.getByText('West seats').last().waitFor()
    await staff.getByText('West seats').first().waitFor()
    expect(await helpCards(wall).count()).toBe(1)
    await Promise.all([wall.close(), staff.close()])
  })
})

describe('papers that a clerk sends', () => {
  it('are carried by a robot that we did not write, and the wall counts them', async () => {
    const robot = site.robots.find(({ robotId }) => robotId === 'R1')
    if (!robot) throw new Error('no robot')
    const stranger = await startStrangerRobot(house.box.mqttUrl, site, robot)
    const asked = await house.ask('POST', '/api/missions', { kind: 'delivery', from: 'W2', to: 'back-office' })
    expect(asked.status).toBe(201)
    const { missionId } = asked.body.mission
    const states = new Set<string>()
    const mission = await eventually(async () => {
      const { body } = await house.ask('GET', `/api/missions/${missionId}`)
      states.add(body.mission.state)
      return body.mission.state === 'delivered' && body.mission
    })
    expect(mission).toMatchObject({ from: 'W2', to: 'back-office', robotId: 'R1' })
    const figures = await eventually(async () => {
      const { body } = await house.ask('GET', '/api/hall')
      const told = body.records.find(({ kind }: { kind: string }) => kind === 'figures').figures
      return told.delivered > 0 && told
    })
    // There and back at walking pace, and two minutes away from the counter.
    const metres = 29.5
    expect(figures.delivered).toBe(1)
    expect(figures.hoursSaved).toBeCloseTo(((2 * metres) / 1.2 + 120) / 3600, 2)
    await stranger.close()
  })
})
