/** What becomes of windows with each fact. */
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { ServiceId, TicketId, WindowId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { unreachable } from '../decision.ts'
import { standOf } from '../queue/stand.ts'
import type { HallState } from '../state.ts'

export type WindowEvent = Extract<HallEvent, { type: `window${string}` }>

export const withWindow = (
  { windows }: HallState,
  windowId: WindowId,
  change: Partial<ServiceWindow>,
): HallState['windows'] => {
  const before = windows.get(windowId) ?? { windowId, state: 'closed', serviceIds: [], since: 0 }
  return windows.with(windowId, { ...before, ...change })
}

/** The windows with this ticket at one of them, or nobody there; and what can be undone at it, if a deed led to that. */
export const atWindow = (
  { windows }: HallState,
  windowId: WindowId,
  ticketId: TicketId | undefined,
  undoable?: ServiceWindow['undoable'],
): HallState['windows'] => {
  const desk = windows.get(windowId)
  if (!desk) return windows
  const { state, serviceIds, since, tide, breaks, rating } = desk
  return windows.with(windowId, {
    windowId,
    state,
    serviceIds,
    since,
    ...(ticketId && { ticketId }),
    ...(undoable && { undoable }),
    ...(tide && { tide }),
    ...(breaks && { breaks }),
    ...(rating && { rating }),
  })
}

export const evolveWindows = (hall: HallState, { at }: Fact, event: WindowEvent): HallState => {
  const { windowId } = event
  const changed = (change: Partial<ServiceWindow>): HallState => ({
    ...hall,
    windows: withWindow(hall, windowId, change),
  })
  const doing = (serviceIds: readonly ServiceId[], change: Partial<ServiceWindow>): HallState => ({
    ...changed({ ...change, serviceIds: [...serviceIds] }),
    stands: hall.stands.with(windowId, standOf(hall.paper, windowId, serviceIds)),
  })
  switch (event.type) {
    case 'windowOpened':
      return doing(event.serviceIds, { state: 'open', since: at, ...(event.tide && { tide: true }) })
    case 'windowClosed':
      return { ...hall, windows: closed(hall.windows, windowId, at) }
    case 'windowPaused':
      return changed({ state: 'paused', since: at })
    case 'windowResumed':
      return changed({ state: 'open', since: at })
    case 'windowServicesSet':
      return doing(event.serviceIds, {})
    case 'windowBreaksSet':
      return changed({ breaks: event.breaks })
    default:
      return unreachable(event)
  }
}

/** Nothing of the tide that opened it, and nothing to undo, outlives a window's closing. */
const closed = (windows: HallState['windows'], windowId: WindowId, at: Instant): HallState['windows'] => {
  const desk = windows.get(windowId)
  if (!desk) return windows
  const { tide: _tide, undoable: _undone, ...kept } = desk
  return windows.with(windowId, { ...kept, state: 'closed', since: at })
}
