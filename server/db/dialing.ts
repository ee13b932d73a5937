/** A client of postgres.js, set up so that whatever happens to its connections fails the query and nothing else. */
import { connect, type Socket } from 'node:net'
import postgres, { type Options, type Sql } from 'postgres'

const CONNECT_SECONDS = 10

/**
 * A server that hangs up without a word fails the query that waited for it. postgres.js 3.4.9 would not notice before
 * its first answer, and connect again at once, for ever.
 */
const dial = ({ host, port }: { host: string[]; port: number[] }): Socket => {
  const [address = { host: '', port: 0 }] = host.map((name, i) => ({ host: name, port: port[i] ?? 0 }))
  const socket = Object.assign(connect(address), address)
  return socket.on('close', (hadError) => {
    if (!hadError) socket.emit('error', Object.assign(new Error('the database hung up'), { code: 'ECONNRESET' }))
  })
}

/** Connects with the first query. It asks for no types: an answer that does not come would end the process. */
export const createClient = (url: string, options: Options<Record<string, never>>): Sql => {
  const settings = { connect_timeout: CONNECT_SECONDS, fetch_types: false, max_lifetime: null, socket: dial }
  return postgres(url, {
    ...settings,
    ...options,
    connection: { application_name: 'hallkeeper' },
    onnotice: () => {},
  })
}
