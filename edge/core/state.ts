/** What the hall remembers: a fold over the facts, as small as the present. */
import type { Alert } from '#contracts/alerts.ts'
import type { AlertId, MissionId, RobotId, TicketId, WindowId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { Call, CallReason, Ticket } from '#contracts/tickets.ts'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

/** The day so far, in counts: all that is left of tickets that have gone. */
export interface DayTally {
  readonly served: number
  readonly missed: number
  /** Called visitors by whole minutes waited; the last cell holds all longer waits. */
  readonly waits: readonly number[]
  /** Issued tickets by quarter of an hour since local midnight. */
  readonly arrivals: readonly number[]
  readonly delivered: number
  /** Called visitors that had been told a time, and those called within the told p80. */
  readonly told: number
  readonly kept: number
}

/** One service day: its name, local midnight, and the next one. */
export interface Day {
  readonly day: ServiceDay
  readonly from: Instant
  readonly until: Instant
}

export interface HallState {
  readonly site: Site
  readonly day: Day | undefined
  /** Those in the hall, and the last that have left it. */
  readonly tickets: ReadonlyMap<TicketId, Ticket>
  readonly gone: ReadonlyMap<TicketId, Ticket>
  /** Numbers given out today, by letter. */
  readonly issued: ReadonlyMap<string, number>
  readonly reasons: ReadonlyMap<TicketId, CallReason>
  /** The last announcements, newest first. */
  readonly calls: readonly Call[]
  readonly windows: ReadonlyMap<WindowId, ServiceWindow>
  readonly robots: ReadonlyMap<RobotId, Robot>
  readonly missions: ReadonlyMap<MissionId, Mission>
  readonly alerts: ReadonlyMap<AlertId, Alert>
  readonly counted: { readonly missions: number; readonly alerts: number }
  readonly tally: DayTally
}

/** Waits of this many minutes and more share the last cell of the tally. */
export const LONGEST_TALLIED_MINUTES = 240

export const emptyTally: DayTally = {
  served: 0,
  missed: 0,
  waits: new Array<number>(LONGEST_TALLIED_MINUTES + 1).fill(0),
  arrivals: new Array<number>(96).fill(0),
  delivered: 0,
  told: 0,
  kept: 0,
}

/** A hall before its first day: every window of the site, closed. */
export const emptyHall = (site: Site): HallState => ({
  site,
  day: undefined,
  tickets: new Map(),
  gone: new Map(),
  issued: new Map(),
  reasons: new Map(),
  calls: [],
  windows: new Map(
    site.windows.map(({ windowId, serviceIds }) => [windowId, { windowId, state: 'closed', serviceIds, since: 0 }]),
  ),
  robots: new Map(),
  missions: new Map(),
  alerts: new Map(),
  counted: { missions: 0, alerts: 0 },
  tally: emptyTally,
})

/** A copy with one entry set; for maps as small as the present. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value)

export const withoutEntry = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const copy = new Map(map)
  copy.delete(key)
  return copy
}
