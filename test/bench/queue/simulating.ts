/** One service day in virtual time: visitors come, clerks press, and the production core decides who is called where. */
import type { Command } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '#edge/core/state.ts'
import { freeWindows } from '#edge/core/windows/balancing.ts'
import { createAgenda } from './agenda.ts'
import type { Visitor } from './crowds.ts'
import type { House } from './house.ts'

export interface Visit {
  visitor: Visitor
  /** As it was called. */
  ticket: Ticket
  /** From the number to the call. */
  waited: number
  /** No free window could serve it when it came. */
  hadToWait: boolean
}

export interface DayPlan {
  house: House
  opensAt: Instant
  /** In the order in which they come. */
  visitors: readonly Visitor[]
  /** By how much a clerk takes longer than usual: 1 is usual. */
  slowness?: (windowId: WindowId) => number
  /** Whether the hall sees time pass, once a minute: for what it does by itself. */
  ticks?: boolean
  /** Sees the hall as a visitor who has to wait finds it, before the number is given out. */
  beforeWaiting?: (visitor: Visitor, hall: HallState, at: Instant) => void
}

/** A refusal here is a fault of the simulation. */
const accepted = (house: House, command: Command, at: Instant): HallEvent[] => {
  const answer = house.ask(command, at)
  if (!answer.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(answer.refusal)}`)
  return answer.events
}

/** In the order in which visitors are called, until the last has been served. */
export const simulateDay = (plan: DayPlan): Visit[] => {
  const { house, opensAt, visitors, slowness = () => 1, ticks = false, beforeWaiting } = plan
  const agenda = createAgenda()
  const inside = new Map<TicketId, { visitor: Visitor; hadToWait: boolean }>()
  const visits: Visit[] = []
  let served = 0
  const midnight = (): Instant => house.now().day?.until ?? opensAt

  /** A clerk presses, and serves whoever is called; nobody may wait for this window. */
  const press = (windowId: WindowId, at: Instant): void => {
    const answer = house.ask({ type: 'callNext', windowId }, at)
    if (!answer.ok && answer.refusal.code === 'nobodyWaiting') return
    const call = answer.ok ? answer.events.find(({ type }) => type === 'ticketCalled') : undefined
    const ticket = call?.type === 'ticketCalled' ? house.now().tickets.get(call.ticketId) : undefined
    const known = ticket && inside.get(ticket.ticketId)
    if (!known) throw new Error(`${windowId} called nobody: ${JSON.stringify(answer)}`)
    visits.push({ ...known, ticket, waited: at - ticket.issuedAt })
    accepted(house, { type: 'startServing', windowId }, at)
    agenda.put(at + Math.max(1, Math.round(known.visitor.takes * slowness(windowId))), (later) => {
      if (later >= midnight()) throw new Error(`${windowId} still serves at midnight: too many visitors for the hall`)
      accepted(house, { type: 'finishServing', windowId }, later)
      served++
      if (house.now().windows.get(windowId)?.state === 'open') press(windowId, later)
    })
  }

  const come = (visitor: Visitor, at: Instant): void => {
    const { serviceId, lane } = visitor
    const free = freeWindows(house.now()).find(({ serviceIds }) => serviceIds.includes(serviceId))
    if (!free) beforeWaiting?.(visitor, house.now(), at)
    const issued = accepted(house, { type: 'issueTicket', serviceIds: [serviceId], lane }, at)
    for (const event of issued)
      if (event.type === 'ticketIssued') inside.set(event.ticketId, { visitor, hadToWait: !free })
    if (free) press(free.windowId, at)
  }

  const expect = (i: number): void => {
    const visitor = visitors[i]
    if (!visitor) return
    agenda.put(opensAt + visitor.comes, (at) => {
      expect(i + 1)
      come(visitor, at)
    })
  }

  /** Whatever the hall has opened or changed by itself, its clerk presses. */
  const pass = (at: Instant): void => {
    const events = accepted(house, { type: 'tick' }, at)
    if (events.some(({ type }) => type === 'windowOpened' || type === 'windowServicesSet'))
      for (const { windowId } of freeWindows(house.now())) press(windowId, at)
    if (served < visitors.length) agenda.put(at + MINUTE, pass)
  }

  for (const { windowId, tidal } of house.site.windows)
    if (!tidal) accepted(house, { type: 'openWindow', windowId }, opensAt)
  expect(0)
  if (ticks) agenda.put(opensAt, pass)
  agenda.run()
  if (visits.length < visitors.length) throw new Error(`${visitors.length - visits.length} visitors were never called`)
  return visits
}
