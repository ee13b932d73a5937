/** One service waits far longer than the others, while windows that can do it do not: somebody who may open one should know. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { LANES, queueOfService } from '../queue/line.ts'
import type { HallState } from '../state.ts'
import { isOpenNow, longestFor } from '../windows/tides.ts'
import { type AlertBy, alertsBy, isOpen, nextId } from './alerts.ts'

/** For fewer nobody opens a window. */
const FEWEST = 3

/** How far one service is behind the others, and which windows could do it and do not. */
interface Lag {
  readonly serviceId: ServiceId
  readonly people: number
  readonly waitedMinutes: number
  /** More than half of the other services wait. */
  readonly aheadMinutes: number
  readonly windowIds: WindowId[]
}

type Imbalance = AlertBy<'imbalance'>

export const watchImbalance = (hall: HallState, at: Instant, offset: number): HallEvent[] => {
  const lags = lagsOf(hall, at)
  const { imbalanceMinutes } = hall.site.care
  const known = alertsBy(hall, 'imbalance')
  const fresh = lags.filter(
    (lag) =>
      lag.aheadMinutes >= imbalanceMinutes &&
      lag.people >= FEWEST &&
      lag.windowIds.length > 0 &&
      !known.some((alert) => alert.source.serviceId === lag.serviceId && isSeenTo(alert, hall, at)),
  )
  const open = known.filter(isOpen)
  return [
    ...open.flatMap((alert) => eased(alert, lags, hall, at)),
    ...fresh.map((lag, i) => asked(lag, hall, at, offset + i)),
  ]
}

/** Where no window is open yet, every service waits alike. */
const lagsOf = (hall: HallState, at: Instant): Lag[] => {
  if (!isOpenNow(hall, at) || ![...hall.windows.values()].some(({ state }) => state === 'open')) return []
  const waits = hall.site.services.map(({ serviceId }, index) => ({
    serviceId,
    people: LANES.reduce((sum, lane) => sum + (hall.queues[queueOfService(index, lane)]?.length ?? 0), 0),
    waitedMinutes: longestFor(hall, [serviceId], at)?.waitedMinutes ?? 0,
  }))
  if (waits.length < 2) return []
  return waits.map((one) => {
    const others = waits.filter((other) => other !== one).map(({ waitedMinutes }) => waitedMinutes)
    return {
      ...one,
      aheadMinutes: one.waitedMinutes - medianOf(others),
      windowIds: idleFor(one.serviceId, hall),
    }
  })
}

const medianOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Closed, or open for other services; whoever has paused is away. */
const idleFor = (serviceId: ServiceId, { site, windows }: HallState): WindowId[] =>
  site.windows
    .filter((desk) => desk.serviceIds.includes(serviceId))
    .filter(({ windowId }) => {
      const desk = windows.get(windowId)
      return desk && (desk.state === 'closed' || (desk.state === 'open' && !desk.serviceIds.includes(serviceId)))
    })
    .map(({ windowId }) => windowId)

/** It is known, or somebody has seen to it a while ago: if it stays so, they are told again. */
const isSeenTo = (alert: Imbalance, { site }: HallState, at: Instant): boolean =>
  isOpen(alert) || (alert.state !== 'over' && at - (alert.endedAt ?? 0) < site.care.reopenMinutes * MINUTE)

const eased = (alert: Imbalance, lags: readonly Lag[], { site, easing }: HallState, at: Instant): HallEvent[] => {
  const { alertId } = alert
  const easingSince = easing.get(alertId)
  const { imbalanceMinutes, closeBelowShare, closeAfterSeconds } = site.care
  const lag = lags.find(({ serviceId }) => serviceId === alert.source.serviceId)
  const presses =
    lag !== undefined && lag.windowIds.length > 0 && lag.aheadMinutes >= closeBelowShare * imbalanceMinutes
  if (presses) return easingSince === undefined ? [] : [{ type: 'alertEased', alertId, easing: false }]
  if (easingSince === undefined) return [{ type: 'alertEased', alertId, easing: true }]
  return at - easingSince < closeAfterSeconds * SECOND ? [] : [{ type: 'alertEnded', alertId, how: 'over' }]
}

const asked = (lag: Lag, hall: HallState, at: Instant, offset: number): EventOf<'helpAsked'> => {
  const { serviceId, waitedMinutes, windowIds } = lag
  const zoneId = hall.paper.services.get(serviceId)?.zoneId
  return {
    type: 'helpAsked',
    alertId: nextId(hall, offset),
    source: { by: 'imbalance', serviceId, waitedMinutes: Math.floor(waitedMinutes), windowIds },
    ...(zoneId && { zoneId }),
    since: at,
  }
}
