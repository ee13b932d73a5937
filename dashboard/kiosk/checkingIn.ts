/** What an appointment is worth at this moment: in time, early or late, for another day, or over. */
import type { Appointment } from '#contracts/appointments.ts'
import { localTime } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'

export type Standing = 'early' | 'inTime' | 'late' | 'otherDay' | 'arrived' | 'cancelled' | 'missed'

const MINUTE = 60_000

type Rules = Pick<Site, 'timeZone' | 'queue'>

/** Early counts as having come when the slot begins; late is no appointment any more, but a number as for anybody. */
export const standingOf = ({ state, from }: Appointment, { timeZone, queue }: Rules, at: Instant): Standing => {
  if (state !== 'booked') return state
  const [day, today] = [localTime(from, timeZone).day, localTime(at, timeZone).day]
  if (day !== today) return day < today ? 'missed' : 'otherDay'
  if (at < from) return 'early'
  return at > from + queue.appointments.lateMinutes * MINUTE ? 'late' : 'inTime'
}

/** Those that can be checked in. */
export const mayCheckIn = (standing: Standing): boolean => ['early', 'inTime', 'late'].includes(standing)
