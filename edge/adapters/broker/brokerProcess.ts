/** The process of the broker: opens it as its parent says, tells what happens, ends with its parent. */
import type { Log } from '#edge/ports.ts'
import type { FromBroker, ToBroker } from './messages.ts'
import { openServing, type Serving } from './serving.ts'

const tell = (message: FromBroker): void => {
  process.send?.(message)
}

const telling =
  (level: 'debug' | 'info' | 'warn' | 'error') =>
  (facts: object, words: string): void =>
    tell({ type: 'log', level, facts, words })

const log: Log = {
  debug: telling('debug'),
  info: telling('info'),
  warn: telling('warn'),
  error: telling('error'),
}

const refusalOf = (cause: unknown): FromBroker => {
  const facts = typeof cause === 'object' && cause !== null ? cause : {}
  return {
    type: 'refused',
    code: 'code' in facts ? String(facts.code) : '',
    port: 'port' in facts ? Number(facts.port) : undefined,
    reason: cause instanceof Error ? cause.message : String(cause),
  }
}

const listenToParent = (): void => {
  let serving: Serving | undefined

  const obey = async (message: ToBroker): Promise<void> => {
    switch (message.type) {
      case 'open':
        serving = await openServing(message.settings, log)
        return tell({ type: 'listening', port: serving.port, wsPort: serving.wsPort })
      case 'admit':
        return serving?.admit(message.accounts, message.anonymous)
      case 'close':
        await serving?.close()
        process.exit(0)
    }
  }

  process.on('message', (message: ToBroker) => {
    obey(message).catch((cause) => tell(refusalOf(cause)))
  })
  process.on('disconnect', () => process.exit(0))
  // A ctrl-C, or the end of a service, reaches the whole group of processes; the parent still has things to say on the bus before it closes us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
}

listenToParent()
