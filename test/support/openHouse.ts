/** The real hall in memory, and everything the server's routes work with, without a port. */
import type { Hono } from 'hono'
import { HallId } from '#contracts/ids.ts'
import type { Looking } from '#contracts/looking.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteDesk } from '#contracts/siteDesk.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall, Journal } from '#edge/ports.ts'
import { createApp } from '#server/app.ts'
import type { Db } from '#server/db/client.ts'
import type { House } from '#server/house.ts'
import { openLive } from '#server/live.ts'
import { createLooks } from '#server/looks.ts'
import { openMirror } from '#server/mirror.ts'
import { createPast, noPast } from '#server/past.ts'
import { openRecorder } from '#server/recorder.ts'
import { createSpeaking } from '#server/speaking.ts'
import { type HandClock, handClock } from './clock.ts'
import { NINE } from './given.ts'
import { openTestIdentity } from './identity.ts'
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
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

export interface HouseNeeds {
  journal?: Journal
  clock?: HandClock
  /** Without one there is no past. */
  db?: Db
  hallId?: string
  /** The small one unless told otherwise. */
  site?: Site
  dashboardDir?: string
  looking?: Looking
  siteDesk?: SiteDesk
}

export const openHouse = async (needs: HouseNeeds = {}): Promise<OpenedHouse> => {
  const {
    journal = memoryJournal(),
    clock = handClock(NINE),
    site = smallSite(),
    db,
    dashboardDir,
    looking,
    siteDesk,
  } = needs
  const hallId = HallId.parse(needs.hallId ?? 'test-hall')
  const log = keptLog()
  const hall = await openHall({ site: { ...site, hallId }, clock, log, journal })
  const mirror = openMirror({ hall })
  const identity = await openTestIdentity({ clock, log, hallId, db })
  const live = openLive({ mirror, identity, log })
  const recorder = db && openRecorder({ hall, db, hallId, log, clock })
  const past = db ? createPast({ db, hallId }) : noPast()
  const looks = createLooks({ looking, clock })
  const house: House = {
    hallId,
    hall,
    mirror,
    live,
    past,
    recorder,
    looks,
    speaking: createSpeaking(clock),
    telling: { parts: () => [], waiting: () => [] },
    identity,
    siteDesk,
    clock,
    log,
  }
  const app = createApp({ house, dashboardDir })
  return {
    ...house,
    app,
    hall,
    clock,
    log,
    tick: async () => {
      hall.pass({ type: 'beat' })
      await hall.send({ id: commandId(`tick:${clock.now()}`), by: 'clock', command: { type: 'tick' } })
    },
    ask: async (method, path, body, headers) =>
      app.request(path, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: async () => {
      await live.close()
      await identity.close()
      await recorder?.close()
      mirror.close()
      await hall.close()
    },
  }
}
