/** Clerks who press: so many calls a second through the front door, whether or not the hall keeps up. */
import type { Ask } from '../../support/visiting.ts'
import { steadyNow } from './steady.ts'

export interface Press {
  readonly number: string
  /** Of the steady clock. */
  readonly at: number
}

export interface Pressing {
  readonly ask: Ask
  readonly windowIds: readonly string[]
  readonly serviceIds: readonly string[]
  readonly perSecond: number
  readonly seconds: number
}

const CONTENT = 60

/** Opens all windows and fills the hall, so that everybody has somebody to call. */
const openHall = async ({ ask, windowIds, serviceIds }: Pressing): Promise<void> => {
  for (const windowId of windowIds) await ask('POST', `/api/windows/${windowId}/open`, {})
  for (let visitor = 0; visitor < CONTENT; visitor++) await visit({ ask, serviceIds }, visitor)
}

const visit = ({ ask, serviceIds }: Pick<Pressing, 'ask' | 'serviceIds'>, n: number) =>
  ask('POST', '/api/tickets', { serviceIds: [serviceIds[n % serviceIds.length]] })

const press = async (ask: Ask, windowId: string): Promise<Press | undefined> => {
  const at = steadyNow()
  const { status, body } = await ask('POST', `/api/windows/${windowId}/call-next`, {})
  if (status !== 200) return undefined
  await ask('POST', `/api/windows/${windowId}/start`, {})
  await ask('POST', `/api/windows/${windowId}/finish`, {})
  return { number: body.ticket.number, at }
}

/** Presses in their order; those that found nobody, or a window still at work, are left out. */
export const pressAWhile = async (pressing: Pressing): Promise<Press[]> => {
  const { ask, windowIds, perSecond, seconds } = pressing
  await openHall(pressing)
  const pressed: Promise<Press | undefined>[] = []
  const began = performance.now()
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1000) / perSecond - performance.now()
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
    void visit(pressing, n)
    pressed.push(press(ask, windowIds[n % windowIds.length] ?? ''))
  }
  const done = await Promise.all(pressed)
  return done.flatMap((one) => one ?? [])
}
