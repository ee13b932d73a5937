/** Whether anybody is ever called twice, lost, or passed over, however often clerks press and however the hall dies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fact } from '#contracts/facts.ts'
import type { CommandId, TicketId } from '#contracts/ids.ts'
import { openLevelJournal } from '#edge/adapters/levelJournal.ts'
import { evolve } from '#edge/core/hall.ts'
import { nextAt } from '#edge/core/queue/calling.ts'
import { emptyHall, ticketOf } from '#edge/core/state.ts'
import { createDice } from '#simulators/random.ts'
import type { Figure } from '../measure.ts'
import { trialDesks } from './halls.ts'
import { pressedSite } from './pressed.ts'
import { type Pressed, pressWithKills } from './pressing.ts'

const ROUNDS = 40
const PRESSES = 250
const KILL_EVERY = 6

interface Found {
  /** Calls of somebody who had been called before, and commands carried out again. */
  twice: number
  /** Calls of another than the policy says for the line as it was. */
  outOfOrder: number
  /** Accepted but not in the journal, or given out and neither waiting nor called. */
  lost: number
  calls: number
}

/** The journal folded again from its first fact, each call held against the rule of turn-taking. */
const judged = (facts: readonly Fact[], { answers }: Pressed): Found => {
  const found: Found = { twice: 0, outOfOrder: 0, lost: 0, calls: 0 }
  const calledBy = new Map<CommandId, TicketId>()
  const called = new Set<TicketId>()
  const issuedBy = new Map<CommandId, TicketId>()
  let hall = emptyHall(pressedSite())
  facts.forEach((fact, i) => {
    const { event, cause, at, seq } = fact
    if (seq !== i + 1) found.lost++
    if (event.type === 'ticketIssued') {
      if (issuedBy.has(cause)) found.twice++
      issuedBy.set(cause, event.ticketId)
    }
    if (event.type === 'ticketCalled') {
      const desk = hall.windows.get(event.windowId)
      if (called.has(event.ticketId) || calledBy.has(cause) || desk?.ticketId) found.twice++
      if (!desk || nextAt(hall, desk, at)?.ticket.ticketId !== event.ticketId) found.outOfOrder++
      called.add(event.ticketId)
      calledBy.set(cause, event.ticketId)
      found.calls++
    }
    hall = evolve(hall, fact)
  })
  for (const { id, called: told, issued } of answers.values()) {
    if (told && calledBy.get(id) !== told) found.lost++
    if (issued && issuedBy.get(id) !== issued) found.lost++
  }
  for (const ticketId of issuedBy.values()) {
    const ticket = ticketOf(hall, ticketId)
    if (!called.has(ticketId) && ticket?.state !== 'waiting') found.lost++
  }
  return found
}

const factsIn = async (folder: string): Promise<Fact[]> => {
  const journal = await openLevelJournal(folder)
  const facts: Fact[] = []
  for await (const fact of journal.read(1)) facts.push(fact)
  await journal.close()
  return facts
}

export const benchDoubleCalls = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-presses-'))
  const began = performance.now()
  const dice = createDice(12)
  const pressed = await pressWithKills({ folder, dice, rounds: ROUNDS, presses: PRESSES, killEvery: KILL_EVERY })
  const { twice, outOfOrder, lost, calls } = judged(await factsIn(folder), pressed)
  rmSync(folder, { recursive: true })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const size = `${trialDesks.chain.length} windows x ${ROUNDS * PRESSES} presses, ${pressed.kills} kills`
  const rest = `${lost} lost, ${outOfOrder} out of order, ${pressed.contradicted} answers contradicted`
  return [
    { name: 'queue.doubleCalls', value: twice, note: `bar 0; ${size}, ${calls} calls; ${rest}; ${seconds} s` },
    { name: 'queue.lostOrOutOfOrder', value: lost + outOfOrder + pressed.contradicted, note: `bar 0; ${rest}` },
  ]
}
