/** Places to see to: a zone that is too full, and a camera that no longer sees what it should. */
import type { Alert, AlertSource } from '#contracts/alerts.ts'
import type { ReportCamera, ReportCrowding } from '#contracts/machineCommands.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision } from '../decision.ts'
import type { HallState } from '../state.ts'
import { isOpen, nextId } from './alerts.ts'

export const reportCrowding = ({ zoneId, people, since }: ReportCrowding, hall: HallState): Decision => {
  const isOf = (source: AlertSource) => source.by === 'zone' && source.zoneId === zoneId
  return people === undefined ? over(isOf, hall) : raised({ by: 'zone', zoneId, people }, isOf, since, hall)
}

export const reportCamera = ({ cameraId, problem, since }: ReportCamera, hall: HallState): Decision => {
  const isOf = (source: AlertSource) => source.by === 'sight' && source.cameraId === cameraId
  return problem === undefined ? over(isOf, hall) : raised({ by: 'sight', cameraId, problem }, isOf, since, hall)
}

const known = (isOf: (source: AlertSource) => boolean, { alerts }: HallState): Alert[] =>
  [...alerts.values()].filter(({ source }) => isOf(source))

const over = (isOf: (source: AlertSource) => boolean, hall: HallState): Decision =>
  accept(
    ...known(isOf, hall)
      .filter(isOpen)
      .map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
  )

/** Whoever has seen to it since it began is not called again. */
const raised = (
  source: AlertSource,
  isOf: (source: AlertSource) => boolean,
  since: Instant,
  hall: HallState,
): Decision => {
  if (known(isOf, hall).some((alert) => isOpen(alert) || alert.raisedAt >= since)) return accept()
  const zoneId = source.by === 'zone' ? source.zoneId : undefined
  return accept({ type: 'helpAsked', alertId: nextId(hall), source, since, ...(zoneId && { zoneId }) })
}
