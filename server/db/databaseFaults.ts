/** What is wrong with the database, in a sentence for the person who set DATABASE_URL. Never with the password. */
import { DatabaseFault } from '../faults.ts'

export interface DatabaseAddress {
  readonly host: string
  readonly port: string
  readonly user: string
  readonly name: string
}

const FORM = 'postgres://user:password@host:5432/name'

/** Throws DatabaseFault without a cause: the cause would show the address, and so the password. */
export const databaseAddress = (url: string): DatabaseAddress => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw new DatabaseFault(`DATABASE_URL is not the address of a PostgreSQL database: it should read ${FORM}`)
  return {
    host: parsed.hostname,
    port: parsed.port || '5432',
    user: parsed.username,
    name: parsed.pathname.slice(1),
  }
}

/** The first code in the chain of causes: a SQLSTATE, one of the network or one of postgres.js. */
const codeOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return ''
  if ('code' in fault && typeof fault.code === 'string') return fault.code
  return codeOf(fault.cause)
}

const sentenceOf = (code: string, { host, port, user, name }: DatabaseAddress): string | undefined => {
  const where = `${host}:${port}`
  switch (code) {
    case 'ECONNREFUSED':
      return `no PostgreSQL answers at ${where}: is it running, and is that its port?`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${host} of DATABASE_URL is not known here`
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${where} does not answer in time: is the way to it open?`
    case 'CONNECTION_CLOSED':
    case 'ECONNRESET':
      return `${where} hung up: is it a PostgreSQL, and is it starting or stopping just now?`
    case '28P01':
    case '28000':
      return `PostgreSQL at ${where} refuses the user ${user} or the password given for it`
    case '3D000':
      return `PostgreSQL at ${where} has no database named ${name}: create it first`
    case '42501':
      return `the user ${user} may not create tables in the database ${name} at ${where}`
    case '53300':
      return `PostgreSQL at ${where} has no connection left for us`
    case '57P03':
      return `PostgreSQL at ${where} is starting or stopping just now`
    default:
      return undefined
  }
}

/** Of an error met on the way to `url`. */
export const databaseFault = (url: string, cause: unknown): DatabaseFault => {
  const address = databaseAddress(url)
  const sentence = sentenceOf(codeOf(cause), address)
  return new DatabaseFault(
    sentence ?? `the database at ${address.host}:${address.port} cannot be brought up to date: ${cause}`,
    { cause },
  )
}
