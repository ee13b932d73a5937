/** A hall lived through by commands, one after the other, with every fact kept. */
import type { Command } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { advance } from '#edge/core/advance.ts'
import type { Decision } from '#edge/core/decision.ts'
import { decide } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { NINE } from './given.ts'
import { commandId } from './names.ts'
import { smallSite } from './smallSite.ts'

export interface Story {
  readonly hall: HallState
  readonly facts: readonly Fact[]
  readonly at: Instant
  /** Whatever comes of it, one second after what came before; refusals change nothing. */
  ask(command: Command, at?: Instant): Decision
  /** What came of it; a refusal fails the test. */
  does(command: Command, at?: Instant): HallEvent[]
  /** Something that no command brings about at once. */
  happens(...events: HallEvent[]): void
  /** Why not; anything else fails the test. */
  cannot(command: Command, at?: Instant): Refusal
  /** Some minutes later. */
  wait(minutes: number): Story
}

/** From nine o'clock on. */
export const storyOf = (site: Site = smallSite()): Story => {
  let hall = emptyHall(site)
  let at = NINE
  const facts: Fact[] = []
  const happens: Story['happens'] = (...events) => {
    const cause = commandId(facts.length)
    const fresh = events.map((event, i): Fact => ({ seq: facts.length + 1 + i, at, by: 'test', cause, event }))
    facts.push(...fresh)
    hall = advance(hall, fresh).hall
  }
  const ask: Story['ask'] = (command, when = at + 1000) => {
    at = when
    const decision = decide(command, hall, at)
    if (decision.ok) happens(...decision.events)
    return decision
  }
  const story: Story = {
    get hall() {
      return hall
    },
    get at() {
      return at
    },
    facts,
    ask,
    happens,
    does: (command, when) => {
      const decision = ask(command, when)
      if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)} to ${JSON.stringify(command)}`)
      return decision.events
    },
    cannot: (command, when) => {
      const decision = ask(command, when)
      if (decision.ok) throw new Error(`not refused: ${JSON.stringify(command)} ${JSON.stringify(decision.events)}`)
      return decision.refusal
    },
    wait: (minutes) => {
      at += minutes * MINUTE
      return story
    },
  }
  return story
}
