/** Who holds this tablet and where they are on duty: their number, or the tablet's own, never a name. */
import { createContext } from 'svelte'
import type { StaffMember, StaffRole } from '#contracts/cards.ts'
import type { Answer, Problem } from '../live/asks.ts'
import type { Holding } from './holding.ts'

export interface DutyParts {
  /** All who are on duty, as the hall tells. */
  staff(): Iterable<StaffMember>
  begin(staffId: string, duty: { role: StaffRole; zoneId?: string }): Promise<Answer<unknown>>
  end(staffId: string): Promise<Answer<unknown>>
}

/** As somebody says their own number: with or without the letter. Undefined for what is none. */
export const numberSaid = (said: string): string | undefined => {
  const [, digits] = /^\s*[Ss]?(\d{1,6})\s*$/.exec(said) ?? []
  return digits && `S${Number(digits)}`
}

export class Duty {
  holding = $state.raw<Holding>({})
  busy = $state(false)
  refused = $state.raw<Problem>()

  readonly #parts: DutyParts

  constructor(parts: DutyParts) {
    this.#parts = parts
  }

  async know(holding: Promise<Holding>): Promise<void> {
    this.holding = await holding
  }

  /** Whoever has signed in, or went on duty with this tablet; or else the tablet itself. */
  get staffId(): string | undefined {
    const { personId, tabletId } = this.holding
    const holder = [...this.#parts.staff()].find((member) => tabletId !== undefined && member.tabletId === tabletId)
    return personId ?? holder?.staffId ?? tabletId
  }

  /** Somebody may say who they are: it is a tablet, and nobody has signed in. */
  get mayChange(): boolean {
    return this.holding.personId === undefined && this.holding.tabletId !== undefined
  }

  /** What is accepted by one of these is done from here. */
  get names(): readonly string[] {
    return [this.staffId, this.holding.tabletId].filter((name) => name !== undefined)
  }

  /** Also to another place or role, or by another number; without a place everywhere is equally near. */
  begin(role: StaffRole, zoneId: string | undefined, staffId = this.staffId): Promise<void> {
    return this.#ask(staffId, (who) => this.#parts.begin(who, { role, ...(zoneId && { zoneId }) }))
  }

  end(): Promise<void> {
    return this.#ask(this.staffId, (staffId) => this.#parts.end(staffId))
  }

  async #ask(staffId: string | undefined, send: (staffId: string) => Promise<Answer<unknown>>): Promise<void> {
    if (this.busy || staffId === undefined) return
    this.busy = true
    const answer = await send(staffId)
    this.busy = false
    this.refused = answer.ok ? undefined : answer.problem
  }
}

/** Of the page that a part stands on. */
export const [tabletDuty, provideDuty] = createContext<Duty>()

/** What they may be asked to hand a card to: everybody else on duty. */
export const colleaguesOf = (staff: Iterable<StaffMember>, staffId: string | undefined): StaffMember[] =>
  [...staff].filter((member) => member.staffId !== staffId)
