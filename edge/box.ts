/** The box in the hall: edge and server in one process, opened together and closed in reverse. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Fact } from '#contracts/facts.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteDesk } from '#contracts/siteDesk.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { factsOf } from '#server/history/facts.ts'
import type { ManagerPassword } from '#server/manager.ts'
import { openServer } from '#server/server.ts'
import { readWebhooks } from '#server/webhooks/webhooks.ts'
import { openLevelJournal } from './adapters/levelJournal.ts'
import type { Config } from './config.ts'
import { openEdge } from './edge.ts'
import { createLife, together } from './life.ts'
import type { Clock, EdgeHall, Journal, Log } from './ports.ts'

const DASHBOARD = join(import.meta.dirname, '../dist/dashboard')

/** Facts written to a fresh journal at a time. */
const FILL = 500

export interface Box {
  hall: EdgeHall
  /** Where browsers connect, and where devices do. */
  url: string
  mqttUrl: string
  close(): Promise<void>
}

const isEmpty = async (journal: Journal): Promise<boolean> => {
  for await (const _ of journal.read(1)) return false
  return true
}

/** A box that has lost its disk gets its facts back from the database, before anything new happens. */
const fillFrom = async (database: Database, journal: Journal, { hallId }: Site, log: Log): Promise<void> => {
  const facts: Fact[] = []
  let filled = 0
  for await (const fact of factsOf(database.db, hallId, 1)) {
    facts.push(fact)
    filled += 1
    if (facts.length === FILL) await journal.append(facts.splice(0))
  }
  if (facts.length > 0) await journal.append(facts)
  if (filled > 0) log.warn({ facts: filled }, 'the journal was empty and has been filled from the database')
}

export interface BoxNeeds {
  site: Site
  config: Config
  clock: Clock
  log: Log
  /** Without it nobody sets cameras up or looks through them. */
  managerPassword?: ManagerPassword
  /** Without it the site file is changed by hand alone. */
  siteDesk?: SiteDesk
}

export const openBox = async (needs: BoxNeeds): Promise<Box> => {
  const { site, config, clock, log, managerPassword, siteDesk } = needs
  const life = createLife()
  const close = async (): Promise<void> => {
    for (const error of await life.end()) log.error({ error }, 'something did not close as it should')
  }
  try {
    const journal = await life.begin(openLevelJournal(join(config.dataDir, 'journal')), (opened) => opened.close())
    const opening = life.begin(openDatabase({ url: config.DATABASE_URL, dataDir: config.dataDir, log }), (opened) =>
      opened.close(),
    )
    const beginning = isEmpty(journal).then(async (empty) => {
      if (empty) await fillFrom(await opening, journal, site, log)
      return openEdge({ site, config, journal, clock, log, life })
    })
    const [database, { hall, mqttUrl, looking }] = await together(opening, beginning)
    const server = await life.begin(
      openServer({
        hall,
        hallId: site.hallId,
        database,
        ...(looking && { looking }),
        managerPassword,
        siteDesk,
        webhooks: readWebhooks(join(config.dataDir, 'webhooks.json')),
        dashboardDir: existsSync(DASHBOARD) ? DASHBOARD : undefined,
        host: config.HOST,
        port: config.PORT,
        clock,
        log,
      }),
      (opened) => opened.close(),
    )
    return { hall, url: server.url, mqttUrl, close }
  } catch (fault) {
    await close()
    throw fault
  }
}
