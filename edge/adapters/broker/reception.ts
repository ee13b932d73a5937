/** Takes connections in, a bounded number from each address, and cuts them all at the end. */
import type { Duplex } from 'node:stream'
import type { Log } from '#edge/ports.ts'
import type { Sparing } from './sparing.ts'

export interface Reception {
  /** Whether there was room. If not, the connection is cut. */
  receive(stream: Duplex, address: string): boolean
  cutAll(): void
}

export const createReception = (mostPerAddress: number, sparing: Sparing, log: Log): Reception => {
  const open = new Set<Duplex>()
  const countByAddress = new Map<string, number>()

  const refuse = (stream: Duplex, address: string): void => {
    const facts = { address, most: mostPerAddress }
    sparing(`address ${address}`, (times) => log.warn({ ...facts, times }, 'too many connections from one address'))
    stream.on('error', () => {})
    stream.destroy()
  }

  const count = (address: string, change: 1 | -1): void => {
    const next = (countByAddress.get(address) ?? 0) + change
    if (next > 0) countByAddress.set(address, next)
    else countByAddress.delete(address)
  }

  return {
    receive: (stream, address) => {
      if ((countByAddress.get(address) ?? 0) >= mostPerAddress) {
        refuse(stream, address)
        return false
      }
      open.add(stream)
      count(address, 1)
      stream.once('close', () => {
        open.delete(stream)
        count(address, -1)
      })
      return true
    },
    cutAll: () => {
      for (const stream of open) stream.destroy()
    },
  }
}
