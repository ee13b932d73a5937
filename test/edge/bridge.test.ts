/** The bridge from RTSP to the bus: a camera on loopback, read by the real ffmpeg. */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { systemClock } from '#edge/adapters/clock.ts'
import { BridgeFault, openBridge, readFlags } from '#edge/bridge.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '../support/broker.ts'
import { soon } from '../support/eventually.ts'
import { keptLog } from '../support/log.ts'
import { openRtspCamera } from '../support/rtspCamera.ts'

const { path: ffmpeg }: { path: string } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg')

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .jpeg({ chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer()

/** Ten pictures a second, red and blue in turn. */
const openCamera = async (port?: number) => {
  const pictures = [await picture('#c02020'), await picture('#2020c0')]
  const camera = await openRtspCamera(port)
  let shown = 0
  const timer = setInterval(() => camera.show(pictures[shown++ % 2] ?? Buffer.of()), 100)
  const close = async () => {
    clearInterval(timer)
    await camera.close()
  }
  onTestFinished(close)
  return { ...camera, close }
}

describe('a bridge from an RTSP camera', () => {
  let broker: Broker
  beforeAll(async () => {
    broker = await startTestBroker({ hallId: 'test-hall' })
  })
  afterAll(() => broker.close())

  it('passes its frames on, says when they stop, and dials again until they come back', async () => {
    const camera = await openCamera()
    const hall = await connectDevice(broker.url, HALL_ACCOUNT)
    onTestFinished(() => hall.endAsync())
    const frames: Buffer[] = []
    const statuses: string[] = []
    hall.on('message', (topic, payload) => {
      if (topic.endsWith('/frame')) frames.push(payload)
      else statuses.push(payload.toString())
    })
    await hall.subscribeAsync('hall/test-hall/camera/C1/+')

    const log = keptLog()
    const flags = readFlags([
      ...[`rtsp://visitor:secret@127.0.0.1:${camera.port}/hall`, '--hall', 'test-hall', '--camera', 'C1'],
      ...['--mqtt', broker.url, '--fps', '5', '--width', '320', '--ffmpeg', ffmpeg],
    ])
    const bridge = await openBridge({ ...flags, clock: systemClock(), log })
    onTestFinished(bridge.close)

    await soon(() => expect(frames.length).toBeGreaterThan(3))
    expect(await sharp(frames[0]).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 180 })
    expect(statuses).toEqual(['online'])

    await camera.close()
    await soon(() => expect(statuses).toEqual(['online', 'offline']))

    await openCamera(camera.port)
    const before = frames.length
    await soon(() => expect(frames.length).toBeGreaterThan(before + 2))
    expect(statuses.at(-1)).toBe('online')
    const told = JSON.stringify(log.lines)
    expect(told).toContain('dialled again')
    expect(told).not.toContain('secret')
  })

  it('says so when ffmpeg is not there, and hangs on nothing when it is closed', async () => {
    const log = keptLog()
    const flags = readFlags([
      ...['rtsp://127.0.0.1:9/hall', '--hall', 'test-hall', '--camera', 'C1'],
      ...['--mqtt', broker.url, '--ffmpeg', '/nowhere/ffmpeg'],
    ])
    const bridge = await openBridge({ ...flags, clock: systemClock(), log })
    await soon(() => expect(JSON.stringify(log.lines)).toContain('/nowhere/ffmpeg cannot be run'))
    await bridge.close()
  })
})

describe('the command line of a bridge', () => {
  it.each([
    [[], 'url'],
    [['http://10.0.0.7/stream', '--hall', 'H', '--camera', 'C'], 'url'],
    [['rtsp://10.0.0.7/stream', '--camera', 'C'], 'hall'],
    [['rtsp://10.0.0.7/stream', '--hall', 'H', '--camera', 'C', '--fps', '100'], 'fps'],
    [['rtsp://10.0.0.7/stream', '--speed', '1'], 'speed'],
  ])('%j is refused by a sentence that names %s', (args, field) => {
    expect(() => readFlags(args)).toThrow(BridgeFault)
    expect(() => readFlags(args)).toThrow(field)
  })
})
