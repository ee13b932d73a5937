/** What floor staff ask around cards: who is on duty where, who goes, and what came of it. */
import { z } from 'zod'
import { DeviceProblem, Measure } from './alerts.ts'
import { StaffRole } from './cards.ts'
import { command } from './command.ts'
import { asHolder, inHands } from './holding.ts'
import { CardId, StaffId, ZoneId } from './ids.ts'
import { Instant } from './time.ts'

/** Said again, it changes the role, the place or the tablet: who held that before goes off duty. */
export const BeginDuty = command('beginDuty', {
  staffId: StaffId,
  role: StaffRole,
  zoneId: ZoneId.optional(),
  ...inHands,
})
export type BeginDuty = z.infer<typeof BeginDuty>

export const MoveDuty = command('moveDuty', { staffId: StaffId, zoneId: ZoneId, ...inHands })
export type MoveDuty = z.infer<typeof MoveDuty>

/** What they have accepted and not ended waits for somebody else. */
export const EndDuty = command('endDuty', { staffId: StaffId, ...inHands })
export type EndDuty = z.infer<typeof EndDuty>

/** All that is open on the card; `staffId` goes there, without it whoever asks. */
export const AcceptCard = command('acceptCard', {
  cardId: CardId,
  measure: Measure.optional(),
  ...asHolder,
})
export type AcceptCard = z.infer<typeof AcceptCard>

/** To a colleague, or back to whoever is nearest. */
export const HandOverCard = command('handOverCard', {
  cardId: CardId,
  toStaffId: StaffId.optional(),
  ...asHolder,
})
export type HandOverCard = z.infer<typeof HandOverCard>

const ending = { cardId: CardId, measure: Measure.optional(), outcome: z.string().max(200).optional(), ...asHolder }

export const ResolveCard = command('resolveCard', ending)
export type ResolveCard = z.infer<typeof ResolveCard>

/** Nobody was needed: a mistake of ours. */
export const DismissCard = command('dismissCard', ending)
export type DismissCard = z.infer<typeof DismissCard>

/** A webhook has taken these cards: it is not told of them again, not after a restart either. */
export const NoteToldOutside = command('noteToldOutside', {
  cardIds: z.array(CardId).min(1),
  webhook: z.string().min(1).max(64),
})
export type NoteToldOutside = z.infer<typeof NoteToldOutside>

/** The server has not heard of a device for long, or its printer fails; or all is well again (without `problem`). */
export const ReportDevice = command('reportDevice', {
  deviceId: z.string().min(1).max(64),
  problem: DeviceProblem.optional(),
  since: Instant,
})
export type ReportDevice = z.infer<typeof ReportDevice>
