/** An ESC/POS printer on loopback: takes slips, and answers DLE EOT and GS r as its state wants it. */
import { createServer, type Socket } from 'node:net'

/** `hanging` takes everything and says nothing; `cutting` breaks off as soon as a slip begins. */
export type PrinterState = 'fine' | 'paperOut' | 'coverOpen' | 'runningOut' | 'hanging' | 'cutting'

export interface FakePrinter {
  port: number
  state: PrinterState
  /** What came out, each without the questions around it. */
  slips: Buffer[]
  close(): Promise<void>
}

/** By what is asked with DLE EOT n. */
const ANSWERS: Record<'fine' | 'paperOut' | 'coverOpen', Record<number, number>> = {
  fine: { 1: 0x12, 2: 0x12, 4: 0x12 },
  paperOut: { 1: 0x1a, 2: 0x32, 4: 0x72 },
  coverOpen: { 1: 0x1a, 2: 0x16, 4: 0x12 },
}
const PAPER_THERE = 0x00
const PAPER_GONE = 0x0c
const GS_R = Buffer.from([0x1d, 0x72, 0x31])

const serve = (printer: FakePrinter, socket: Socket): void => {
  let slip = Buffer.alloc(0)
  const ask = (n: number): void => {
    const { state } = printer
    const told = state === 'paperOut' || state === 'coverOpen' ? state : 'fine'
    socket.write(Buffer.of(ANSWERS[told][n] ?? 0x12))
  }
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    if (printer.state === 'hanging') return
    let rest = chunk
    while (rest[0] === 0x10 && rest[1] === 0x04) {
      ask(rest[2] ?? 0)
      rest = rest.subarray(3)
    }
    if (rest.length === 0) return
    if (printer.state === 'cutting') return void socket.destroy()
    slip = Buffer.concat([slip, rest])
    if (!slip.subarray(-GS_R.length).equals(GS_R)) return
    const gone = printer.state === 'runningOut'
    if (!gone) printer.slips.push(slip)
    slip = Buffer.alloc(0)
    socket.write(Buffer.of(gone ? PAPER_GONE : PAPER_THERE))
  })
}

export const openFakePrinter = (): Promise<FakePrinter> =>
  new Promise((resolve) => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      serve(printer, socket)
    })
    const printer: FakePrinter = {
      port: 0,
      state: 'fine',
      slips: [],
      close: () =>
        new Promise((closed) => {
          for (const socket of sockets) socket.destroy()
          server.close(() => closed())
        }),
    }
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address) printer.port = address.port
      resolve(printer)
    })
  })
