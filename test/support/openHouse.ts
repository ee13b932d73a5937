/** The real hall in memory, and everything the server's routes work with, without a port and without a database. */
import type { Hono } from 'hono'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall, Journal } from '#edge/ports.ts'
import { createApp } from '#server/app.ts'
import type { House } from '#server/house.ts'
import { openLive } from '#server/live.ts'
import { openMirror } from '#server/mirror.ts'
import { noPast } from '#server/past.ts'
import { type HandClock, handClock } from './clock.ts'
import { NINE } from './given.ts'
import { type KeptLog, keptLog } from './log.ts'
import { commandId } from './names.ts'
import { smallSite } from './smallSite.ts'

export interface OpenedHouse extends House {
  app: Hono
  hall: EdgeHall
  clock: HandClock
  log: KeptLog
  /** Lets the hall see the time, as its own clock does once a second. */
  tick(): Promise<void>
  close(): Promise<void>
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

export const openHouse = async (
  needs: Partial<Pick<House, 'past' | 'recorder'>> & { journal?: Journal; dashboardDir?: string } = {},
): Promise<OpenedHouse> => {
  const site = smallSite()
  const clock = handClock(NINE)
  const log = keptLog()
  const hall = await openHall({ site, clock, log, journal: needs.journal ?? memoryJournal() })
  const mirror = openMirror({ hall })
  const live = openLive({ mirror, log })
  const { past = noPast(), recorder, dashboardDir } = needs
  const house: House = { hallId: site.hallId, hall, mirror, live, past, recorder, clock, log }
  const app = createApp({ house, dashboardDir })
  const tick = async () => {
    hall.pass({ type: 'beat' })
    await hall.send({ id: commandId(`tick:${clock.now()}`), by: 'clock', command: { type: 'tick' } })
  }
  return {
    ...house,
    app,
    hall,
    clock,
    log,
    tick,
    close: async () => {
      await live.close()
      mirror.close()
      await hall.close()
    },
    ask: async (method, path, body, headers) =>
      app.request(path, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  }
}
