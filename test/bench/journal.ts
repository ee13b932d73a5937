/** What group commit is worth: sixteen senders at once, with and without sharing a sync. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommandId } from '#contracts/ids.ts'
import { systemClock } from '#edge/adapters/clock.ts'
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { createLog } from '#edge/adapters/log.ts'
import { openHall } from '#edge/hall.ts'
import { serviceId } from '../support/names.ts'
import { smallSite } from '../support/smallSite.ts'
import { type Figure, perSecond, ratioOf } from './measure.ts'

const SENDERS = 16
const RUN = 1500

/** Commands a second of a hall whose groups hold at most `group` commands; each sender waits for its receipt. */
const commandsPerSecond = async (group: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-journal-'))
  const journal = await openLevelJournal(folder)
  const log = createLog('silent')
  const hall = await openHall({ site: smallSite(), clock: systemClock(), journal, log, group })
  let sent = 0
  const issueAndCancel = async (): Promise<number> => {
    const command = { type: 'issueTicket' as const, serviceIds: [serviceId('social')], lane: 'walkIn' as const }
    const issued = await hall.send({ id: CommandId.parse(`b:${sent++}`), by: 'bench', command })
    const ticket = issued.ok
      ? issued.facts.flatMap(({ event }) => (event.type === 'ticketIssued' ? event.ticketId : []))[0]
      : undefined
    if (!ticket) return 1
    await hall.send({
      id: CommandId.parse(`b:${sent++}`),
      by: 'bench',
      command: { type: 'cancelTicket', ticketId: ticket },
    })
    return 2
  }
  const rates = await Promise.all(Array.from({ length: SENDERS }, () => perSecond(RUN, issueAndCancel)))
  await hall.close()
  await journal.close()
  rmSync(folder, { recursive: true })
  return rates.reduce((sum, rate) => sum + rate, 0)
}

export const benchJournal = async (): Promise<Figure[]> => {
  const rates: number[] = []
  const grouped = async () => {
    const rate = await commandsPerSecond(256)
    rates.push(rate)
    return rate
  }
  const ratio = await ratioOf(3, grouped, () => commandsPerSecond(1))
  return [
    { name: 'journal.groupCommitVsNaive', value: ratio, note: `${SENDERS} senders, each waits for its receipt; bar 3` },
    { name: 'journal.commandsPerSecond', value: Math.max(...rates), note: 'synced to disk, the best of three' },
  ]
}
