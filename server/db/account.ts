/** Whom PostgreSQL runs as: it refuses root, so as root it runs as somebody without rights. */
import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { DatabaseFault } from '../faults.ts'

/** Spread into spawn options; empty means as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>

const WITHOUT_RIGHTS = ['postgres', 'nobody']

const idOf = (flag: '-u' | '-g', name: string): number | undefined => {
  try {
    return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

/** The owner of what is there already, so that a later user `postgres` does not lock us out of it. */
const ownerOf = (folder: string): Account | undefined => {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

/** Ourselves, or as root the owner of `cluster`, else the first of `names` that exists. Throws DatabaseFault. */
export const accountFor = (cluster: string, names: readonly string[] = WITHOUT_RIGHTS): Account => {
  if (process.getuid?.() !== 0) return {}
  const owner = ownerOf(cluster)
  if (owner) return owner
  for (const name of names) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new DatabaseFault(
    `PostgreSQL does not run as root, and no user named ${names.join(' or ')} exists to run it as: ` +
      'make one (useradd --system postgres), start as another user, or set DATABASE_URL',
  )
}

/** Whether the account gets to a folder, or may execute a file; we as root get everywhere, others do not. */
export const reaches = (account: Account, path: string): boolean =>
  spawnSync('test', ['-x', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
