/** Hours on duty and the buzzes in them, folded from facts. */
import { HOUR } from '#contracts/durations.ts'
import type { Fact } from '#contracts/facts.ts'
import type { StaffId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'

interface Duty {
  readonly since: Instant
  readonly buzzes: Instant[]
}

/** One stretch of duty: when, and when somebody was buzzed in it. */
export interface Stretch {
  readonly from: Instant
  readonly until: Instant
  readonly buzzes: readonly Instant[]
}

/** Oldest first; whoever is still on duty at `until` counts up to then. */
export const stretchesIn = (facts: readonly Pick<Fact, 'at' | 'event'>[], until: Instant): Stretch[] => {
  const onDuty = new Map<StaffId, Duty>()
  const over: Stretch[] = []
  const end = (staffId: StaffId, at: Instant): void => {
    const duty = onDuty.get(staffId)
    if (duty) over.push({ from: duty.since, until: Math.max(duty.since, at), buzzes: duty.buzzes })
    onDuty.delete(staffId)
  }
  for (const { at, event } of facts) {
    if (event.type === 'staffOnDuty' && !onDuty.has(event.staffId)) onDuty.set(event.staffId, { since: at, buzzes: [] })
    if (event.type === 'staffOffDuty') end(event.staffId, at)
    if (event.type === 'cardSent') for (const id of event.to) onDuty.get(id)?.buzzes.push(at)
  }
  for (const staffId of [...onDuty.keys()]) end(staffId, until)
  return over
}

/** How many buzzes each hour had that somebody began; the last of a stretch may be a short one. */
export const buzzesByHour = (stretches: readonly Stretch[]): number[] =>
  stretches.flatMap(({ from, until, buzzes }) =>
    Array.from({ length: Math.max(1, Math.ceil((until - from) / HOUR)) }, (_, i) => {
      const begin = from + i * HOUR
      return buzzes.filter((at) => at >= begin && at < begin + HOUR).length
    }),
  )

export const hoursOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, until }) => sum + (until - from), 0) / HOUR
