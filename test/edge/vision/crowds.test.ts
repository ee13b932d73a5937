/** What cameras make of many people: zones that are too full, the heat of the floor, and doubts that somebody has settled. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import { CameraId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { scripted, siteWithCameras, siteWithSeat, useVision } from '#test/support/vision.ts'

const { send, open } = useVision()

const blind = scripted(async () => ({}))
const everywhere = [
  { x: 0, y: 0 },
  { x: 1280, y: 0 },
  { x: 1280, y: 720 },
  { x: 0, y: 720 },
]
const wide = (site: Site): Site => ({
  ...site,
  cameras: site.cameras.map((camera) => ({
    ...camera,
    zones: camera.zones.map((zone) => ({ ...zone, outline: everywhere })),
  })),
})

/** So many people beside each other. */
const row = (people: number, left = 0) =>
  Array.from({ length: people }, (_, i) => [left + 100 * i, 320, left + 100 * i + 60, 480, 0.8])
const say = (at: number, boxes: unknown[], cameraId = 'C1') =>
  send('detections', JSON.stringify({ at, width: 1280, height: 720, boxes }), cameraId)

describe('a zone that is too full', () => {
  const crowdedAt = (site: Site): Site => ({ ...site, zones: site.zones.map((zone) => ({ ...zone, crowdedAt: 3 })) })
  const two = crowdedAt(wide(siteWithCameras({}, { cameraId: CameraId.parse('C2') })))

  it('is an alert after a minute by the camera that sees most, until enough have gone', async () => {
    const { clock, alerts, occupancies } = await open(blind, { site: two })
    /** A frame of each a second; time goes on a little until it is told, for readings keep a pace of their own. */
    const film = async (seconds: number, people: number) => {
      for (let second = 0; second < seconds; second++) {
        const [began, before] = [clock.now(), occupancies().length]
        await say(began, row(people))
        await say(began, row(1), 'C2')
        await soon(() => {
          clock.advance(10)
          expect(occupancies().length).toBeGreaterThanOrEqual(before + 2)
        }, 1)
        clock.set(Math.max(clock.now(), began + SECOND))
      }
    }
    await film(30, 4)
    expect(alerts.size).toBe(0)
    await film(45, 4)
    await soon(() =>
      expect([...alerts.values()]).toMatchObject([
        { kind: 'crowding', zoneId: 'Z1', source: { by: 'zone', people: 4 } },
      ]),
    )
    await film(150, 1)
    await soon(() => expect(alerts.size).toBe(0))
  })
})

describe('the floor', () => {
  it('is told warm where five different people have walked, and nowhere else', async () => {
    const { readings, clock, inTime } = await open(blind, { site: wide(siteWithSeat()) })
    let at = NINE
    for (let person = 0; person < 6; person++) {
      for (let step = 0; step < 12; step++) {
        at += SECOND
        clock.advance(SECOND)
        await say(at, [[100 + 30 * step, 320, 160 + 30 * step, 480, 0.8]])
      }
      for (let gap = 0; gap < 6; gap++) {
        at += 2 * SECOND
        clock.advance(2 * SECOND)
        await say(at, [])
      }
    }
    await inTime(() => {
      const heat = readings.findLast(({ type }) => type === 'heat')
      expect(heat).toMatchObject({ type: 'heat', floorId: 'F1', cameraId: 'C1' })
      expect(heat?.type === 'heat' && heat.cells.length).toBeGreaterThan(2)
    })
  })
})

describe('somebody who was there before anybody looked, and never moved', () => {
  /** Sits, and shifts a little every minute, as people do. */
  const sitting = (second: number) => {
    const shift = 4 * (Math.floor(second / 60) % 5)
    return [250 + shift, 320, 310 + shift, 480, 0.8]
  }

  it('is told of with a doubt, and not again after somebody has looked', async () => {
    const { order, raised, alerts, occupancies, inTime } = await open(blind)
    const sit = async (from: number, until: number) => {
      for (let second = from; second < until; second += 2) await say(NINE + second * SECOND, [sitting(second)])
    }
    await sit(0, 17 * 60)
    await soon(() => expect(raised).toEqual(['L0001']))
    const [alert] = alerts.values()
    if (!alert) throw new Error('no alert')
    expect(alert.source).toMatchObject({ by: 'camera', unconfirmed: true })
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 1, longWaits: 1 }))
    await order({ type: 'dismissAlert', alertId: alert.alertId })
    await sit(17 * 60, 18 * 60)
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 0, longWaits: 0 }))
    expect(alerts.size).toBe(0)
  })
})
