/** A hall in a process of its own, with its journal on disk: sends on what it is given, at once, until it is killed. */
import type { CommandEnvelope } from '#contracts/commands.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { CommandId } from '#contracts/ids.ts'
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { createLog } from '#edge/adapters/log.ts'
import { openHall } from '#edge/hall.ts'
import { OPENS_AT } from './halls.ts'
import { type Answer, pressedSite } from './pressed.ts'

const answerOf = (id: CommandId, receipt: Receipt): Answer => {
  const events = receipt.ok ? receipt.facts.map(({ event }) => event) : []
  const called = events.find(({ type }) => type === 'ticketCalled')
  const issued = events.find(({ type }) => type === 'ticketIssued')
  return {
    id,
    ok: receipt.ok,
    ...(called?.type === 'ticketCalled' && { called: called.ticketId }),
    ...(issued?.type === 'ticketIssued' && { issued: issued.ticketId }),
  }
}

/** Answers that come in the same turn of the loop travel together. */
const createTelling = () => {
  let waiting: Answer[] = []
  return (answer: Answer): void => {
    if (waiting.length === 0)
      setImmediate(() => {
        const told = waiting
        waiting = []
        if (process.connected) process.send?.(told)
      })
    waiting.push(answer)
  }
}

/** `startedAt` is when the bench began: the hall's clock shows opening time then, and goes on through every kill. */
const serve = async (folder: string, startedAt: number): Promise<void> => {
  const journal = await openLevelJournal(folder)
  const clock = { now: () => OPENS_AT + Date.now() - startedAt, every: () => () => {} }
  const hall = await openHall({ site: pressedSite(), clock, journal, log: createLog('silent') })
  const tell = createTelling()
  process.on('disconnect', async () => {
    await hall.close()
    await journal.close()
    process.exit(0)
  })
  process.on('message', (envelopes: CommandEnvelope[]) => {
    for (const envelope of envelopes) hall.send(envelope).then((receipt) => tell(answerOf(envelope.id, receipt)))
  })
  process.send?.([])
}

const [folder = '', startedAt] = process.argv.slice(2)
await serve(folder, Number(startedAt))
