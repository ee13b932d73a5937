/** One life of the process that the broker runs in. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Log } from '#edge/ports.ts'
import { BrokerFault, faultOf } from './brokerFault.ts'
import type { BrokerSettings, FromBroker, ToBroker } from './messages.ts'
import { within } from './within.ts'

const START_TIMEOUT = 20_000
const STOP_TIMEOUT = 3000
/** A broker holds little on the heap of V8 (payloads lie beside it); these keep the process below 80 MB and bounded. */
const SMALL_HEAP = ['--max-old-space-size=96', '--max-semi-space-size=1', '--optimize-for-size']

export interface ChildBroker {
  pid: number
  port: number
  wsPort: number | undefined
  tell(message: ToBroker): void
  /** Resolves with what it ended by: an exit code or a signal. */
  ended: Promise<string>
  stop(): Promise<void>
}

const forkBroker = (): ChildProcess =>
  fork(fileURLToPath(new URL('./startProcess.cjs', import.meta.url)), [], {
    execArgv: SMALL_HEAP,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

/** Resolves when it listens. Rejects with `BrokerFault`, and then its process has ended. */
export const startChildBroker = async (settings: BrokerSettings, log: Log): Promise<ChildBroker> => {
  const child = forkBroker()
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  const tell = (message: ToBroker) => {
    if (child.connected) child.send(message, () => {})
  }
  const stop = async () => {
    tell({ type: 'close' })
    if (!(await within(STOP_TIMEOUT, ended))) child.kill('SIGKILL')
    await ended
  }
  const listening = new Promise<{ port: number; wsPort: number | undefined }>((resolve, reject) => {
    child.on('message', (message: FromBroker) => {
      if (message.type === 'log') log[message.level](message.facts, message.words)
      else if (message.type === 'listening') resolve(message)
      else reject(faultOf(settings, message))
    })
    ended.then((how) => reject(new BrokerFault(`the process of the broker ended before it listened: ${how}`)))
  })
  tell({ type: 'open', settings })
  try {
    if (!(await within(START_TIMEOUT, listening)))
      throw new BrokerFault(`the broker does not listen after ${START_TIMEOUT / 1000} s`)
    const { port, wsPort } = await listening
    return { pid: child.pid ?? 0, port, wsPort, tell, ended, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}
