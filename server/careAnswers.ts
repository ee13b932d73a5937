/** The shapes of what the server answers around cards, staff on duty and how well people were looked after. */
import { z } from 'zod'
import { Measure } from '#contracts/alerts.ts'
import { Card, Cause, StaffMember } from '#contracts/cards.ts'
import { StaffId } from '#contracts/ids.ts'
import { ServiceDay } from '#contracts/time.ts'

export const CardAnswer = z.object({ card: Card })
export const CardsAnswer = z.object({ cards: z.array(Card) })
export const StaffAnswer = z.object({ staff: StaffMember })
export const StaffListAnswer = z.object({ staff: z.array(StaffMember) })
export const OffDutyAnswer = z.object({ staffId: StaffId })

const cardCounts = {
  /** Opened on that day. */
  cards: z.int().nonnegative(),
  /** Over before anybody was buzzed. */
  healed: z.int().nonnegative(),
  resolved: z.int().nonnegative(),
  dismissed: z.int().nonnegative(),
  /** Over by itself after somebody had been told. */
  over: z.int().nonnegative(),
  buzzes: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  /** Of the cards that were sent: how many were accepted within 90 s of it, 0..1; absent where none was sent. */
  within90Share: z.number().min(0).max(1).optional(),
  /** From sent to accepted, and from opened to resolved. */
  medianAcceptSeconds: z.number().nonnegative().optional(),
  medianHelpedMinutes: z.number().nonnegative().optional(),
  /** Of resolved cards: how often each was given, and how it ended, as staff chose it. */
  measures: z.partialRecord(Measure, z.int().positive()),
  outcomes: z.record(z.string(), z.int().positive()),
}

const CardCounts = z.object(cardCounts)
export type CardCounts = z.infer<typeof CardCounts>

/**
 * Of the tickets told of that still waited `stillMinutes` after: how long from then on until they were called, those to
 * whom somebody had gone by then and the others. Counting from that moment for both, nobody counts as helped for having
 * waited long enough to be. Medians of fewer than five are withheld.
 */
const Waited = z.object({ tickets: z.int().nonnegative(), medianMinutes: z.number().nonnegative().optional() })
export const WaitAfter = z.object({ stillMinutes: z.int(), helped: Waited, notHelped: Waited })
export type WaitAfter = z.infer<typeof WaitAfter>

export const CardDay = z.object({
  day: ServiceDay,
  ...cardCounts,
  /** Hours on duty of all staff together. */
  staffHours: z.number().nonnegative(),
  /** Of the hours that each of them began: 95 of 100 had so many buzzes or fewer. */
  buzzesPerStaffHourP95: z.number().nonnegative().optional(),
  wait: WaitAfter,
  causes: z.array(z.object({ cause: Cause, ...cardCounts })),
})
export type CardDay = z.infer<typeof CardDay>
export const CardReport = z.object({ days: z.array(CardDay) })
