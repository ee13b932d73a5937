/** Where the embedded PostgreSQL lives: in the data folder, or elsewhere when its user cannot get in there. */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import { type Account, accountFor, reaches } from './account.ts'

/** Root's folders (0700) shut PostgreSQL's user out; it lives here then. */
export const ELSEWHERE = '/var/lib/hallkeeper'

export interface Home {
  readonly account: Account
  /** Ours: holds the cluster, and the programs where they had to be copied. */
  readonly folder: string
  readonly cluster: string
}

export const isCluster = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'))

const makeFolder = (folder: string): string => {
  try {
    mkdirSync(folder, { recursive: true })
    return realpathSync(folder)
  } catch (cause) {
    throw new DatabaseFault(`the folder ${folder} for the database cannot be made: ${cause}`, { cause })
  }
}

const homeIn = (folder: string): Home => {
  const cluster = join(folder, 'cluster')
  return { account: accountFor(cluster), folder, cluster }
}

/** A database that was there before is never passed by in silence for an empty one. Throws DatabaseFault. */
export const findHome = (needs: { dataDir: string; elsewhere: string; log: Log | undefined }): Home => {
  const dataDir = makeFolder(needs.dataDir)
  const home = homeIn(join(dataDir, 'postgres'))
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const other = homeIn(join(needs.elsewhere, hash))
  if (!isCluster(home.cluster) && isCluster(other.cluster)) return other
  if (reaches(home.account, dataDir)) {
    makeFolder(home.folder)
    return home
  }
  if (isCluster(home.cluster))
    throw new DatabaseFault(`the user PostgreSQL runs as no longer gets into ${dataDir}: chmod o+x that folder`)
  makeFolder(other.folder)
  for (const folder of [needs.elsewhere, other.folder]) chmodSync(folder, 0o755)
  needs.log?.warn({ dataDir, folder: other.folder }, 'PostgreSQL cannot enter the data folder and lives elsewhere')
  return other
}
