/** A hall of the production core, asked one command at a time in virtual time; the commands and their cost are counted. */
import type { Command } from '#contracts/commands.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import { CommandId } from '#contracts/ids.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { decideInTurn } from '#edge/deciding.ts'

const id = CommandId.parse('simulated')
const by = 'bench'

type Answer = { ok: true; events: HallEvent[] } | { ok: false; refusal: Refusal }

export interface House {
  readonly site: Site
  now(): HallState
  ask(command: Command, at: Instant): Answer
  /** Commands so far, refused ones included, and the milliseconds spent deciding and evolving them. */
  cost(): { decisions: number; spent: number }
}

/** With `promising` each number is given out with its promise, by the very code of the edge; that costs a look ahead each. */
export const keepHouse = (site: Site, { promising = false } = {}): House => {
  let hall = emptyHall(site)
  let seq = 0
  let decisions = 0
  let spent = 0

  const plainly = (command: Command, at: Instant): Answer => {
    const decision = decide(command, hall, at)
    if (!decision.ok) return decision
    for (const event of decision.events) {
      const fact: Fact = { seq: ++seq, at, by, cause: id, event }
      hall = evolve(hall, fact)
    }
    return decision
  }

  const asTheEdge = (command: Command, at: Instant): Answer => {
    const [decided] = decideInTurn([{ envelope: { id, by, command } }], { hall, seq }, () => at)
    if (!decided) throw new Error('nothing was decided')
    if ('bug' in decided) throw decided.bug
    const { step, facts, receipt } = decided
    hall = step.hall
    seq += facts.length
    return receipt.ok ? { ok: true, events: facts.map(({ event }) => event) } : receipt
  }

  const answer = promising ? asTheEdge : plainly
  return {
    site,
    now: () => hall,
    ask: (command, at) => {
      const began = performance.now()
      const answered = answer(command, at)
      spent += performance.now() - began
      decisions++
      return answered
    },
    cost: () => ({ decisions, spent }),
  }
}
