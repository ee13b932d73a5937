/** One run of the PostgreSQL server, tied to the life of this process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import type { Binaries } from './binaries.ts'
import { ENVIRONMENT } from './cluster.ts'
import { claimant } from './holder.ts'
import type { Home } from './home.ts'

export interface Postmaster {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Orderly, within seconds: clients are cut off, everything is written. */
  stop(): Promise<void>
}

export interface PostmasterNeeds {
  home: Home
  binaries: Binaries
  port: number
  fast: boolean
  log: Log | undefined
}

/** Runs "$@" and interrupts it when our end of standard input closes, so also when this process is killed. */
const TIED = 'exec 3<&0; "$@" </dev/null & p=$!; (cat <&3; kill -INT $p) >/dev/null 2>&1 & wait $p'

const STOP_PATIENCE = 4_000
const KEPT_LINES = 20

/** A hall writes some facts a second and reads little: few processes, little memory. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 24,
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '16MB',
  max_wal_size: '128MB',
  min_wal_size: '32MB',
  huge_pages: 'off',
  jit: 'off',
  io_method: 'sync',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  max_parallel_workers: 0,
  max_worker_processes: 1,
  autovacuum_worker_slots: 1,
  autovacuum_max_workers: 1,
  log_checkpoints: 'off',
  log_min_messages: 'log',
}

/** For tests: nothing survives a power cut. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const launch = ({ home, binaries, port, fast }: PostmasterNeeds): ChildProcess & { stderr: Readable } => {
  const settings = Object.entries({ ...SETTINGS, ...(fast && FAST), port })
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn('sh', ['-c', TIED, 'sh', binaries.postgres, '-D', home.cluster, ...flags], {
    ...home.account,
    env: ENVIRONMENT,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
}

const passOn = (log: Log | undefined, line: string): void => {
  if (/\b(FATAL|PANIC):/.test(line)) log?.warn({ line }, 'PostgreSQL complains')
  else log?.debug({ line }, 'PostgreSQL')
}

/** Resolves when it takes connections. Rejects with DatabaseFault and PostgreSQL's last words when it ends instead. */
export const startPostmaster = async (needs: PostmasterNeeds): Promise<Postmaster> => {
  const child = launch(needs)
  const words: string[] = []
  const ended = once(child, 'exit').then(
    () => void child.stdin?.destroy(),
    (fault) => void words.push(String(fault)),
  )
  const lines = createInterface({ input: child.stderr })
  const allSaid = once(lines, 'close')
  const ready = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      words.push(line)
      words.splice(0, words.length - KEPT_LINES)
      passOn(needs.log, line)
      if (line.includes('ready to accept connections')) resolve()
    })
  })
  const over = Promise.all([ended, allSaid]).then(() => {
    throw new DatabaseFault(`PostgreSQL ended at its start: ${words.join('\n')}`)
  })
  await Promise.race([ready, over])
  over.catch(() => undefined)
  return { ended, stop: () => stop(child, ended, needs.home.cluster) }
}

/** Fast first; after `STOP_PATIENCE` at once, which costs the next start a recovery and no data. */
const stop = async (child: ChildProcess, ended: Promise<void>, cluster: string): Promise<void> => {
  const pid = claimant(cluster)
  child.stdin?.end()
  const hurry = setTimeout(() => {
    if (pid !== undefined && pid === claimant(cluster)) process.kill(pid, 'SIGQUIT')
  }, STOP_PATIENCE)
  await ended
  clearTimeout(hurry)
}
