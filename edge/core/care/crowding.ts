/** Places and things to see to: a zone that is too full, a camera that no longer sees what it should, a device that fails. */
import type { Alert, AlertSource } from '#contracts/alerts.ts'
import type { ReportDevice } from '#contracts/careCommands.ts'
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

/** One that is silent cannot say that its printer fails: the newer problem takes the place of the older. */
export const reportDevice = ({ deviceId, problem, since }: ReportDevice, hall: HallState): Decision => {
  const isOf = (source: AlertSource) => source.by === 'device' && source.deviceId === deviceId
  if (problem === undefined) return over(isOf, hall)
  const isSame = (source: AlertSource) => isOf(source) && 'problem' in source && source.problem === problem
  const gone = over((source) => isOf(source) && !isSame(source), hall)
  const come = raised({ by: 'device', deviceId, problem }, isSame, since, hall)
  return gone.ok && come.ok ? accept(...gone.events, ...come.events) : come
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
