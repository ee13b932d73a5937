/** The steps of a visit to the kiosk, and how long each may stand untouched. */
import type { Estimate, Ticket } from '#contracts/tickets.ts'

export interface Taken {
  readonly ticket: Ticket
  /** Absent while no open window could serve it. */
  readonly estimate?: Estimate
}

export type Step =
  | { readonly name: 'start' }
  | { readonly name: 'services' }
  | { readonly name: 'search' }
  | { readonly name: 'confirm'; readonly serviceId: string }
  | { readonly name: 'elsewhere'; readonly door: 'appointment' | 'oneThing' }
  | { readonly name: 'number'; readonly taken: Taken }
  | { readonly name: 'refused'; readonly serviceId: string; readonly code: string }

/** Seconds until an untouched step gives way to the start; the start itself stays. */
export const patienceSeconds = ({ name }: Step): number | undefined => {
  if (name === 'start') return undefined
  return name === 'number' ? 20 : 60
}

/** From here on the visitor is told that the step is about to go. */
const NOTICE_SECONDS = 15

/** Whole seconds left of a step, once they are worth saying; the number's own are always said. */
export const secondsToSay = (step: Step, idleMs: number): number | undefined => {
  const patience = patienceSeconds(step)
  if (patience === undefined) return undefined
  const left = Math.max(0, Math.ceil(patience - idleMs / 1000))
  return step.name === 'number' || left <= NOTICE_SECONDS ? left : undefined
}

export const isOver = (step: Step, idleMs: number): boolean => {
  const patience = patienceSeconds(step)
  return patience !== undefined && idleMs >= patience * 1000
}
