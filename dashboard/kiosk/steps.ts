/** The steps of a visit to the kiosk, and how long each may stand untouched. */
import type { Appointment } from '#contracts/appointments.ts'
import type { Lane } from '#contracts/callReasons.ts'
import type { Estimate } from '#contracts/tickets.ts'
import type { Problem } from '../live/asks.ts'
import type { Unprinted } from '../parts/unprinted.ts'

/** What a number is wanted for: one service, or all of a theme. */
export interface Wish {
  readonly serviceIds: readonly string[]
  /** Of several services at once, as the site names them. */
  readonly themeId?: string
  /** What has been said of the situation: the place of the answer to each question of the theme. */
  readonly answers?: readonly number[]
}

/** A number that the visitor has got. */
export interface Taken {
  readonly ticketId: string
  readonly number: string
  readonly serviceIds: readonly string[]
  readonly lane: Lane
  /** Absent while no open window could serve it, and while the hall is out of reach. */
  readonly estimate?: Estimate
  /** Given out by the kiosk alone; the hall is told as soon as it is back. */
  readonly alone?: true
  /** Opens the visitor's own page. */
  readonly secret?: string
  /** The theme and what was said of it, as `newcomer:0:1`: it decides which papers stand on the slip. */
  readonly situation?: string
}

/** How far the slip is. */
export type Paper = 'printing' | 'printed'

/** `?printer=none` is a kiosk without a printer, `fails` one whose printer is broken; otherwise nobody expects paper. */
export const unprintedBy = (printer: string | null): Unprinted | undefined =>
  printer === 'none' || printer === 'fails' ? printer : undefined

export type Step =
  | { readonly name: 'start' }
  | { readonly name: 'services' }
  | { readonly name: 'search' }
  | { readonly name: 'themes' }
  | { readonly name: 'situation'; readonly themeId: string; readonly answers: readonly number[] }
  | { readonly name: 'confirm'; readonly wish: Wish }
  | { readonly name: 'code' }
  | { readonly name: 'booked'; readonly appointment: Appointment }
  | { readonly name: 'checkInAway' }
  | { readonly name: 'number'; readonly taken: Taken; readonly unprinted?: Unprinted; readonly paper?: Paper }
  | { readonly name: 'givenBack'; readonly number: string }
  | { readonly name: 'refused'; readonly problem: Problem }

/** A number that nobody has confirmed is given back when this is over. */
const UNPRINTED_SECONDS = 60
/** A way over several windows takes longer to read. */
const WAY_SECONDS = 40
const NUMBER_SECONDS = 20
const GIVEN_BACK_SECONDS = 10
const ORDINARY_SECONDS = 60

/** Seconds until an untouched step gives way to the start; the start itself stays. */
export const patienceSeconds = (step: Step): number | undefined => {
  if (step.name === 'start') return undefined
  if (step.name === 'givenBack') return GIVEN_BACK_SECONDS
  if (step.name !== 'number') return ORDINARY_SECONDS
  if (step.unprinted) return UNPRINTED_SECONDS
  return step.taken.serviceIds.length > 1 ? WAY_SECONDS : NUMBER_SECONDS
}

/** From here on the visitor is told that the step is about to go. */
const NOTICE_SECONDS = 15

/** Whole seconds left of a step, once they are worth saying; those of a number are always said. */
export const secondsToSay = (step: Step, idleMs: number): number | undefined => {
  const patience = patienceSeconds(step)
  if (patience === undefined) return undefined
  const left = Math.max(0, Math.ceil(patience - idleMs / 1000))
  return step.name === 'number' || step.name === 'givenBack' || left <= NOTICE_SECONDS ? left : undefined
}

export const isOver = (step: Step, idleMs: number): boolean => {
  const patience = patienceSeconds(step)
  return patience !== undefined && idleMs >= patience * 1000
}
