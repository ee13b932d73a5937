/** The box in the hall: edge and server in one process, opened together and closed in reverse. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceDesk } from '#contracts/deviceDesk.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteDesk } from '#contracts/siteDesk.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { factsOf } from '#server/history/facts.ts'
import { ensureAdmin } from '#server/identity/firstAdmin.ts'
import { type Identity, openIdentity } from '#server/identity/identity.ts'
import { createOidc } from '#server/identity/oidc.ts'
import { openServer } from '#server/server.ts'
import { readWebhooks } from '#server/webhooks/webhooks.ts'
import { systemClock } from './adapters/clock.ts'
import { openLevelJournal } from './adapters/levelJournal.ts'
import { type Config, ConfigFault } from './config.ts'
import { openEdge } from './edge.ts'
import { createLife, type Life, together } from './life.ts'
import type { Clock, EdgeHall, Journal, Log } from './ports.ts'

const DASHBOARD = join(import.meta.dirname, '../dist/dashboard')

/** Facts written to a fresh journal at a time. */
const FILL = 500

export interface Box {
  hall: EdgeHall
  /** Where browsers connect, and where devices do. */
  url: string
  mqttUrl: string
  identity: Identity
  /** Of the admin, on the first start without ADMIN_PASSWORD: to be told this once. */
  drawnPassword: string | undefined
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

const tlsOf = ({ TLS_CERT, TLS_KEY }: Config) => {
  if (TLS_CERT === undefined || TLS_KEY === undefined) return undefined
  try {
    return { cert: readFileSync(TLS_CERT, 'utf8'), key: readFileSync(TLS_KEY, 'utf8') }
  } catch (cause) {
    throw new ConfigFault(`TLS_CERT or TLS_KEY cannot be read: ${cause}`, { cause })
  }
}

/** People and their authenticators go by the time of the world, also where the hall's clock runs ahead of it. */
const letIn = async (needs: {
  site: Site
  config: Config
  log: Log
  database: Database
  deviceDesk: DeviceDesk | undefined
  life: Life
}): Promise<{ identity: Identity; drawnPassword: string | undefined }> => {
  const { site, config, log, database, deviceDesk, life } = needs
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  const clock = systemClock()
  const oidc =
    issuer !== undefined && clientId !== undefined
      ? createOidc({ issuer, clientId, clientSecret, roleClaim: config.OIDC_ROLE_CLAIM }, clock)
      : undefined
  const identity = await life.begin(
    openIdentity({
      hallId: site.hallId,
      database,
      dataDir: config.dataDir,
      clock,
      log,
      trustsLocal: config.HTTP_LOCAL === 'trusted',
      oidc,
      deviceDesk,
    }),
    (opened) => opened.close(),
  )
  const drawnPassword = await ensureAdmin({ people: identity.people, password: config.ADMIN_PASSWORD, log })
  return { identity, drawnPassword }
}

export interface BoxNeeds {
  site: Site
  config: Config
  clock: Clock
  log: Log
  /** Without it the site file is changed by hand alone. */
  siteDesk?: SiteDesk
}

export const openBox = async (needs: BoxNeeds): Promise<Box> => {
  const { site, config, clock, log, siteDesk } = needs
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
    const [database, { hall, mqttUrl, looking, deviceDesk }] = await together(opening, beginning)
    const { identity, drawnPassword } = await letIn({ site, config, log, database, deviceDesk, life })
    const server = await life.begin(
      openServer({
        hall,
        hallId: site.hallId,
        database,
        ...(looking && { looking }),
        identity,
        tls: tlsOf(config),
        siteDesk,
        webhooks: readWebhooks(join(config.dataDir, 'webhooks.json')),
        voiceDir: join(config.dataDir, 'voice'),
        dashboardDir: existsSync(DASHBOARD) ? DASHBOARD : undefined,
        host: config.HOST,
        port: config.PORT,
        clock,
        log,
      }),
      (opened) => opened.close(),
    )
    return { hall, url: server.url, mqttUrl, identity, drawnPassword, close }
  } catch (fault) {
    await close()
    throw fault
  }
}
