/** Rows that change the hall: one command each, sent with who asks, answered with the record it touched. */
import type { z } from 'zod'
import type { CommandEnvelope, PersonCommand } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { HallRecord, RecordOf } from '#contracts/live.ts'
import type { House } from '../house.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

/** What a deed is about: its record is what it answers with. */
export type Subject = 'ticket' | 'window' | 'mission' | 'alert'

type CommandContract = (typeof PersonCommand.options)[number]

export const deed = <S extends Subject, G extends z.ZodObject>(row: {
  method?: 'post' | 'put'
  path: string
  summary: string
  /** The body is this contract without `type` and what the path names. */
  command: CommandContract
  /** Who asks, as the journal remembers it. */
  by: string | ((command: PersonCommand) => string)
  subject: S
  gives: G
  status?: 200 | 201
  show(record: RecordOf<S>): z.output<G>
}): Route => ({
  method: row.method ?? 'post',
  path: row.path,
  summary: row.summary,
  takes: row.command,
  gives: row.gives,
  status: row.status ?? 200,
  answer: async (house, asked, id) => {
    const parsed = row.command.safeParse({ ...asked, type: row.command.shape.type.value })
    if (!parsed.success) return malformed(parsed.error)
    const by = typeof row.by === 'string' ? row.by : row.by(parsed.data)
    const receipt = await send(house, { id, by, command: parsed.data })
    if (!receipt.ok) return receipt
    const record = touched(house, row.subject, asked, receipt.body)
    return record ? yes(row.show(record)) : no({ code: 'keyReused' })
  },
})

type Accepted = Extract<Receipt, { ok: true }>

/** A hall that cannot write rejects, and nothing was done. */
const send = async ({ hall, log }: House, envelope: CommandEnvelope): Promise<Answer<Accepted>> => {
  try {
    const receipt = await hall.send(envelope)
    return receipt.ok ? yes(receipt) : no(receipt.refusal)
  } catch (error) {
    log.error({ error, command: envelope.command.type }, 'a command was not written down')
    return no({ code: 'journalFault' })
  }
}

const ids = { ticket: 'ticketId', window: 'windowId', mission: 'missionId', alert: 'alertId' } as const

/** The path names it, or else the last fact that speaks of one: the ticket that was issued or called. */
const idOf = (subject: Subject, asked: Record<string, unknown>, facts: readonly Fact[]): string => {
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
const touched = <S extends Subject>(
  { mirror }: House,
  subject: S,
  asked: Record<string, unknown>,
  { facts, records }: Accepted,
): RecordOf<S> | undefined => {
  const id = idOf(subject, asked, facts)
  const idle = (facts.at(-1)?.event.type ?? 'dayBegan') === 'dayBegan'
  return records.find(isOf(subject, id)) ?? (idle ? mirror.record(subject, id) : undefined)
}
