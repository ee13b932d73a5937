/** Clerks who open their windows, call, serve, and now and then send papers with a robot. */

import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { SiteWindow } from '#contracts/site.ts'
import { createEnding, type SimulatedClock } from './clock.ts'
import type { Door } from './door.ts'
import type { Dice } from './random.ts'

const NO_SHOW_SHARE = 0.06
const PAPERS_SHARE = 0.15
/** Standard deviation of the logarithm of service times; their coefficient of variation is then 0.6. */
const SPREAD = 0.55

export interface Clerks {
  door: Door
  clock: SimulatedClock
  dice: Dice
  /** How many of the windows are staffed, 0..1. */
  staffed: number
}

/** Works until it is told to end; resolves when everybody has put down the pen. */
export const startClerks = ({ door, clock, dice, staffed }: Clerks): { close(): Promise<void> } => {
  const ending = createEnding()
  const { signal } = ending

  const sendPapers = (from: SiteWindow, places: readonly string[]): Promise<unknown> =>
    door.ask('POST', '/api/missions', { kind: 'delivery', from: from.windowId, to: dice.pick(places) })

  const serveNext = async (
    desk: SiteWindow,
    usual: ReadonlyMap<string, number>,
    places: readonly string[],
  ): Promise<void> => {
    const path = `/api/windows/${desk.windowId}`
    const ticket = await door.askTicket(`${path}/call-next`)
    if (!ticket) return clock.wait(dice.uniform(5, 15) * SECOND, signal)
    await clock.wait(dice.uniform(15, 40) * SECOND, signal)
    if (dice.chance(NO_SHOW_SHARE)) {
      await door.askTicket(`${path}/recall`)
      await clock.wait(30 * SECOND, signal)
      await door.askTicket(`${path}/no-show`)
      return
    }
    await door.askTicket(`${path}/start`)
    const minutes = usual.get(ticket.serviceIds[0] ?? '') ?? 10
    await clock.wait(dice.lognormal(minutes * Math.exp(-(SPREAD ** 2) / 2), SPREAD) * MINUTE, signal)
    if (desk.nodeId && places.length > 0 && dice.chance(PAPERS_SHARE)) await sendPapers(desk, places)
    await door.askTicket(`${path}/finish`)
  }

  const work = async (): Promise<void> => {
    const [record] = await door.records('site')
    if (!record) return
    const { site } = record
    const usual = new Map<string, number>(site.services.map(({ serviceId, usualMinutes }) => [serviceId, usualMinutes]))
    const atDesk = async (desk: SiteWindow): Promise<void> => {
      await door.ask('POST', `/api/windows/${desk.windowId}/open`, {})
      const places = site.places.map(({ placeId }) => placeId)
      while (!signal.aborted) await serveNext(desk, usual, places)
    }
    await Promise.all(site.windows.filter((_, i) => i < Math.ceil(staffed * site.windows.length)).map(atDesk))
  }

  const working = work()
  return {
    close: () => {
      ending.abort()
      return working
    },
  }
}
