/** The schema, brought up to date before anybody uses the database. */
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { createClient } from './dialing.ts'

const MIGRATIONS = join(import.meta.dirname, 'migrations')
/** Any number, as long as every hallkeeper takes the same. */
const MIGRATION_LOCK = 7_270_011

/** One process at a time: its only connection holds the lock until it is closed. */
export const bringUpToDate = async (url: string): Promise<void> => {
  const client = createClient(url, { max: 1 })
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS })
  } finally {
    await client.end({ timeout: 0 })
  }
}
