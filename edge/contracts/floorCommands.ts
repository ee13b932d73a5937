/** What floor staff ask: errands of robots, and who goes to help whom. */
import { z } from 'zod'
import { Measure } from './alerts.ts'
import { command } from './command.ts'
import { AlertId, MissionId, PlaceId, TicketId } from './ids.ts'
import { MissionKind } from './missions.ts'

export const RequestMission = command('requestMission', {
  kind: MissionKind,
  from: PlaceId,
  to: PlaceId,
  note: z.string().max(200).optional(),
  /** Whose papers these are. */
  ticketId: TicketId.optional(),
  priority: z.int().min(0).max(9).default(0),
})
export type RequestMission = z.infer<typeof RequestMission>

export const CancelMission = command('cancelMission', { missionId: MissionId })
export type CancelMission = z.infer<typeof CancelMission>

export const AcceptAlert = command('acceptAlert', { alertId: AlertId, measure: Measure.optional() })
export type AcceptAlert = z.infer<typeof AcceptAlert>

/** Gives the person back to the list, for a colleague to accept. */
export const HandOverAlert = command('handOverAlert', { alertId: AlertId })
export type HandOverAlert = z.infer<typeof HandOverAlert>

const ending = { alertId: AlertId, measure: Measure.optional(), outcome: z.string().max(200).optional() }

export const ResolveAlert = command('resolveAlert', ending)
export type ResolveAlert = z.infer<typeof ResolveAlert>

/** Nobody needed help: a mistake of ours. */
export const DismissAlert = command('dismissAlert', ending)
export type DismissAlert = z.infer<typeof DismissAlert>
