/** People to help: found by their ticket or by a camera, accepted by somebody, and over when they no longer wait. */
import { type Alert, type AlertSource, kindOf } from '#contracts/alerts.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { EventOf, Fact, HallEvent } from '#contracts/facts.ts'
import type { AcceptAlert, DismissAlert, HandOverAlert, ResolveAlert } from '#contracts/floorCommands.ts'
import { AlertId } from '#contracts/ids.ts'
import type { ReportLongStay, ReportStayOver } from '#contracts/machineCommands.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf, nextService } from '#contracts/visit.ts'
import { accept, type Decision, refuse, unreachable } from '../decision.ts'
import { type HallState, withEntry, withoutEntry } from '../state.ts'

export type AlertEvent = Extract<HallEvent, { type: `alert${string}` | 'longWaitFound' | 'helpAsked' }>

export const isOpen = ({ state }: Alert): boolean => state === 'open' || state === 'accepted'

export const nextId = (hall: HallState, offset = 0): AlertId =>
  AlertId.parse(`L${String(hall.counted.alerts + 1 + offset).padStart(4, '0')}`)

export const openAlerts = (hall: HallState): Alert[] => [...hall.alerts.values()].filter(isOpen)

/** An alert that was seen in this way. */
export type AlertBy<B extends AlertSource['by']> = Alert & { source: Extract<AlertSource, { by: B }> }

/** Of the whole day, also those that are over. */
export const alertsBy = <B extends AlertSource['by']>({ alerts }: HallState, by: B): AlertBy<B>[] =>
  [...alerts.values()].filter((alert): alert is AlertBy<B> => alert.source.by === by)

/** On each tick: tickets that have become too old, and alerts whose ticket no longer waits. */
export const watchWaits = (hall: HallState, at: Instant): HallEvent[] => {
  const over = openAlerts(hall).filter(
    ({ source }) => source.by === 'ticket' && hall.tickets.get(source.ticketId)?.state !== 'waiting',
  )
  const found = overdue(hall, at).flatMap((ticket, i): EventOf<'longWaitFound'>[] => {
    const { ticketId, number } = ticket
    const serviceId = nextService(ticket)
    if (!serviceId) return []
    const zoneId = hall.paper.services.get(serviceId)?.zoneId
    const source = { by: 'ticket' as const, ticketId, number, serviceId }
    const since = arrivalOf(ticket)
    return [{ type: 'longWaitFound', alertId: nextId(hall, i), source, since, ...(zoneId && { zoneId }) }]
  })
  return [...over.map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })), ...found]
}

/** Whether somebody has waited longer than the site lets anybody wait unnoticed. */
export const isOverdue = ({ site }: HallState, ticket: WaitingTicket, at: Instant): boolean =>
  at - arrivalOf(ticket) > site.queue.longWaitMinutes * MINUTE

/** Who waits too long and is not yet known for it: each queue is in order of arrival, so only its front is looked at. */
const overdue = (hall: HallState, at: Instant): WaitingTicket[] => {
  const late: WaitingTicket[] = []
  for (const queue of hall.queues)
    for (const ticket of queue) {
      if (!isOverdue(hall, ticket, at)) break
      late.push(ticket)
    }
  if (late.length === 0) return late
  const known = new Set([...hall.alerts.values()].map(({ source }) => source.by === 'ticket' && source.ticketId))
  return late.filter(({ ticketId }) => !known.has(ticketId)).sort((a, b) => arrivalOf(a) - arrivalOf(b))
}

const byStay = (
  hall: HallState,
  { cameraId, stayId }: Pick<ReportStayOver, 'cameraId' | 'stayId'>,
): Alert | undefined =>
  openAlerts(hall).find(
    ({ source }) => source.by === 'camera' && source.cameraId === cameraId && source.stayId === stayId,
  )

export const reportLongStay = (command: ReportLongStay, hall: HallState): Decision => {
  const { cameraId, zoneId, stayId, since, place, unconfirmed } = command
  if (byStay(hall, command)) return accept()
  const source = { by: 'camera' as const, cameraId, stayId, ...(unconfirmed && { unconfirmed }) }
  return accept({ type: 'longWaitFound', alertId: nextId(hall), source, zoneId, ...(place && { place }), since })
}

export const reportStayOver = (command: ReportStayOver, hall: HallState): Decision => {
  const alert = byStay(hall, command)
  return alert ? accept({ type: 'alertEnded', alertId: alert.alertId, how: 'over' }) : accept()
}

/** Whoever comes first goes; a second one learns who does. */
export const acceptAlert = ({ alertId, measure }: AcceptAlert, hall: HallState): Decision =>
  ifOpen(alertId, hall, ({ state, acceptedBy = '' }) =>
    state === 'accepted'
      ? refuse({ code: 'alertTaken', alertId, acceptedBy })
      : accept({ type: 'alertAccepted', alertId, ...(measure && { measure }) }),
  )

export const handOverAlert = ({ alertId }: HandOverAlert, hall: HallState): Decision =>
  ifOpen(alertId, hall, ({ state }) => (state === 'accepted' ? accept({ type: 'alertHandedOver', alertId }) : accept()))

export const resolveAlert = (command: ResolveAlert, hall: HallState): Decision => ended(command, 'resolved', hall)
export const dismissAlert = (command: DismissAlert, hall: HallState): Decision => ended(command, 'dismissed', hall)

const ended = (
  { alertId, measure, outcome }: ResolveAlert | DismissAlert,
  how: 'resolved' | 'dismissed',
  hall: HallState,
): Decision =>
  ifOpen(alertId, hall, () =>
    accept({ type: 'alertEnded', alertId, how, ...(measure && { measure }), ...(outcome && { outcome }) }),
  )

const ifOpen = (alertId: AlertId, hall: HallState, deed: (alert: Alert) => Decision): Decision => {
  const alert = hall.alerts.get(alertId)
  if (!alert) return refuse({ code: 'unknownAlert', alertId })
  return isOpen(alert) ? deed(alert) : refuse({ code: 'alertOver', alertId, state: alert.state })
}

export const evolveAlerts = (
  hall: HallState,
  { at, by: who }: Pick<Fact, 'at' | 'by'>,
  event: AlertEvent,
): HallState => {
  const { alertId } = event
  const alert = hall.alerts.get(alertId)
  const put = (next: Alert): HallState => ({ ...hall, alerts: withEntry(hall.alerts, alertId, next) })
  switch (event.type) {
    case 'longWaitFound':
    case 'helpAsked': {
      const { type, ...found } = event
      const kind = kindOf(found.source)
      const counted = { ...hall.counted, alerts: hall.counted.alerts + 1 }
      return { ...put({ ...found, kind, raisedAt: at, state: 'open' }), counted }
    }
    case 'alertAccepted': {
      const { measure } = event
      return alert
        ? put({ ...alert, state: 'accepted', acceptedAt: at, acceptedBy: who, ...(measure && { measure }) })
        : hall
    }
    case 'alertHandedOver': {
      if (!alert) return hall
      const { acceptedAt: _at, acceptedBy: _by, ...open } = alert
      return put({ ...open, state: 'open' })
    }
    case 'alertEased': {
      const easing = event.easing ? withEntry(hall.easing, alertId, at) : withoutEntry(hall.easing, alertId)
      return { ...hall, easing }
    }
    case 'alertEnded': {
      const { measure, outcome, how } = event
      return alert
        ? put({ ...alert, state: how, endedAt: at, ...(measure && { measure }), ...(outcome && { outcome }) })
        : hall
    }
    default:
      return unreachable(event)
  }
}
