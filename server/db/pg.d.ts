/** The part of `pg` that we use, until `@types/pg` is installed; delete this file then. */
declare module 'pg' {
  import type { EventEmitter } from 'node:events'

  export type QueryResultRow = Record<string, unknown>

  export interface QueryResult<R = QueryResultRow> {
    rows: R[]
    rowCount: number | null
  }

  export interface PoolConfig {
    connectionString?: string
    max?: number
    connectionTimeoutMillis?: number
    application_name?: string
    keepAlive?: boolean
  }

  interface Queryable extends EventEmitter {
    query<R = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>>
  }

  export interface PoolClient extends Queryable {
    release(fault?: Error | boolean): void
  }

  export class Client extends EventEmitter implements Queryable {
    constructor(config: { connectionString: string })
    connect(): Promise<void>
    query<R = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>>
    end(): Promise<void>
  }

  export class Pool extends EventEmitter implements Queryable {
    constructor(config: PoolConfig)
    connect(): Promise<PoolClient>
    query<R = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>>
    end(): Promise<void>
  }

  const all: { Pool: typeof Pool; Client: typeof Client }
  export default all
}
