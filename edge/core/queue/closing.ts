/** The last number of the day: given out as long as the hall can still serve it, by what it predicts. */

import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { callTimeOf } from '../forecast/estimate.ts'
import { minutesOf } from '../forecast/pace.ts'
import type { HallState } from '../state.ts'

/** Earlier than this before closing, nobody is told that it is too late. */
const LATE = 3 * HOUR

type Issued = Omit<WaitingTicket, 'issuedAt' | 'calls' | 'state'>

/** Why a ticket taken now would come too late, if it would. */
export const closingBefore = (issued: Issued, hall: HallState, at: Instant): Refusal | undefined => {
  const closesAt = hall.day?.open.at(-1)?.until
  if (hall.site.queue.outsideHours === 'accept' || closesAt === undefined || closesAt - at > LATE) return undefined
  const { serviceIds } = issued
  const calledAt = callTimeOf({ ...issued, issuedAt: at, calls: 0, state: 'waiting' }, hall, at) ?? at
  const takes = serviceIds.reduce((sum, serviceId) => sum + minutesOf(hall, serviceId), 0) * MINUTE
  if (calledAt + takes <= closesAt) return undefined
  return { code: 'noTimeLeft', serviceIds, closesAt, calledAt }
}
