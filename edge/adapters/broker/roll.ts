/** Who is on the bus: lets clients in by their account, remembers what that permits, sends them away when it is gone. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Socket } from 'node:net'
import type { Client } from 'aedes'
import type { BrokerSettings } from './messages.ts'
import type { Account, Permissions } from './permissions.ts'
import { anonymousPermissions, permissionsOf } from './permissions.ts'

const IDENTIFIER_REJECTED = 2
const BAD_USER_NAME_OR_PASSWORD = 4
const NOT_AUTHORIZED = 5
const LOOPBACK = /^(::1$|(::ffff:)?127\.)/
const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** CONNACK with `returnCode` (MQTT 3.1.1, 3.2.2.3), then the connection is closed. */
export class NotAdmitted extends Error {
  override readonly name = 'NotAdmitted'
  readonly returnCode: number

  constructor(message: string, returnCode: number) {
    super(message)
    this.returnCode = returnCode
  }
}

export const addressOf = (client: Client): string => {
  const socket = client.req?.socket ?? client.conn
  return socket instanceof Socket ? (socket.remoteAddress ?? '') : ''
}

/** A page of somewhere else, open in a browser on the box, also comes from loopback: its origin gives it away. */
const isFromThisBox = (client: Client): boolean => {
  const origin = client.req?.headers.origin
  return LOOPBACK.test(addressOf(client)) && (origin === undefined || LOOPBACK_ORIGIN.test(origin))
}

const sameSecret = (one: string | Uint8Array, other: string | Uint8Array): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

/** The account somebody came by (undefined: by none), and what it permits. */
interface Standing {
  account: Account | undefined
  permissions: Permissions
}

export interface Roll {
  /** Throws `NotAdmitted`. */
  admit(client: Client, username: string | undefined, password: Uint8Array | undefined): void
  permissionsOf(client: Client | null): Permissions | undefined
  entered(client: Client): void
  left(client: Client): void
  /** From now on these accounts. Who came by one that is gone or changed is sent away. */
  change(accounts: readonly Account[], anonymous: boolean): void
}

export const createRoll = (settings: BrokerSettings): Roll => {
  let { accounts, anonymous } = settings
  const anybody = anonymousPermissions(settings.hallId, settings.interfaceName)
  const standings = new WeakMap<Client, Standing>()
  const present = new Map<string, Client>()

  const standingFor = (client: Client, username?: string, password?: Uint8Array): Standing => {
    if (username === undefined) {
      if (!anonymous || !isFromThisBox(client)) throw new NotAdmitted('came without credentials', NOT_AUTHORIZED)
      return { account: undefined, permissions: anybody }
    }
    const account = accounts.find((each) => each.username === username)
    if (account === undefined || !sameSecret(password ?? '', account.password))
      throw new NotAdmitted(`wrong user name or password for "${username}"`, BAD_USER_NAME_OR_PASSWORD)
    return { account, permissions: permissionsOf(account) }
  }

  const stays = (client: Client): boolean => {
    const account = standings.get(client)?.account
    return account === undefined ? anonymous : accounts.some((each) => JSON.stringify(each) === JSON.stringify(account))
  }

  return {
    admit: (client, username, password) => {
      const standing = standingFor(client, username, password)
      const holder = present.get(client.id)
      if (holder !== undefined && standings.get(holder)?.account?.username !== username)
        throw new NotAdmitted(`client id "${client.id}" is in use by another account`, IDENTIFIER_REJECTED)
      standings.set(client, standing)
    },
    permissionsOf: (client) => (client === null ? undefined : standings.get(client)?.permissions),
    entered: (client) => {
      present.set(client.id, client)
    },
    left: (client) => {
      if (present.get(client.id) === client) present.delete(client.id)
    },
    change: (nextAccounts, nextAnonymous) => {
      accounts = nextAccounts
      anonymous = nextAnonymous
      for (const client of present.values()) if (!stays(client)) client.close()
    },
  }
}
