/** The shapes of what the server answers with, beside the records of the hall. */
import { z } from 'zod'
import { Advice, Advised, Forecast } from '#contracts/advice.ts'
import { Alert, AlertKind } from '#contracts/alerts.ts'
import { Appointment, Slot } from '#contracts/appointments.ts'
import { CallReason } from '#contracts/callReasons.ts'
import { HallId, KioskId, RobotId, WindowId } from '#contracts/ids.ts'
import { Names } from '#contracts/languages.ts'
import { HallRecord } from '#contracts/live.ts'
import { Mission } from '#contracts/missions.ts'
import { FloorPoint } from '#contracts/places.ts'
import { Remark } from '#contracts/ratings.ts'
import { PartState, TimedReading } from '#contracts/readings.ts'
import { Robot } from '#contracts/robots.ts'
import { SiteService, SiteShape, SiteWindow } from '#contracts/site.ts'
import { Estimate, Ticket } from '#contracts/tickets.ts'
import { Instant, ServiceDay } from '#contracts/time.ts'
import { ServiceWindow } from '#contracts/windows.ts'
import { complaintCodes } from './problems.ts'

/** What a sender draws for each intention; the server's own mark before it keeps it apart from the edge's commands. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\w:.-]{1,75}$/, 'letters, digits, colon, dot, dash and underscore, 75 at most')

/** `estimate` is absent once the visitor has been called, and while no open window could serve them; `reason` before. */
export const TicketAnswer = z.object({
  ticket: Ticket,
  /** With it its holder may give the number back or come back in line; told once, to whoever took the number. */
  secret: z.string().optional(),
  estimate: Estimate.optional(),
  reason: CallReason.optional(),
  /** For strangers: what it is still for, as the hall's screens would call it. In `serviceIds` `withheld` stands for what is discreet. */
  publicNames: z.array(Names).optional(),
  /** The hall's time when it was looked at. */
  at: Instant.optional(),
})
export type TicketAnswer = z.infer<typeof TicketAnswer>
export const CallAnswer = z.object({ ticket: Ticket, reason: CallReason.optional() })
export const AtWindowAnswer = z.object({ ticket: Ticket })
export const WindowAnswer = z.object({ window: ServiceWindow })
/** `waits` is one sentence: why it does not go on. Absent while it does, and once it is over. */
export const MissionAnswer = z.object({ mission: Mission, waits: z.string().optional() })
export const MissionsAnswer = z.object({ missions: z.array(Mission) })

/** `place` is where it last said it was; `waits` one sentence: why it does not go on. */
export const RobotNow = Robot.extend({ place: FloorPoint.optional(), waits: z.string().optional() })
export type RobotNow = z.infer<typeof RobotNow>
export const RobotAnswer = z.object({ robot: RobotNow })
export const RobotsAnswer = z.object({ robots: z.array(RobotNow) })

const missionCounts = {
  /** Of a robot: those it had, or had last. */
  asked: z.int().nonnegative(),
  delivered: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  cancelled: z.int().nonnegative(),
  /** From asked to delivered; absent where nothing was delivered. */
  medianMinutes: z.number().nonnegative().optional(),
  /** For which clerks would have been away from their windows. */
  hoursSaved: z.number().nonnegative(),
}
export const MissionDay = z.object({
  day: ServiceDay,
  ...missionCounts,
  robots: z.array(z.object({ robotId: RobotId, ...missionCounts })),
})
export type MissionDay = z.infer<typeof MissionDay>
export const MissionReport = z.object({ days: z.array(MissionDay) })

export const AlertAnswer = z.object({ alert: Alert })
export const AlertsAnswer = z.object({ alerts: z.array(Alert) })

const alertCounts = {
  raised: z.int().nonnegative(),
  resolved: z.int().nonnegative(),
  dismissed: z.int().nonnegative(),
  /** Over by itself, before or after somebody went there. */
  over: z.int().nonnegative(),
  /** From raised to accepted; absent where nobody went. */
  medianMinutes: z.number().nonnegative().optional(),
}
export const AlertDay = z.object({
  day: ServiceDay,
  ...alertCounts,
  kinds: z.array(z.object({ kind: AlertKind, ...alertCounts })),
})
export type AlertDay = z.infer<typeof AlertDay>
export const AlertReport = z.object({ days: z.array(AlertDay) })

const ratingCounts = {
  rated: z.int().nonnegative(),
  /** Of 5; absent for fewer than five ratings, which say nothing of a window and too much of who sat there. */
  meanStars: z.number().optional(),
  /** One star or two. */
  low: z.int().nonnegative(),
}
export const RatingDay = z.object({
  day: ServiceDay,
  ...ratingCounts,
  /** How often each was chosen. */
  remarks: z.partialRecord(Remark, z.int().positive()),
  windows: z.array(z.object({ windowId: WindowId, ...ratingCounts })),
})
export type RatingDay = z.infer<typeof RatingDay>
export const RatingReport = z.object({ days: z.array(RatingDay) })

/** The numbers from `from` on: `count` of them are this kiosk's alone. */
export const LeaseAnswer = z.object({
  lease: z.object({
    kioskId: KioskId,
    letter: z.string(),
    from: z.int().positive(),
    count: z.int().positive(),
  }),
})
/** What a visitor's phone needs of the hall; places are in metres on their floor. */
export const VisitAnswer = z.object({
  ...SiteShape.pick({ names: true, timeZone: true, floors: true }).shape,
  requeueGraceMinutes: z.number(),
  services: z.array(SiteService.pick({ serviceId: true, names: true, documents: true })),
  windows: z.array(SiteWindow.pick({ windowId: true, label: true, place: true, serviceIds: true })),
})
export type VisitAnswer = z.infer<typeof VisitAnswer>

/** Of a queue screen that could speak: whether it has the word, for two and a half seconds from when it asked. */
export const TurnAnswer = z.object({
  speaks: z.boolean(),
  /** The calls that some screen of its area has said or, while it lives, is saying. */
  said: z.array(z.string()),
})

export const AppointmentAnswer = z.object({ appointment: Appointment })
export const AppointmentsAnswer = z.object({ appointments: z.array(Appointment) })
export const SlotsAnswer = z.object({ slots: z.array(Slot) })

export const AdviceAnswer = Advised.omit({ type: true, rolls: true }).extend({
  at: Instant,
  /** Best first, each with its reason and its effect in one sentence. */
  advice: z.array(Advice.extend({ sentence: z.object({ zh: z.string(), en: z.string() }) })),
})
export const ForecastAnswer = Forecast.omit({ type: true }).extend({ at: Instant })

export const HallAnswer = z.object({
  type: z.literal('snapshot'),
  seq: z.int().nonnegative(),
  at: Instant,
  records: z.array(HallRecord),
  readings: z.array(TimedReading),
})

export const PartHealth = PartState.omit({ type: true }).extend({
  /** Since its last sign of life; absent where there was none. */
  ageSeconds: z.number().optional(),
})
export type PartHealth = z.infer<typeof PartHealth>

export const HealthAnswer = z.object({
  hallId: HallId,
  /** The worst of the parts. */
  state: PartState.shape.state,
  /** The last fact of the journal that the server knows of. */
  seq: z.int().nonnegative(),
  liveClients: z.int().nonnegative(),
  /** Facts that the database does not have yet. */
  recorderLag: z.int().nonnegative(),
  parts: z.array(PartHealth),
})
export type HealthAnswer = z.infer<typeof HealthAnswer>

/** Without a database the hall goes on and only its past cannot be read: ready all the same. */
export const ReadyAnswer = z.object({ ready: z.literal(true), database: z.enum(['up', 'down']) })
export type ReadyAnswer = z.infer<typeof ReadyAnswer>

export const ProblemAnswer = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(complaintCodes),
  flaws: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
