/** What a kiosk keeps on its own disk: numbers set aside for it, and what the hall has not been told yet. */
import type { Language } from '#contracts/languages.ts'
import type { PriorityReason } from '#contracts/tickets.ts'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import { type Block, nextOf } from './blocks.ts'

/** What a visitor asks a number for. */
export interface Asked {
  readonly serviceIds: readonly string[]
  readonly lane: 'walkIn' | 'priority'
  readonly priorityReason?: PriorityReason
  readonly language: Language
}

/** A number that was given out here; `key` is that of the asking which did not get through. */
export interface Issue {
  readonly type: 'issue'
  readonly key: string
  readonly day: ServiceDay
  readonly number: string
  readonly issuedAt: Instant
  readonly asked: Asked
}
export type ReportDeed = 'cancel' | 'unprinted'
export interface Report {
  readonly type: 'report'
  readonly key: string
  readonly day: ServiceDay
  readonly deed: ReportDeed
  readonly ticketId: string
}
export type Untold = Issue | Report

/** A number that a visitor holds and the hall does not know; `day` is when this was found. */
export interface Lost {
  readonly number: string
  readonly code: string
  readonly day: ServiceDay
}

export interface Kept {
  readonly version: 1
  readonly kioskId: string
  /** Numbers and tickets are of this service day alone. */
  readonly day: ServiceDay
  readonly blocks: readonly Block[]
  /** In the order in which it happened. */
  readonly untold: readonly Untold[]
  readonly lost: readonly Lost[]
  /** On the screen alone: given back unless somebody says by then that they have it. */
  readonly unconfirmed: readonly { readonly ticketId: string; readonly until: Instant }[]
}

export const keptBy = (kioskId: string): Kept => ({
  version: 1,
  kioskId,
  day: '',
  blocks: [],
  untold: [],
  lost: [],
  unconfirmed: [],
})

export const ticketIdOf = ({ day, number }: Pick<Issue, 'day' | 'number'>): string =>
  `${day.replaceAll('-', '')}-${number}`

/** With another day every series begins anew: old numbers are void, and what was not told by then is lost. */
export const onDay = (kept: Kept, day: ServiceDay): Kept => {
  if (kept.day === day) return kept
  const over = kept.untold.flatMap((one) =>
    one.type === 'issue' && one.day !== day ? { number: one.number, code: 'dayOver', day } : [],
  )
  return {
    ...kept,
    day,
    blocks: [],
    untold: kept.untold.filter((one) => one.day === day),
    lost: over,
    unconfirmed: [],
  }
}

export interface Lease {
  readonly letter: string
  readonly from: number
  readonly count: number
}

/** `day` is that of the asking: a lease that came over midnight belongs to nobody knows which day, and is left alone. */
export const withLease = (kept: Kept, day: ServiceDay, { letter, from, count }: Lease): Kept =>
  kept.day === day ? { ...kept, blocks: [...kept.blocks, { letter, next: from, until: from + count }] } : kept

/** Takes the next number of a letter out of the blocks, never to come back; nothing when none is left. */
export const given = (
  before: Kept,
  letter: string,
  what: Pick<Issue, 'key' | 'day' | 'issuedAt' | 'asked'>,
): readonly [Kept, Issue | undefined] => {
  const kept = onDay(before, what.day)
  const next = nextOf(kept.blocks, letter)
  if (!next) return [kept, undefined]
  const issue: Issue = { type: 'issue', number: next.number, ...what }
  return [{ ...kept, blocks: next.blocks, untold: [...kept.untold, issue] }, issue]
}

export const withReport = (kept: Kept, report: Report): Kept => ({ ...kept, untold: [...kept.untold, report] })

export const unconfirmed = (kept: Kept, ticketId: string, until: Instant): Kept => ({
  ...kept,
  unconfirmed: [...kept.unconfirmed, { ticketId, until }],
})

export const confirmed = (kept: Kept, ticketId: string): Kept => ({
  ...kept,
  unconfirmed: kept.unconfirmed.filter((one) => one.ticketId !== ticketId),
})

/** Whoever had a number on the screen when the page went away is not there any more: the number is given back. */
export const withoutGhosts = (kept: Kept, at: Instant): Kept =>
  kept.unconfirmed
    .filter(({ until }) => until <= at)
    .reduce(
      (rest, { ticketId }) =>
        withReport(confirmed(rest, ticketId), {
          type: 'report',
          key: `${rest.kioskId}.${ticketId}.gone`,
          day: rest.day,
          deed: 'cancel',
          ticketId,
        }),
      kept,
    )
