/** Long waits on the plan: people who are close to each other share one pin. */
import type { Alert } from '#contracts/alerts.ts'
import type { Site } from '#contracts/site.ts'
import { type Helping, type HelpState, peopleToHelp } from '../wall/helping.ts'
import { middleOf, type Point, type Size } from './scale.ts'

export interface Pin {
  readonly key: string
  readonly place: Point
  people: number
  /** Of the one who is worst off, and among those has waited longest. */
  readonly minutes: number
  /** Of the same; fine when somebody is on the way to each of them. */
  readonly state: HelpState
}

const placeOf = (alert: Alert, site: Site, floorId: string): Point | undefined => {
  if (alert.place) return alert.place.floorId === floorId ? alert.place : undefined
  const zone = site.zones.find(({ zoneId }) => zoneId === alert.zoneId)
  return zone?.floorId === floorId ? middleOf(zone.outline) : undefined
}

export interface PinsAsked extends Omit<Helping, 'longWaitMinutes'> {
  readonly site: Site
  readonly floorId: string
  readonly label: Size
}

/**
 * Pins of one floor, places and the size of a pin's label in metres: labels that would lie on each other become one.
 * A waiting ticket is shown in the middle of the zone where its visitors sit.
 */
export const pinsOn = (alerts: Iterable<Alert>, { site, floorId, label, ...helping }: PinsAsked): Pin[] => {
  const isNear = (a: Point, b: Point) => Math.abs(a.x - b.x) < label.width && Math.abs(a.y - b.y) < label.height
  const pins: Pin[] = []
  for (const { alert, minutes, state } of peopleToHelp(alerts, {
    ...helping,
    longWaitMinutes: site.queue.longWaitMinutes,
  })) {
    const place = placeOf(alert, site, floorId)
    if (!place) continue
    const near = pins.find((pin) => isNear(pin.place, place))
    if (near) near.people += 1
    else pins.push({ key: alert.alertId, place, people: 1, minutes, state })
  }
  return pins
}
