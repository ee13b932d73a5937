/** The way to the database: opened, brought up to date with the schema, closed. */
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Log } from '../log.ts'
import { openConnections } from './connections.ts'
import { databaseAddress, databaseFault } from './databaseFaults.ts'
import { openEmbedded } from './embedded.ts'
import { bringUpToDate } from './migrating.ts'

/** Without transactions: postgres.js 3.4.9 ends the process when a connection is lost between two of their queries. */
export type Db = Omit<PostgresJsDatabase, 'transaction' | '$client'>

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

/** Rejects with DatabaseFault, whose sentence says what is wrong and never the password. */
export const openDatabase = async ({ url, dataDir, log }: DatabaseNeeds): Promise<Database> => {
  if (url !== undefined) databaseAddress(url)
  const embedded = url === undefined ? await openEmbedded({ dataDir, log }) : undefined
  const address = url ?? embedded?.url ?? ''
  try {
    await bringUpToDate(address)
  } catch (cause) {
    await embedded?.stop()
    throw databaseFault(address, cause)
  }
  const connections = openConnections(address)
  const end = async () => {
    await connections.close()
    await embedded?.stop()
  }
  let ending: Promise<void> | undefined
  const close = () => {
    ending ??= end()
    return ending
  }
  return { db: connections.db, close }
}
