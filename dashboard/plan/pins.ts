/** Long waits on the plan: people who are close to each other share one pin. */
import type { Alert } from '#contracts/alerts.ts'
import type { Site } from '#contracts/site.ts'
import { type Card, peopleToHelp } from '../wall/helping.ts'
import { middleOf, type Point, type Size } from './scale.ts'

export interface Pin {
  readonly key: string
  readonly place: Point
  people: number
  /** Of the one who has waited longest. */
  readonly minutes: number
  /** Of the one who is worst off; fine when somebody is on the way to each of them. */
  state: Card['state']
}

const placeOf = (alert: Alert, site: Site, floorId: string): Point | undefined => {
  if (alert.place) return alert.place.floorId === floorId ? alert.place : undefined
  const zone = site.zones.find(({ zoneId }) => zoneId === alert.zoneId)
  return zone?.floorId === floorId ? middleOf(zone.outline) : undefined
}

const badness: Record<Card['state'], number> = { fine: 0, attention: 1, urgent: 2 }
const worse = (a: Card['state'], b: Card['state']) => (badness[a] >= badness[b] ? a : b)

/**
 * Pins of one floor, places and the size of a pin's label in metres: labels that would lie on each other become one.
 * A waiting ticket is shown in the middle of the zone where its visitors sit.
 */
export const pinsOn = (alerts: Iterable<Alert>, site: Site, floorId: string, now: number, label: Size): Pin[] => {
  const isNear = (a: Point, b: Point) => Math.abs(a.x - b.x) < label.width && Math.abs(a.y - b.y) < label.height
  const pins: Pin[] = []
  for (const { alert, minutes, state } of peopleToHelp(alerts, now, site.queue.longWaitMinutes).cards) {
    const place = placeOf(alert, site, floorId)
    if (!place) continue
    const near = pins.find((pin) => isNear(pin.place, place))
    if (near) {
      near.people += 1
      near.state = worse(near.state, state)
    } else pins.push({ key: alert.alertId, place, people: 1, minutes, state })
  }
  return pins
}
