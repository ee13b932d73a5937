/** By what somebody is known: a person's session, paired devices, a ticket's secret, or being a program of this box. */
import type { Badge } from './badge.ts'
import type { Bearing } from './bearing.ts'
import { isLocalProgram } from './bearing.ts'
import { deviceTokensOf, sessionTokenOf } from './cookies.ts'
import type { Devices } from './devices.ts'
import { type BoxKey, sameText } from './secrets.ts'
import type { Sessions } from './sessions.ts'

export const TICKET_HEADER = 'x-ticket-secret'

export interface Known {
  sessions: Pick<Sessions, 'badgeOf'>
  devices: Pick<Devices, 'badgeOf'>
  key: BoxKey
  /** Whether programs on this box need no badge of their own. */
  trustsLocal: boolean
}

/** Person, then devices, then the ticket's holder, then the program. Nobody: none. `ticketId` is the one that is asked for. */
export const badgesOf = (known: Known, bearing: Bearing, ticketId?: string): Badge[] => {
  const session = sessionTokenOf(bearing)
  const person = session === undefined ? undefined : known.sessions.badgeOf(session)
  const devices = deviceTokensOf(bearing).map((token) => known.devices.badgeOf(token))
  const secret = bearing.header(TICKET_HEADER)
  const holds = ticketId !== undefined && secret !== undefined && sameText(secret, known.key.ticketSecret(ticketId))
  return [
    ...(person ? [person] : []),
    ...devices.filter((badge) => badge !== undefined),
    ...(holds ? [{ role: 'ticketHolder' as const, by: 'visitor', place: ticketId, key: `ticket:${ticketId}` }] : []),
    ...(known.trustsLocal && isLocalProgram(bearing)
      ? [{ role: 'program' as const, by: 'program', key: 'program' }]
      : []),
  ]
}
