/** What drizzle gives over postgres.js, and its transaction. */
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'

export type Db = PostgresJsDatabase
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0]
