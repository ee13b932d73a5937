/** Sentences for the core: given this has happened, when that is asked, then this happens. */
import { expect } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import { beginDay } from '#edge/core/day.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { commandId } from './names.ts'
import { smallSite } from './smallSite.ts'

/** Monday, 9 o'clock in the small hall. */
export const NINE: Instant = Date.UTC(2026, 10, 23, 1)

export type Happening = HallEvent | { event: HallEvent; at: Instant }

const instantOf = (happening: Happening, i: number): Instant =>
  'at' in happening ? happening.at : NINE + (i + 1) * 1000

/** Today's hall after these events: one second apart from nine o'clock on, unless they say when. */
export const hallAfter = (...happenings: Happening[]): HallState => hallOf(smallSite(), ...happenings)

/** The same in a hall of another site. */
export const hallOf = (site: Site, ...happenings: Happening[]): HallState => {
  const empty = emptyHall(site)
  const dawn = evolve(empty, { seq: 1, at: NINE, by: 'test', cause: commandId(0), event: beginDay(empty, NINE) })
  return happenings.reduce(
    (hall, happening, i) =>
      evolve(hall, {
        seq: i + 2,
        at: instantOf(happening, i),
        by: 'test',
        cause: commandId(i),
        event: 'at' in happening ? happening.event : happening,
      }),
    dawn,
  )
}

/** What may be said of the answer to a command. */
const asking = (hall: HallState, command: Command, at: Instant) => {
  const decision = decide(command, hall, at)
  return {
    yields: (...expected: unknown[]) => expect(decision).toEqual({ ok: true, events: expected }),
    yieldsOne: (type: HallEvent['type']) =>
      expect(decision.ok && decision.events.map((event) => event.type)).toEqual([type]),
    isRefused: (refusal: Refusal) => expect(decision).toEqual({ ok: false, refusal }),
  }
}

const givenAt = (site: Site, happenings: Happening[]) => ({
  when: (command: Command, at: Instant = NINE + (happenings.length + 1) * 1000) =>
    asking(hallOf(site, ...happenings), command, at),
})

export const given = (...happenings: Happening[]) => givenAt(smallSite(), happenings)

/** In a hall of another site. */
export const inHall = (site: Site) => ({ given: (...happenings: Happening[]) => givenAt(site, happenings) })
