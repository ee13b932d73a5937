/** The hall's front door, as any stranger finds it: JSON over HTTP. */
import { z } from 'zod'
import { HallRecord, type RecordKind, type RecordOf } from '#contracts/live.ts'
import { Ticket } from '#contracts/tickets.ts'

const Snapshot = z.object({ records: z.array(HallRecord) })
const TicketAnswer = z.object({ ticket: Ticket })

export interface Door {
  /** The answer, or nothing when the hall refused or could not be reached. */
  ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown>
  /** As `ask`, for answers with a ticket in them. */
  askTicket(path: string, body?: object): Promise<Ticket | undefined>
  /** Records of one kind, as they are now. */
  records<K extends RecordKind>(kind: K): Promise<RecordOf<K>[]>
}

export const createDoor = (url: string): Door => {
  const ask: Door['ask'] = async (method, path, body) => {
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      const answer: unknown = await response.json()
      return response.ok ? answer : undefined
    } catch {
      return undefined
    }
  }
  return {
    ask,
    askTicket: async (path, body = {}) => TicketAnswer.safeParse(await ask('POST', path, body)).data?.ticket,
    records: async <K extends RecordKind>(kind: K) => {
      const { data } = Snapshot.safeParse(await ask('GET', '/api/hall'))
      return (data?.records ?? []).filter((record): record is RecordOf<K> => record.kind === kind)
    },
  }
}
