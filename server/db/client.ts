/** The way to the database: opened, brought up to date with the schema, closed. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import { databaseAddress, databaseFault } from './databaseFaults.ts'
import { openEmbedded } from './embedded.ts'

export type Db = NodePgDatabase

export interface Database {
  readonly db: Db
  /** Within seconds, also while a query hangs. */
  close(): Promise<void>
}

export interface DatabaseNeeds {
  /** Of a PostgreSQL that somebody else runs; without it one of our own runs in `dataDir`. */
  url?: string | undefined
  dataDir: string
  log: Log
}

const CONNECTIONS = 5
const MIGRATIONS = join(import.meta.dirname, 'migrations')
/** Any number, as long as every hallkeeper takes the same. */
const MIGRATION_LOCK = 7_270_011
const CONNECT_PATIENCE = 10_000
const CLOSE_PATIENCE = 2_000

/**
 * A connection that dies fails the query under way. Without a listener of its own it would end the process,
 * and the pool listens only while nobody has the connection checked out.
 */
const connect = (url: string, log: Log): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    application_name: 'hallkeeper',
    keepAlive: true,
  })
  pool.on('connect', (client) => client.on('error', (error: Error) => log.warn({ error }, 'a connection is lost')))
  pool.on('error', () => {})
  return pool
}

/** One process at a time, on a session of its own that holds the lock until it is closed. */
const bringUpToDate = async (pool: Pool, db: Db): Promise<void> => {
  const session = await pool.connect()
  try {
    await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(db, { migrationsFolder: MIGRATIONS })
  } finally {
    session.release(true)
  }
}

/** Rejects with DatabaseFault, whose sentence says what is wrong and never the password. */
export const openDatabase = async ({ url, dataDir, log }: DatabaseNeeds): Promise<Database> => {
  if (url !== undefined) databaseAddress(url)
  const embedded = url === undefined ? await openEmbedded({ dataDir, log }) : undefined
  const address = url ?? embedded?.url ?? ''
  const pool = connect(address, log)
  const db = drizzle({ client: pool, casing: 'snake_case' })
  const end = async () => {
    await Promise.race([pool.end(), pause(CLOSE_PATIENCE, undefined, { ref: false })])
    await embedded?.stop()
  }
  let ending: Promise<void> | undefined
  const close = () => {
    ending ??= end()
    return ending
  }
  try {
    await bringUpToDate(pool, db)
  } catch (cause) {
    await close()
    throw cause instanceof DatabaseFault ? cause : databaseFault(address, cause)
  }
  return { db, close }
}
