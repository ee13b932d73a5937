/** A PostgreSQL cluster on disk: made whole or not at all, with a password nobody chose. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFault } from '../faults.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type Home, isCluster } from './home.ts'

export const USER = 'hallkeeper'

/** All that PostgreSQL's programs see of our environment. */
export const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const secretIn = (cluster: string) => join(cluster, 'hallkeeper.secret')

const giveTo = (account: Account, ...paths: string[]): void => {
  if (account.uid === undefined) return
  for (const path of paths) chownSync(path, account.uid, account.gid)
}

/** `fast` gives up safety against power loss, for tests. */
export const makeCluster = (home: Home, binaries: Binaries, fast: boolean): void => {
  const making = `${home.cluster}.new`
  const secret = `${making}.secret`
  for (const left of [making, secret]) rmSync(left, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 })
  giveTo(home.account, making, secret)
  const flags = ['-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const plain = ['--locale=C', '--no-instructions', ...(fast ? ['--no-sync'] : [])]
  const made = spawnSync(binaries.initdb, ['-D', making, '-U', USER, '--pwfile', secret, ...flags, ...plain], {
    ...home.account,
    env: ENVIRONMENT,
    cwd: '/',
    encoding: 'utf8',
  })
  if (made.status !== 0)
    throw new DatabaseFault(`PostgreSQL could not make its files in ${home.folder}: ${made.error ?? made.stderr}`)
  renameSync(secret, secretIn(making))
  renameSync(making, home.cluster)
}

/** Makes the cluster when there is none yet; its password. Throws DatabaseFault. */
export const openCluster = (home: Home, binaries: Binaries, fast: boolean): string => {
  try {
    if (!isCluster(home.cluster)) makeCluster(home, binaries, fast)
    return readFileSync(secretIn(home.cluster), 'utf8').trim()
  } catch (cause) {
    if (cause instanceof DatabaseFault) throw cause
    throw new DatabaseFault(`the database in ${home.cluster} cannot be opened: ${cause}`, { cause })
  }
}
