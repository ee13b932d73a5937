/** Who holds a cluster: a server of before may still be going down, and a killed one leaves its claim behind. */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseFault } from '../faults.ts'

const claimIn = (cluster: string) => join(cluster, 'postmaster.pid')

/** The process that says it holds the cluster; undefined when none does. */
export const claimant = (cluster: string): number | undefined => {
  try {
    const pid = Number(readFileSync(claimIn(cluster), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

/** Empty for a zombie: killed, and not yet taken note of by its parent. */
const commandOf = (pid: number): string => {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', `${pid}`, '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** PostgreSQL works in its cluster's folder; undefined where that cannot be seen. */
const folderOf = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

const isServerOf = (pid: number, cluster: string): boolean =>
  commandOf(pid).includes('postgres') && (folderOf(pid) ?? cluster) === cluster

/**
 * Resolves when nobody holds the cluster, at once or when a server going down has gone. Rejects with DatabaseFault
 * when one still runs after `patience`. The claim of a process that is no PostgreSQL (its number was given away
 * anew, or it is a zombie) is removed; PostgreSQL itself still refuses while orphans of that server are alive.
 */
export const untilFree = async (cluster: string, patience: number): Promise<void> => {
  const until = performance.now() + patience
  for (;;) {
    const pid = claimant(cluster)
    if (pid === undefined || !exists(pid)) return
    if (!isServerOf(pid, cluster)) return rmSync(claimIn(cluster), { force: true })
    if (performance.now() > until)
      throw new DatabaseFault(`the database in ${cluster} is in use by process ${pid}: stop that hallkeeper first`)
    await pause(50)
  }
}
