/** Rows that change one thing of the hall, and answer with its record. */
import type { z } from 'zod'
import type { Fact } from '#contracts/facts.ts'
import type { HallRecord, RecordOf } from '#contracts/live.ts'
import type { House } from '../house.ts'
import { type Accepted, type CommandRow, commanding } from './commanding.ts'
import type { Route } from './route.ts'

/** What a deed is about: its record is what it answers with. */
export type Subject = 'ticket' | 'window' | 'mission' | 'robot' | 'alert' | 'card' | 'staff'

export const deed = <S extends Subject, G extends z.ZodObject>(
  row: CommandRow<G> & { subject: S; show(record: RecordOf<S>, house: House): z.output<G> },
): Route =>
  commanding({
    ...row,
    tell: (accepted, asked, house) => {
      const record = touched(house, row.subject, asked, accepted)
      return record && row.show(record, house)
    },
  })

const ids = {
  ticket: 'ticketId',
  window: 'windowId',
  mission: 'missionId',
  robot: 'robotId',
  alert: 'alertId',
  card: 'cardId',
  staff: 'staffId',
} as const

/** The path names it, or else the last fact that speaks of one: the ticket that was issued or called. */
const idOf = (subject: Subject, asked: object, facts: readonly Fact[]): string => {
  const sayings: object[] = [asked, ...facts.map(({ event }) => event).reverse()]
  const id = sayings.map((saying) => Reflect.get(saying, ids[subject])).find((name) => typeof name === 'string')
  return typeof id === 'string' ? id : ''
}

const isOf =
  <S extends Subject>(subject: S, id: string) =>
  (record: HallRecord): record is RecordOf<S> =>
    record.kind === subject && record.id === id

/**
 * The record as the command left it. A command that changed nothing, or only woke a new day, answers with it as it is;
 * one that changed something else was sent before, under the same key, for another purpose.
 */
export const touched = <S extends Subject>(
  { mirror }: House,
  subject: S,
  asked: object,
  { facts, records }: Accepted,
): RecordOf<S> | undefined => {
  const id = idOf(subject, asked, facts)
  const idle = (facts.at(-1)?.event.type ?? 'dayBegan') === 'dayBegan'
  return records.find(isOf(subject, id)) ?? (idle ? mirror.record(subject, id) : undefined)
}
