/** Who holds this tablet and where they are on duty: their number, or the tablet's own, never a name. */
import { createContext } from 'svelte'
import type { StaffMember, StaffRole } from '#contracts/cards.ts'
import type { Session } from '../entry/entering.ts'
import type { Answer, Problem } from '../live/asks.ts'

export interface DutyParts {
  begin(staffId: string, duty: { role: StaffRole; zoneId?: string }): Promise<Answer<unknown>>
  end(staffId: string): Promise<Answer<unknown>>
}

/** Whoever has signed in, or else the tablet itself. */
export const staffIdOf = (session: Session | undefined): string | undefined => {
  const badge =
    session?.badges.find(({ role }) => ['staff', 'manager', 'admin'].includes(role)) ??
    session?.badges.find(({ role }) => role === 'tablet')
  return badge?.by
}

export class Duty {
  staffId = $state<string>()
  busy = $state(false)
  refused = $state.raw<Problem>()

  readonly #parts: DutyParts

  constructor(parts: DutyParts) {
    this.#parts = parts
  }

  /** Also to another place or role; without a place everywhere is equally near. */
  begin(role: StaffRole, zoneId: string | undefined): Promise<void> {
    return this.#ask((staffId) => this.#parts.begin(staffId, { role, ...(zoneId && { zoneId }) }))
  }

  end(): Promise<void> {
    return this.#ask((staffId) => this.#parts.end(staffId))
  }

  async #ask(send: (staffId: string) => Promise<Answer<unknown>>): Promise<void> {
    if (this.busy || this.staffId === undefined) return
    this.busy = true
    const answer = await send(this.staffId)
    this.busy = false
    this.refused = answer.ok ? undefined : answer.problem
  }
}

/** Of the page that a part stands on. */
export const [tabletDuty, provideDuty] = createContext<Duty>()

/** What they may be asked to hand a card to: everybody else on duty. */
export const colleaguesOf = (staff: Iterable<StaffMember>, staffId: string | undefined): StaffMember[] =>
  [...staff].filter((member) => member.staffId !== staffId)
