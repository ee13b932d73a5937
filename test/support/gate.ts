/** A gate before a TCP server: shut, it is as if the server had gone away; frozen, as if a cable had been pulled. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Gate {
  /** The same address, through the gate. */
  url: string
  /** Cuts everybody off, and lets nobody in. */
  shut(): void
  /** Nobody is told, and nothing passes. What was frozen is dead when the gate opens again. */
  freeze(): void
  open(): void
  close(): Promise<void>
}

export const openGate = async (behind: string): Promise<Gate> => {
  const { hostname, port } = new URL(behind)
  const sockets = new Set<Socket>()
  let state: 'open' | 'shut' | 'frozen' = 'open'
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (state === 'shut') return near.destroy()
    if (state === 'frozen') return near.pause()
    const far = connect(Number(port), hostname)
    keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return {
    url: Object.assign(new URL(behind), { hostname: '127.0.0.1', port: String(own) }).href,
    shut: () => {
      state = 'shut'
      cut()
    },
    freeze: () => {
      state = 'frozen'
      for (const socket of sockets) socket.unpipe().pause()
    },
    open: () => {
      if (state === 'frozen') cut()
      state = 'open'
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        cut()
      }),
  }
}
