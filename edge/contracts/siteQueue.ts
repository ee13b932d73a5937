/** How a hall queues: the rules that decide who is called next, who is refused, and when the hall helps itself. */
import { z } from 'zod'

const minutes = (usual: number) => z.number().nonnegative().default(usual)

export const LanePolicy = z.enum(['timeCredit', 'strict', 'ratio', 'accumulating'])
export type LanePolicy = z.infer<typeof LanePolicy>

export const Balancing = z.enum(['longestWait', 'gcmu', 'longestQueue'])
export type Balancing = z.infer<typeof Balancing>

export const Tidal = z.object({
  mode: z
    .enum(['advise', 'automatic'])
    .default('advise')
    .describe('Whether a tidal window is only advised, or opened and closed by the hall itself.'),
  openAfterMinutes: minutes(10).describe('A tidal window opens when somebody it can serve has waited this long.'),
  closeBelowMinutes: minutes(2).describe('It closes when nobody it can serve has waited longer than this.'),
  leastOpenMinutes: minutes(30).describe('It stays open at least this long.'),
  apartMinutes: minutes(5).describe('The next one opens this long after the one before, at the earliest.'),
})
export type Tidal = z.infer<typeof Tidal>

export const QueueRules = z.object({
  longWaitMinutes: z.number().positive().default(15).describe('Longer than this, somebody should be helped.'),
  lanes: LanePolicy.default('timeCredit').describe(
    'timeCredit: a lane counts as having come earlier, and nobody is passed by one who came later than that. strict: priority, then appointments, then walk-ins, whatever the wait. ratio: after so many walk-ins one of the other lanes. accumulating: a minute counts more in some lanes.',
  ),
  priorityCreditMinutes: minutes(15).describe(
    'timeCredit: a priority visitor counts as having come this much earlier; nobody is passed by one who came later than that.',
  ),
  appointmentCreditMinutes: minutes(10).describe('The same for a visitor with an appointment.'),
  walkInsPerPriority: z
    .int()
    .min(1)
    .max(20)
    .default(2)
    .describe('ratio: so many walk-ins are called at a window before one of the other lanes, while both wait.'),
  priorityFactor: z
    .number()
    .min(1)
    .max(20)
    .default(3)
    .describe('accumulating: a minute of a priority visitor counts so often.'),
  appointmentFactor: z.number().min(1).max(20).default(2).describe('accumulating: the same for an appointment.'),
  balancing: Balancing.default('longestWait').describe(
    'Among the services of a window. longestWait: whoever waits longest. gcmu: the wait divided by the usual minutes, so that short services go first. longestQueue: the service for which most people wait.',
  ),
  ownServiceMinutes: minutes(0).describe(
    'A visitor for one of the own services of a window counts as having come this much earlier than one it only helps with.',
  ),
  calling: z
    .enum(['byClerk', 'automatic'])
    .default('byClerk')
    .describe('automatic: a free window is given its next visitor within a second, the least flexible window first.'),
  callsBeforeNoShow: z
    .int()
    .min(1)
    .max(10)
    .default(1)
    .describe('So often a number is called before it may count as missed.'),
  requeueGraceMinutes: minutes(15).describe(
    'So long a visitor who missed the call may still come back to the same place in line.',
  ),
  undoSeconds: z.number().min(0).max(60).default(5).describe('So long the last deed at a window can be undone.'),
  ratingSeconds: z
    .number()
    .min(10)
    .max(600)
    .default(60)
    .describe('So long the pad at a window asks a visitor how the visit was.'),
  announceSeconds: z
    .number()
    .min(2)
    .max(60)
    .default(10)
    .describe('How long one call takes when it is said twice; calls of one floor are said one after the other.'),
  outsideHours: z
    .enum(['refuse', 'accept'])
    .default('refuse')
    .describe('Whether numbers are given out while the hall is closed, and when there is no time left to serve.'),
  earlyMinutes: minutes(30).describe('Numbers are given out this long before the hall opens, and before it reopens.'),
  appointments: z
    .object({
      lateMinutes: minutes(15).describe('Later than this after the slot began, the visitor is taken as a walk-in.'),
      daysAhead: z.int().min(1).max(60).default(14).describe('So far ahead slots can be booked.'),
    })
    .prefault({}),
  tidal: Tidal.prefault({}),
  advice: z
    .enum(['suggest', 'automatic'])
    .default('suggest')
    .describe('automatic: the best advice that helps enough is carried out by the hall itself.'),
  targetMinutes: minutes(10).describe('The staffing plan keeps nine of ten waits at or below this.'),
})
export type QueueRules = z.infer<typeof QueueRules>
