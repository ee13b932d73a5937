/** Windows: open, closed, paused, what each does, and when its clerk is away. */

import { HOUR } from '#contracts/durations.ts'
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type {
  CloseWindow,
  OpenWindow,
  PauseWindow,
  ResumeWindow,
  SetBreaks,
  SetWindowServices,
} from '#contracts/windowCommands.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'

/** Opening an open window with other services changes them; with the same ones it changes nothing. */
export const openWindow = ({ windowId, serviceIds: asked }: OpenWindow, hall: HallState): Decision => {
  const serviceIds = asked && [...new Set(asked)]
  const refusal = cannot(windowId, serviceIds ?? [], hall)
  if (refusal) return refusal
  const desk = hall.windows.get(windowId)
  const onPaper = hall.paper.windows.get(windowId)
  if (!desk || !onPaper) return refuse({ code: 'unknownWindow', windowId })
  if (desk.state === 'closed')
    return accept({ type: 'windowOpened', windowId, serviceIds: serviceIds ?? onPaper.serviceIds })
  const changed = serviceIds && !sameServices(serviceIds, desk.serviceIds)
  return accept(
    ...(desk.state === 'paused' ? [{ type: 'windowResumed' as const, windowId }] : []),
    ...(changed ? [{ type: 'windowServicesSet' as const, windowId, serviceIds }] : []),
  )
}

export const closeWindow = ({ windowId }: CloseWindow, hall: HallState): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.ticketId) return refuse({ code: 'windowBusy', windowId, ticketId: desk.ticketId })
  return desk.state === 'closed' ? accept() : accept({ type: 'windowClosed', windowId })
}

/** A visitor at the window is served to the end; only nobody else is called. */
export const pauseWindow = ({ windowId }: PauseWindow, hall: HallState): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.state === 'closed') return refuse({ code: 'windowClosed', windowId })
  return desk.state === 'paused' ? accept() : accept({ type: 'windowPaused', windowId })
}

export const resumeWindow = ({ windowId }: ResumeWindow, hall: HallState): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.state === 'closed') return refuse({ code: 'windowClosed', windowId })
  return desk.state === 'open' ? accept() : accept({ type: 'windowResumed', windowId })
}

export const setWindowServices = ({ windowId, serviceIds: asked }: SetWindowServices, hall: HallState): Decision => {
  const serviceIds = [...new Set(asked)]
  const refusal = cannot(windowId, serviceIds, hall)
  if (refusal) return refusal
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.state === 'closed') return refuse({ code: 'windowClosed', windowId })
  if (sameServices(serviceIds, desk.serviceIds)) return accept()
  return accept({ type: 'windowServicesSet', windowId, serviceIds })
}

/** Breaks of today, in order, each ending after it begins. */
export const setBreaks = ({ windowId, breaks }: SetBreaks, hall: HallState): Decision => {
  if (!hall.windows.has(windowId)) return refuse({ code: 'unknownWindow', windowId })
  const wrong = breaks.find(({ from, until }) => until <= from || until - from > LONGEST_BREAK)
  if (wrong) return refuse({ code: 'wrongBreak', windowId, ...wrong })
  return accept({ type: 'windowBreaksSet', windowId, breaks: [...breaks].sort((a, b) => a.from - b.from) })
}

const LONGEST_BREAK = 4 * HOUR

const sameServices = (some: readonly ServiceId[], others: readonly ServiceId[]): boolean =>
  some.length === others.length && some.every((serviceId) => others.includes(serviceId))

/** Why the window cannot do these services, if it cannot. */
const cannot = (windowId: WindowId, serviceIds: readonly ServiceId[], hall: HallState): Decision | undefined => {
  const unknown = serviceIds.find((serviceId) => !hall.paper.services.has(serviceId))
  if (unknown) return refuse({ code: 'unknownService', serviceId: unknown })
  const onPaper = hall.paper.windows.get(windowId)
  const beyond = serviceIds.filter((serviceId) => !onPaper?.serviceIds.includes(serviceId))
  return onPaper && beyond.length > 0 ? refuse({ code: 'windowCannot', windowId, serviceIds: beyond }) : undefined
}
