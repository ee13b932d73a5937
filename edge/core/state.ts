/** What the hall remembers: a fold over the facts, as small as the present. */
import type { Alert } from '#contracts/alerts.ts'
import type { Appointment } from '#contracts/appointments.ts'
import type { CallReason } from '#contracts/callReasons.ts'
import type { Card, StaffMember } from '#contracts/cards.ts'
import type { Course } from '#contracts/courses.ts'
import type {
  AlertId,
  AppointmentCode,
  CameraId,
  CardId,
  DoorId,
  KioskId,
  LiftId,
  MissionId,
  RobotId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
  WindowId,
} from '#contracts/ids.ts'
import type { Learned, Pace } from '#contracts/learning.ts'
import type { HallDoor, HallLift } from '#contracts/lifts.ts'
import type { Mission } from '#contracts/missions.ts'
import type { OpenSpan } from '#contracts/opening.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { CameraSetup } from '#contracts/siteCameras.ts'
import type { Call, Ticket } from '#contracts/tickets.ts'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import type { Deed, ServiceWindow } from '#contracts/windows.ts'
import { nothingLearned } from './forecast/learning.ts'
import { type Paper, paperOf } from './paper.ts'
import { emptyQueues, type Queues } from './queue/line.ts'
import { type Stand, standOf } from './queue/stand.ts'
import { Table } from './table.ts'
import { type DayTally, emptyTally } from './tally.ts'

/** One service day: its name, local midnight, the next one, and when the hall is open between them. */
export interface Day {
  readonly day: ServiceDay
  readonly from: Instant
  readonly until: Instant
  readonly open: readonly OpenSpan[]
}

/** What a window remembers of its last visitors. */
export interface Desk {
  /** Walk-ins called since the last visitor of another lane. */
  readonly streak: number
  /** The last deed, and the ticket as it was before. */
  readonly last?: {
    readonly deed: Deed
    readonly at: Instant
    readonly ticket: Ticket
    readonly reason?: CallReason
    /** As it was before. */
    readonly streak: number
  }
}

export interface HallState {
  readonly site: Site
  readonly paper: Paper
  readonly day: Day | undefined
  /** Those in the hall; and the last that have left it, oldest first. */
  readonly tickets: Table<TicketId, Ticket>
  readonly gone: readonly Ticket[]
  /** The waiting ones among them, as they wait. */
  readonly queues: Queues
  /** Numbers given out today, by letter; of these, still unused in the blocks of kiosks. */
  readonly issued: ReadonlyMap<string, number>
  readonly leased: ReadonlyMap<TicketNumber, KioskId>
  /** Visitors that came today, by service. */
  readonly taken: Table<ServiceId, number>
  readonly reasons: Table<TicketId, CallReason>
  /** The last announcements, newest first. */
  readonly calls: readonly Call[]
  readonly windows: Table<WindowId, ServiceWindow>
  readonly desks: Table<WindowId, Desk>
  /** From which queues each window calls, by the services it does now. */
  readonly stands: Table<WindowId, Stand>
  readonly robots: ReadonlyMap<RobotId, Robot>
  /** Of robots whose place is known; the nodes of all bases are different. */
  readonly courses: ReadonlyMap<RobotId, Course>
  /** The next turn of the plans. */
  readonly turn: number
  readonly lifts: ReadonlyMap<LiftId, HallLift>
  readonly doors: ReadonlyMap<DoorId, HallDoor>
  readonly missions: ReadonlyMap<MissionId, Mission>
  /** Of cameras that have been set up otherwise than in the site file; `site` has them too. */
  readonly setups: ReadonlyMap<CameraId, CameraSetup>
  readonly alerts: ReadonlyMap<AlertId, Alert>
  /** Since when alerts have been well below what raised them. */
  readonly easing: ReadonlyMap<AlertId, Instant>
  /** Of today, also those that are over. */
  readonly cards: ReadonlyMap<CardId, Card>
  /** On duty. */
  readonly staff: ReadonlyMap<StaffId, StaffMember>
  readonly appointments: ReadonlyMap<AppointmentCode, Appointment>
  readonly counted: {
    readonly missions: number
    readonly alerts: number
    readonly orders: number
    readonly cards: number
  }
  readonly tally: DayTally
  /** As it was when the day began, but for what follows it during the day. */
  readonly learned: Learned
  readonly pace: Table<ServiceId, Pace>
}

/** A hall before its first day: every window of the site, closed. */
export const emptyHall = (site: Site): HallState => {
  const paper = paperOf(site)
  return {
    site,
    paper,
    day: undefined,
    tickets: Table.empty(),
    gone: [],
    queues: emptyQueues(paper),
    issued: new Map(),
    leased: new Map(),
    taken: Table.empty(),
    reasons: Table.empty(),
    calls: [],
    windows: Table.of(
      site.windows.map(({ windowId, serviceIds }) => [windowId, { windowId, state: 'closed', serviceIds, since: 0 }]),
    ),
    desks: Table.empty(),
    stands: Table.of(site.windows.map(({ windowId, serviceIds }) => [windowId, standOf(paper, windowId, serviceIds)])),
    robots: new Map(),
    courses: new Map(),
    turn: 1,
    lifts: new Map(),
    doors: new Map(),
    missions: new Map(),
    setups: new Map(),
    alerts: new Map(),
    easing: new Map(),
    cards: new Map(),
    staff: new Map(),
    appointments: new Map(),
    counted: { missions: 0, alerts: 0, orders: 0, cards: 0 },
    tally: emptyTally,
    learned: nothingLearned,
    pace: Table.empty(),
  }
}

/** A ticket in the hall, or one that left it a while ago. */
export const ticketOf = ({ tickets, gone }: HallState, ticketId: TicketId): Ticket | undefined =>
  tickets.get(ticketId) ?? gone.findLast((ticket) => ticket.ticketId === ticketId)

/** A copy with one entry set; for maps that change seldom. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value)

export const withoutEntry = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const copy = new Map(map)
  copy.delete(key)
  return copy
}
