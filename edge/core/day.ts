/** The service day: how one gives way to the next. */
import type { DayBegan, HallEvent } from '#contracts/facts.ts'
import { ServiceId } from '#contracts/ids.ts'
import { dayAround, instantsOf, openSpans } from '#contracts/opening.ts'
import type { SiteWindow } from '#contracts/site.ts'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { withSetup } from './cameras.ts'
import { openAlerts } from './care/alerts.ts'
import { liveCards } from './care/cards.ts'
import { over } from './care/grouping.ts'
import { takenOver } from './fleet/courses.ts'
import { isOpen as isOpenMission } from './fleet/ongoing.ts'
import { learnedUntil } from './forecast/daily.ts'
import { stillToCome } from './queue/appointments.ts'
import { emptyHall, type HallState } from './state.ts'
import { Table } from './table.ts'

/** Whether a new service day has to begin before anything else is decided. */
export const isNewDay = (hall: HallState, at: Instant): boolean => hall.day === undefined || at >= hall.day.until

/** Whoever still waited at midnight is told apart from those who were served, and nobody is left to be helped. */
export const endDay = (hall: HallState, dawn: Instant): HallEvent[] => [
  ...[...hall.tickets.keys()].map((ticketId) => ({ type: 'ticketExpired' as const, ticketId })),
  ...[...hall.appointments.values()]
    .filter(({ state, until }) => state === 'booked' && until <= dawn)
    .map(({ code }) => ({ type: 'appointmentMissed' as const, code })),
  ...openAlerts(hall).map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
  ...liveCards(hall).flatMap((card) => over({ ...card, count: 0 })),
  ...[...hall.staff.keys()].map((staffId) => ({ type: 'staffOffDuty' as const, staffId })),
]

/** The fact that ends the old day and begins the one around `at`. */
export const beginDay = (hall: HallState, at: Instant): DayBegan => {
  const today = dayAround(at, hall.site.timeZone)
  const courses = [...hall.courses].map(([robotId, course]) => ({ robotId, course }))
  const appointments = stillToCome(hall, today.from)
  return {
    type: 'dayBegan',
    ...today,
    counted: hall.counted,
    missions: [...hall.missions.values()].filter(isOpenMission),
    ...(courses.length > 0 && { courses }),
    ...(appointments.length > 0 && { appointments }),
    learned: learnedUntil(hall),
    ...(hall.setups.size > 0 && { cameras: [...hall.setups].map(([cameraId, setup]) => ({ cameraId, setup })) }),
  }
}

/** Lines, windows and alerts begin anew; robots with their open missions, appointments and what was learned live on. */
export const evolveDay = (hall: HallState, at: Instant, began: DayBegan): HallState => {
  const { day, from, until, counted, missions, appointments = [], learned = hall.learned, cameras = [] } = began
  const { site, setups } = cameras.reduce((known, { cameraId, setup }) => withSetup(known, cameraId, setup), hall)
  const fresh = emptyHall(site)
  return {
    ...fresh,
    setups,
    paper: hall.paper,
    day: { day, from, until, open: openSpans(site.hours, site.timeZone, from) },
    windows: Table.of(site.windows.map((desk) => [desk.windowId, closedWindow(desk, day, site.timeZone, at)])),
    robots: hall.robots,
    ...takenOver(began, hall),
    lifts: hall.lifts,
    doors: hall.doors,
    missions: new Map(missions.map((mission) => [mission.missionId, mission])),
    appointments: new Map(appointments.map((appointment) => [appointment.code, appointment])),
    counted,
    learned,
    pace: Table.of(Object.entries(learned.pace).map(([id, pace]) => [ServiceId.parse(id), pace])),
  }
}

const closedWindow = (
  { windowId, serviceIds, breaks }: SiteWindow,
  day: ServiceDay,
  timeZone: string,
  at: Instant,
): ServiceWindow => ({
  windowId,
  state: 'closed',
  serviceIds,
  since: at,
  ...(breaks.length > 0 && { breaks: instantsOf(breaks, day, timeZone) }),
})
