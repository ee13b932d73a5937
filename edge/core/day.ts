/** The service day: how one gives way to the next. */
import type { DayBegan, HallEvent } from '#contracts/facts.ts'
import { dayAround } from '#contracts/opening.ts'
import type { Instant } from '#contracts/time.ts'
import { openAlerts } from './care/alerts.ts'
import { emptyHall, type HallState } from './state.ts'

/** Whether a new service day has to begin before anything else is decided. */
export const isNewDay = (hall: HallState, at: Instant): boolean => hall.day === undefined || at >= hall.day.until

/** Whoever still waited at midnight is told apart from those who were served, and nobody is left to be helped. */
export const endDay = (hall: HallState): HallEvent[] => [
  ...[...hall.tickets.keys()].map((ticketId) => ({ type: 'ticketExpired' as const, ticketId })),
  ...openAlerts(hall).map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
]

/** The fact that ends the old day and begins the one around `at`. */
export const beginDay = (hall: HallState, at: Instant): DayBegan => ({
  type: 'dayBegan',
  ...dayAround(at, hall.site.timeZone),
  counted: hall.counted,
  missions: [...hall.missions.values()].filter(({ state }) => ['waiting', 'assigned', 'underway'].includes(state)),
})

/** Lines, windows and alerts begin anew; robots and their open missions live on. */
export const evolveDay = (
  hall: HallState,
  at: Instant,
  { day, from, until, counted, missions }: DayBegan,
): HallState => {
  const fresh = emptyHall(hall.site)
  return {
    ...fresh,
    day: { day, from, until },
    windows: new Map([...fresh.windows].map(([id, closed]) => [id, { ...closed, since: at }])),
    robots: hall.robots,
    missions: new Map(missions.map((mission) => [mission.missionId, mission])),
    counted,
  }
}
