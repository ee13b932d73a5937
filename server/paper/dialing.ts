/** One conversation with a printer over TCP: ask how it is, send the slip, hear that it is out. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { SitePrinter } from '#contracts/sitePrinters.ts'
import { ANSWERS, ASKING, afterSlip, type PrinterTrouble, statusIn, troubleIn } from './status.ts'

export type Printed = { printed: true } | { printed: false; reason: PrinterTrouble }

/** Milliseconds: to be there, to say how it is, to take the slip, and to have printed it. */
export interface Patience {
  connecting: number
  telling: number
  taking: number
  printing: number
}
export const PATIENCE: Patience = { connecting: 2000, telling: 1500, taking: 5000, printing: 4000 }

interface Line {
  socket: Socket
  /** All it has said since the last time this was asked; resolves when `enough` is said, or time is up. */
  heard(enough: (bytes: readonly number[]) => boolean, within: number): Promise<number[]>
  broken(): boolean
}

const lineOf = (socket: Socket): Line => {
  let said: number[] = []
  let gone = false
  let look = (): void => undefined
  socket.on('data', (chunk: Buffer) => {
    said.push(...chunk)
    look()
  })
  const end = () => {
    gone = true
    look()
  }
  socket.on('error', end).on('close', end).on('end', end)
  return {
    socket,
    broken: () => gone,
    heard: (enough, within) =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer)
          look = () => undefined
          const heard = said
          said = []
          resolve(heard)
        }
        const timer = setTimeout(finish, within)
        look = () => {
          if (gone || enough(said)) finish()
        }
        look()
      }),
  }
}

const dial = async ({ host, port }: SitePrinter, within: number): Promise<Socket | undefined> => {
  const socket = connect({ host, port })
  socket.on('error', () => undefined)
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(within) })
    return socket
  } catch {
    socket.destroy()
    return undefined
  }
}

/** Resolves with false when it does not take the bytes in time. */
const sent = (socket: Socket, bytes: Uint8Array, within: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), within)
    socket.write(bytes, (error) => {
      clearTimeout(timer)
      resolve(!error)
    })
  })

const statusOf = async (line: Line, within: number): Promise<number[]> => {
  if (!(await sent(line.socket, ASKING, within))) return []
  return statusIn(await line.heard((bytes) => statusIn(bytes).length >= ANSWERS, within))
}

const no = (reason: PrinterTrouble): Printed => ({ printed: false, reason })

const statusBy = async (line: Line, within: number): Promise<PrinterTrouble | undefined> => {
  const status = await statusOf(line, within)
  if (status.length >= ANSWERS) return troubleIn(status)
  return line.broken() ? 'offline' : 'timeout'
}

/** The slip ends with a question that is answered when it is out; one that does not know it is asked once more. */
const outcomeOf = async (line: Line, patience: Patience): Promise<PrinterTrouble | undefined> => {
  const heard = await line.heard((bytes) => afterSlip(bytes) !== undefined, patience.printing)
  const done = afterSlip(heard)
  if (done) return done.trouble
  return line.broken() ? 'offline' : statusBy(line, patience.telling)
}

const talk = async (line: Line, tells: boolean, slip: Uint8Array, patience: Patience): Promise<Printed> => {
  const before = tells ? await statusBy(line, patience.telling) : undefined
  if (before) return no(before)
  if (!(await sent(line.socket, slip, patience.taking))) return no(line.broken() ? 'offline' : 'timeout')
  const after = tells ? await outcomeOf(line, patience) : undefined
  return after ? no(after) : { printed: true }
}

/** A printer that tells nothing of itself is believed as soon as it has taken the slip. */
export const printOn = async (printer: SitePrinter, slip: Uint8Array, patience = PATIENCE): Promise<Printed> => {
  const socket = await dial(printer, patience.connecting)
  if (!socket) return no('offline')
  try {
    return await talk(lineOf(socket), printer.tells, slip, patience)
  } finally {
    socket.end()
    socket.destroySoon()
  }
}
