/** A small RTSP camera for tests, on loopback: motion JPEG over one TCP connection (RFC 2326, RFC 2435). */
import { createServer, type Socket } from 'node:net'

export interface RtspCamera {
  port: number
  /** Sends this picture to whoever plays: baseline JPEG, 4:2:0, standard Huffman tables, sides multiples of 8. */
  show(jpeg: Buffer): void
  playing(): number
  close(): Promise<void>
}

const FRAGMENT = 1200
/** A dynamic payload type would need a map; 26 is JPEG (RFC 3551). */
const PAYLOAD_TYPE = 26
const OWN_TABLES = 255
const TICKS_PER_SECOND = 90_000

interface Parts {
  width: number
  height: number
  /** The two quantisation tables, zigzag, one after the other. */
  tables: Buffer
  scan: Buffer
}

/** What of a JPEG goes over the line: its tables and its scan, the rest is known from RFC 2435. */
const partsOf = (jpeg: Buffer): Parts => {
  const tables: Buffer[] = []
  let [width, height] = [0, 0]
  for (let at = 2; at < jpeg.length; ) {
    const marker = jpeg.readUInt16BE(at)
    const length = jpeg.readUInt16BE(at + 2)
    const body = jpeg.subarray(at + 4, at + 2 + length)
    if (marker === 0xffdb) for (let i = 0; i < body.length; i += 65) tables.push(body.subarray(i + 1, i + 65))
    if (marker === 0xffc0) [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
    at += 2 + length
    if (marker === 0xffda) return { width, height, tables: Buffer.concat(tables), scan: jpeg.subarray(at, -2) }
  }
  throw new RangeError('no scan in this JPEG')
}

const jpegHeader = (offset: number, { width, height, tables }: Parts): Buffer => {
  const header = Buffer.from([0, 0, 0, 0, 1, OWN_TABLES, width / 8, height / 8])
  header.writeUIntBE(offset, 1, 3)
  if (offset > 0) return header
  return Buffer.concat([header, Buffer.from([0, 0, tables.length >> 8, tables.length & 255]), tables])
}

/** RTP packets in the frames of an RTSP connection: `$`, channel 0, length. */
const packetsOf = (parts: Parts, sequence: () => number, timestamp: number): Buffer[] => {
  const packets: Buffer[] = []
  for (let offset = 0; offset < parts.scan.length; offset += FRAGMENT) {
    const isLast = offset + FRAGMENT >= parts.scan.length
    const rtp = Buffer.alloc(12)
    rtp.writeUInt16BE(0x8000 | (isLast ? 0x80 : 0) | PAYLOAD_TYPE, 0)
    rtp.writeUInt16BE(sequence() & 0xffff, 2)
    rtp.writeUInt32BE(timestamp >>> 0, 4)
    rtp.writeUInt32BE(7, 8)
    const body = Buffer.concat([rtp, jpegHeader(offset, parts), parts.scan.subarray(offset, offset + FRAGMENT)])
    packets.push(Buffer.from([0x24, 0, body.length >> 8, body.length & 255]), body)
  }
  return packets
}

const DESCRIPTION = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=hall',
  't=0 0',
  'm=video 0 RTP/AVP 26',
  'a=control:track1',
  '',
]

const answers: Record<string, string[]> = {
  OPTIONS: ['Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN'],
  SETUP: ['Transport: RTP/AVP/TCP;unicast;interleaved=0-1', 'Session: 1'],
  PLAY: ['Session: 1'],
}

const answerTo = (request: string): string => {
  const [method = ''] = request.split(' ')
  const cseq = /CSeq: *(\d+)/i.exec(request)?.[1] ?? '0'
  const head = ['RTSP/1.0 200 OK', `CSeq: ${cseq}`, ...(answers[method] ?? [])]
  if (method !== 'DESCRIBE') return [...head, '', ''].join('\r\n')
  const body = DESCRIPTION.join('\r\n')
  return [...head, 'Content-Type: application/sdp', `Content-Length: ${body.length}`, '', body].join('\r\n')
}

/** Nobody is asked for a password. `port` 0 takes a free one. */
export const openRtspCamera = async (port = 0): Promise<RtspCamera> => {
  const began = performance.now()
  const connected = new Set<Socket>()
  const playing = new Set<Socket>()
  let sequence = 0
  const server = createServer((socket) => {
    connected.add(socket)
    let asked = ''
    socket.on('data', (piece) => {
      asked += piece.toString('latin1')
      for (let end = asked.indexOf('\r\n\r\n'); end >= 0; end = asked.indexOf('\r\n\r\n')) {
        const request = asked.slice(0, end)
        asked = asked.slice(end + 4)
        socket.write(answerTo(request))
        if (request.startsWith('PLAY')) playing.add(socket)
      }
    })
    socket.on('error', () => {})
    socket.on('close', () => [connected, playing].map((sockets) => sockets.delete(socket)))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    show: (jpeg) => {
      const timestamp = ((performance.now() - began) / 1000) * TICKS_PER_SECOND
      const packets = packetsOf(partsOf(jpeg), () => sequence++, timestamp)
      for (const socket of playing) for (const packet of packets) socket.write(packet)
    },
    playing: () => playing.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of connected) socket.destroy()
      }),
  }
}
