/** The embedded broker as the edge sees it: opened in a process of its own, started again when that dies, closed. */
import type { Log } from '#edge/ports.ts'
import { BrokerFault } from './brokerFault.ts'
import { type ChildBroker, startChildBroker } from './childBroker.ts'
import type { BrokerSettings } from './messages.ts'
import { type Account, wrongIn } from './permissions.ts'

const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5000
/** A process that lived this long did not die of its start. */
const HEALTHY = 60_000
const CONNECTIONS_PER_ADDRESS = 256

type Defaulted = 'hallId' | 'interfaceName' | 'connectionsPerAddress'
export type BrokerOptions = Omit<BrokerSettings, Defaulted> & Partial<Pick<BrokerSettings, Defaulted>> & { log: Log }

export interface Broker {
  url: string
  wsUrl: string | undefined
  port: number
  /** Of the process that serves now; another one after a death. */
  readonly pid: number
  /** From now on these accounts. Who came by one that is gone or changed is sent away. Throws `BrokerFault`. */
  admit(accounts: readonly Account[], anonymous: boolean): void
  /** Resolves when the process has ended. */
  close(): Promise<void>
}

/** How a client on this box writes the address that the broker listens on. */
const reachable = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

const refuseWrong = (accounts: readonly Account[]): void => {
  const wrong = wrongIn(accounts)
  if (wrong !== undefined) throw new BrokerFault(wrong)
}

/** Starts `settings` again after each death, sooner after a long life, until it is stopped. */
const keepAlive = (first: ChildBroker, settings: () => BrokerSettings, log: Log) => {
  let child = first
  let pause = FIRST_PAUSE
  let stopping = false
  let waiting: NodeJS.Timeout | undefined
  let starting: Promise<void> = Promise.resolve()

  const restart = async (): Promise<void> => {
    try {
      child = await startChildBroker(settings(), log)
      log.info({ pid: child.pid, port: child.port }, 'broker serves again')
      follow()
    } catch (fault) {
      log.error({ reason: fault instanceof Error ? fault.message : String(fault) }, 'broker did not start again')
      restartLater()
    }
  }

  const restartLater = (): void => {
    if (stopping) return
    waiting = setTimeout(() => {
      starting = restart()
    }, pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  const follow = (): void => {
    const since = Date.now()
    const { pid } = child
    child.ended.then((how) => {
      if (stopping) return
      log.error({ pid, how }, 'broker ended by itself')
      if (Date.now() - since > HEALTHY) pause = FIRST_PAUSE
      restartLater()
    })
  }

  const stop = async (): Promise<void> => {
    stopping = true
    clearTimeout(waiting)
    await starting
    await child.stop()
  }

  follow()
  return { current: () => child, stop }
}

/** Rejects with `BrokerFault`, whose message is a sentence for the person who starts the hall. */
export const openBroker = async ({ log, ...options }: BrokerOptions): Promise<Broker> => {
  refuseWrong(options.accounts)
  const defaults = { hallId: '+', interfaceName: 'uagv', connectionsPerAddress: CONNECTIONS_PER_ADDRESS }
  let settings: BrokerSettings = { ...defaults, ...options }
  const first = await startChildBroker(settings, log)
  const { port, wsPort } = first
  settings = { ...settings, port, wsPort }
  const life = keepAlive(first, () => settings, log)
  const host = reachable(options.host)
  return {
    url: `mqtt://${host}:${port}`,
    wsUrl: wsPort === undefined ? undefined : `ws://${host}:${wsPort}/mqtt`,
    port,
    get pid() {
      return life.current().pid
    },
    admit: (accounts, anonymous) => {
      refuseWrong(accounts)
      settings = { ...settings, accounts, anonymous }
      life.current().tell({ type: 'admit', accounts, anonymous })
    },
    close: life.stop,
  }
}
