/** The connections to the database: all of them are taken anew when one of them is lost. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { createClient } from './dialing.ts'

export interface Connections {
  readonly db: PostgresJsDatabase
  /** Within `CLOSE_SECONDS`, also while a query hangs. */
  close(): Promise<void>
}

const CONNECTIONS = 5
const CLOSE_SECONDS = 2

/**
 * A connection of postgres.js 3.4.9 that is lost while something is being written may not send another query for
 * seconds or minutes. So none is used again after a loss: a new client takes over, and the old one ends what it has
 * under way.
 */
export const openConnections = (url: string): Connections => {
  let closed = false

  const connect = () => {
    const client: Sql = createClient(url, { max: CONNECTIONS, onclose: () => lost(client) })
    return { client, db: drizzle({ client, casing: 'snake_case' }) }
  }

  const lost = (client: Sql): void => {
    if (closed || client !== current.client) return
    current = connect()
    client.end({ timeout: CLOSE_SECONDS })
  }

  let current = connect()
  return {
    db: new Proxy(current.db, { get: (_, name) => Reflect.get(current.db, name) }),
    close: () => {
      closed = true
      return current.client.end({ timeout: CLOSE_SECONDS })
    },
  }
}
