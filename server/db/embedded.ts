/** The PostgreSQL that comes with hallkeeper, for a hall that names no other: started, kept running, stopped. */
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseFault } from '../faults.ts'
import type { Log } from '../log.ts'
import { findBinaries } from './binaries.ts'
import { openCluster, USER } from './cluster.ts'
import { untilFree } from './holder.ts'
import { ELSEWHERE, findHome } from './home.ts'
import { type Postmaster, type PostmasterNeeds, startPostmaster } from './postmaster.ts'

export interface Embedded {
  /** With its password: not for logs. Stays the same when the server has to be started again. */
  readonly url: string
  /** Where the cluster is. */
  readonly folder: string
  stop(): Promise<void>
}

export interface EmbeddedNeeds {
  dataDir: string
  /** For tests: nothing survives a power cut. */
  fast?: boolean
  log?: Log | undefined
  /** Where the files go when PostgreSQL's user cannot enter `dataDir`. */
  elsewhere?: string
  /** How long to wait for a server of before that is still going down, in ms. */
  patience?: number
}

const PATIENCE = 20_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** What a second try may cure: a port that was taken in between, or remains of a server that is still going. */
const PASSING = /could not bind|Address already in use|shared memory block|lock file/

const start = async (needs: Omit<PostmasterNeeds, 'port'>, patience: number) => {
  const until = performance.now() + patience
  for (;;) {
    await untilFree(needs.home.cluster, patience)
    const port = await freePort()
    try {
      return { port, postmaster: await startPostmaster({ ...needs, port }) }
    } catch (fault) {
      if (!(fault instanceof DatabaseFault && PASSING.test(fault.message)) || performance.now() > until) throw fault
      await pause(FIRST_PAUSE)
    }
  }
}

/** Starts it again, on the same port, whenever it ends unasked; the way to end that. */
const keepRunning = (first: Postmaster, needs: PostmasterNeeds): (() => Promise<void>) => {
  const stopped = new AbortController()
  let postmaster = first

  const again = async (): Promise<Postmaster | undefined> => {
    for (let next = FIRST_PAUSE; !stopped.signal.aborted; next = Math.min(next * 2, LONGEST_PAUSE)) {
      try {
        await untilFree(needs.home.cluster, 2 * FIRST_PAUSE)
        return await startPostmaster(needs)
      } catch (error) {
        needs.log?.error({ error }, 'PostgreSQL does not start again')
        await pause(next, undefined, { signal: stopped.signal }).catch(() => undefined)
      }
    }
    return undefined
  }

  const keep = async (): Promise<void> => {
    for (;;) {
      await postmaster.ended
      if (stopped.signal.aborted) return
      needs.log?.warn({ folder: needs.home.cluster }, 'PostgreSQL has ended unasked and is started again')
      const next = await again()
      if (!next) return
      postmaster = next
      if (stopped.signal.aborted) return next.stop()
    }
  }
  const keeping = keep()

  return async () => {
    stopped.abort()
    await postmaster.stop()
    await keeping
  }
}

/** Resolves when it takes connections on a free loopback port. Rejects with DatabaseFault. */
export const openEmbedded = async (needs: EmbeddedNeeds): Promise<Embedded> => {
  const { dataDir, fast = false, log, elsewhere = ELSEWHERE, patience = PATIENCE } = needs
  const home = findHome({ dataDir, elsewhere, log })
  const binaries = findBinaries(home.account, home.folder)
  const password = openCluster(home, binaries, fast)
  const { port, postmaster } = await start({ home, binaries, fast, log }, patience)
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
    folder: home.cluster,
    stop: keepRunning(postmaster, { home, binaries, fast, log, port }),
  }
}
