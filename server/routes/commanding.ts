/** Rows that change the hall: one command each, sent with who asks, answered from what it brought about. */
import type { z } from 'zod'
import type { CommandEnvelope, PersonCommand } from '#contracts/commands.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { House } from '../house.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

export type Accepted = Extract<Receipt, { ok: true }>

type CommandContract = (typeof PersonCommand.options)[number]

export interface CommandRow<G extends z.ZodObject> {
  method?: 'post' | 'put'
  path: string
  summary: string
  /** The body is this contract without `type` and what the path names. */
  command: CommandContract
  /** Who asks, as the journal remembers it, where a program of this box does. */
  by: string | ((command: PersonCommand) => string)
  gives: G
  status?: 200 | 201
}

/** `tell` has nothing to say of a command that was sent before, under the same key, for another purpose. */
export const commanding = <G extends z.ZodObject>(
  row: CommandRow<G> & {
    tell(accepted: Accepted, asked: Record<string, unknown>, house: House): z.output<G> | undefined
  },
): Route => ({
  method: row.method ?? 'post',
  path: row.path,
  summary: row.summary,
  takes: row.command,
  gives: row.gives,
  status: row.status ?? 200,
  answer: async (house, asked, id, who) => {
    const parsed = row.command.safeParse({ ...asked, type: row.command.shape.type.value })
    if (!parsed.success) return malformed(parsed.error)
    const by = who.by(typeof row.by === 'string' ? row.by : row.by(parsed.data))
    const receipt = await send(house, { id, by, command: parsed.data })
    if (!receipt.ok) return receipt
    const told = row.tell(receipt.body, asked, house)
    return told ? yes(told) : no({ code: 'keyReused' })
  },
})

/** A hall that cannot write rejects, and nothing was done. */
export const send = async ({ hall, log }: House, envelope: CommandEnvelope): Promise<Answer<Accepted>> => {
  try {
    const receipt = await hall.send(envelope)
    return receipt.ok ? yes(receipt) : no(receipt.refusal)
  } catch (error) {
    log.error({ error, command: envelope.command.type }, 'a command was not written down')
    return no({ code: 'journalFault' })
  }
}

/** What the command brought about of one kind. */
export const eventIn = <T extends HallEvent['type']>({ facts }: Accepted, type: T): EventOf<T> | undefined =>
  facts.map(({ event }) => event).find((event): event is EventOf<T> => event.type === type)
