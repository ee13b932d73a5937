/** What becomes of windows with each fact. */
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { unreachable } from '../decision.ts'
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
  const { ticketId: _, ...free } = desk
  return windows.with(windowId, { ...free, ...(ticketId && { ticketId }), ...(undoable && { undoable }) })
}

export const evolveWindows = (hall: HallState, { at }: Fact, event: WindowEvent): HallState => {
  const { windowId } = event
  const changed = (change: Partial<ServiceWindow>): HallState => ({
    ...hall,
    windows: withWindow(hall, windowId, change),
  })
  switch (event.type) {
    case 'windowOpened': {
      const { serviceIds, tide } = event
      return changed({ state: 'open', serviceIds, since: at, ...(tide && { tide: true }) })
    }
    case 'windowClosed': {
      const { tide: _, undoable: _undone, ...desk } = hall.windows.get(windowId) ?? {}
      return {
        ...hall,
        windows: hall.windows.with(windowId, { ...(desk as ServiceWindow), state: 'closed', since: at }),
      }
    }
    case 'windowPaused':
      return changed({ state: 'paused', since: at })
    case 'windowResumed':
      return changed({ state: 'open', since: at })
    case 'windowServicesSet':
      return changed({ serviceIds: event.serviceIds })
    case 'windowBreaksSet':
      return changed({ breaks: event.breaks })
    default:
      return unreachable(event)
  }
}
