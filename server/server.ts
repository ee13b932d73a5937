/** The server: everything that remembers the hall and speaks of it, opened together and closed in reverse. */
import type { Hall } from '#contracts/hall.ts'
import type { HallId } from '#contracts/ids.ts'
import type { Looking } from '#contracts/looking.ts'
import type { SiteDesk } from '#contracts/siteDesk.ts'
import { createApp } from './app.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/client.ts'
import type { House } from './house.ts'
import type { Identity } from './identity/identity.ts'
import { listen, type Tls } from './listening.ts'
import { openLive } from './live.ts'
import type { Log } from './log.ts'
import { createLooks } from './looks.ts'
import { openMirror } from './mirror.ts'
import { startMissing } from './missing.ts'
import { createPast, noPast } from './past.ts'
import { openRecorder } from './recorder.ts'
import { createSpeaking } from './speaking.ts'
import { openTelling } from './webhooks/telling.ts'
import type { Webhook } from './webhooks/webhooks.ts'

export interface Server {
  url: string
  port: number
  /** Within five seconds, also while requests, screens and the database hang. */
  close(): Promise<void>
}

export interface ServerNeeds {
  hall: Hall
  hallId: HallId
  /** Without one the hall works, and nothing of it is remembered beyond its own journal. */
  database: { db: Db } | undefined
  /** What managers look with through cameras; absent where nothing looks through them. */
  looking?: Looking
  /** Who may come in. */
  identity: Identity
  /** Both of them make it https. */
  tls?: Tls | undefined
  /** Without it the site file can be neither read nor changed here. */
  siteDesk?: SiteDesk | undefined
  /** Who outside is told when nobody inside accepts. */
  webhooks?: readonly Webhook[] | undefined
  /** The built dashboard; without it there are no pages. */
  dashboardDir?: string | undefined
  /** The operator's own recordings for the voice. */
  voiceDir?: string | undefined
  host: string
  /** 0 takes a free one. */
  port: number
  clock: Clock
  log: Log
}

/** Rejects with `ServerFault` when the port cannot be opened. */
export const openServer = async (needs: ServerNeeds): Promise<Server> => {
  const { hall, hallId, database, looking, identity, tls, siteDesk, dashboardDir, host, port, clock, log } = needs
  const { webhooks = [], voiceDir } = needs
  const mirror = openMirror({ hall })
  const live = openLive({ mirror, identity, log })
  const recorder = database && openRecorder({ hall, hallId, db: database.db, clock, log })
  const past = database ? createPast({ db: database.db, hallId }) : noPast()
  const looks = createLooks({ looking, clock })
  const speaking = createSpeaking(clock)
  const telling = openTelling({ hall, mirror, webhooks, clock, log })
  const house: House = {
    hall,
    hallId,
    mirror,
    live,
    recorder,
    past,
    looks,
    speaking,
    telling,
    identity,
    siteDesk,
    clock,
    log,
  }

  const stopMissing = startMissing(house)

  const forget = async () => {
    stopMissing()
    await telling.close()
    await recorder?.close()
    mirror.close()
  }
  try {
    const listening = await listen({
      app: createApp({ house, dashboardDir, voiceDir }),
      sockets: live.sockets,
      host,
      port,
      tls,
    })
    return {
      port: listening.port,
      url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${listening.port}`,
      close: async () => {
        await Promise.all([listening.close(), live.close()])
        await forget()
      },
    }
  } catch (fault) {
    await live.close()
    await forget()
    throw fault
  }
}
