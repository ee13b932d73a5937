/** The way to the database: opened, brought up to date with the schema, closed. */
import { join } from 'node:path'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import { databaseAddress, databaseFault } from './databaseFaults.ts'
import { openEmbedded } from './embedded.ts'

export type Db = PostgresJsDatabase

export interface Database {
  readonly db: Db
  /** The same connections without drizzle; it answers bigint and timestamps as text. */
  readonly sql: Sql
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
const CONNECT_SECONDS = 10
const CLOSE_SECONDS = 2

const connect = (url: string): Sql =>
  postgres(url, {
    max: CONNECTIONS,
    connect_timeout: CONNECT_SECONDS,
    // In seconds; postgres.js would wait up to 20 after a server that was away.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => {},
    connection: { application_name: 'hallkeeper' },
  })

/** One process at a time, on a session of its own that holds the lock. */
const bringUpToDate = async (sql: Sql, db: Db): Promise<void> => {
  const session = await sql.reserve()
  try {
    await session`select pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(db, { migrationsFolder: MIGRATIONS })
    await session`select pg_advisory_unlock(${MIGRATION_LOCK})`
  } finally {
    session.release()
  }
}

/** Rejects with DatabaseFault, whose sentence says what is wrong and never the password. */
export const openDatabase = async ({ url, dataDir, log }: DatabaseNeeds): Promise<Database> => {
  if (url !== undefined) databaseAddress(url)
  const embedded = url === undefined ? await openEmbedded({ dataDir, log }) : undefined
  const address = url ?? embedded?.url ?? ''
  const sql = connect(address)
  const db = drizzle({ client: sql, casing: 'snake_case' })
  const close = async () => {
    await sql.end({ timeout: CLOSE_SECONDS })
    await embedded?.stop()
  }
  try {
    await bringUpToDate(sql, db)
  } catch (cause) {
    await close()
    throw cause instanceof DatabaseFault ? cause : databaseFault(address, cause)
  }
  return { db, sql, close }
}
