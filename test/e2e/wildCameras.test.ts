/** Cameras that send what no camera should, to a whole box: it lives, the other camera is unharmed, and everything is counted. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MqttClient } from 'mqtt'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectDevice } from '../support/broker.ts'
import { soon } from '../support/eventually.ts'
import { type TestFolder, testFolder } from '../support/folder.ts'
import { type RunningBox, startBox } from '../support/runningBox.ts'

const hallJpeg = readFileSync(join(import.meta.dirname, '../models/hall.jpg'))
const ROOT = 'hall/district-hall/camera'
/** A JPEG whose header says that it is this large; nobody should unpack it to find out. */
const saysItIs = (width: number, height: number): Buffer => {
  const jpeg = Buffer.from(hallJpeg)
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(height, at + 5)
  jpeg.writeUInt16BE(width, at + 7)
  return jpeg
}

const takenAt = (time: string): Promise<Buffer> =>
  sharp(hallJpeg)
    .withExif({ IFD2: { DateTimeOriginal: time } })
    .jpeg()
    .toBuffer()

describe('cameras gone wild', () => {
  let folder: TestFolder
  let box: RunningBox
  let camera: MqttClient
  beforeAll(async () => {
    folder = await testFolder()
    box = await startBox(folder.path)
    camera = await connectDevice(box.mqttUrl)
  })
  afterAll(async () => {
    await camera.endAsync()
    await box.end('SIGTERM')
    await folder.remove()
  })

  const send = (cameraId: string, kind: string, payload: Buffer | string) =>
    camera.publishAsync(`${ROOT}/${cameraId}/${kind}`, payload, { qos: 1 })

  /** What the metrics say of it now. */
  const counted = async (cameraId: string, outcome: string): Promise<number> => {
    const text = await (await fetch(`${box.url}/metrics`)).text()
    const series = new RegExp(
      `^hallkeeper_camera_frames_total\\{camera="${cameraId}",outcome="${outcome}"\\} (\\d+)`,
      'm',
    )
    return Number(series.exec(text)?.[1] ?? 0)
  }

  const isCounted = async (
    outcome: string,
    payloads: readonly (Buffer | string)[],
    kind = 'frame',
    cameraId = 'C1',
  ) => {
    const shown = cameraId.startsWith('C') ? cameraId : 'unknown'
    for (const payload of payloads) {
      const before = await counted(shown, outcome)
      await send(cameraId, kind, payload)
      await soon(async () => expect(await counted(shown, outcome)).toBeGreaterThan(before))
    }
  }

  it('are counted by what is wrong with what they send', async () => {
    await isCounted('detected', [hallJpeg])
    await isCounted('notJpeg', ['no picture at all', Buffer.alloc(100_000)])
    await isCounted('tooLarge', [saysItIs(7680, 4320), saysItIs(30_000, 30_000)])
    await isCounted('unreadable', [hallJpeg.subarray(0, hallJpeg.length / 2), hallJpeg.subarray(0, 300)])
    await isCounted('badMessage', ['{', '{"at": "now"}'], 'detections')
    await isCounted('badMessage', ['asleep'], 'status')
    await isCounted('clockJump', [await takenAt('2031:01:01 12:00:00'), await takenAt('2001:01:01 12:00:00')])
    await isCounted('frames', [hallJpeg], 'frame', 'nobody')
  })

  it('leave the other camera and the visitors alone while two hundred frames a second come', async () => {
    const flood = Array.from({ length: 200 }, () => send('C1', 'frame', hallJpeg))
    const mirrored = await sharp(hallJpeg).flop().jpeg().toBuffer()
    await isCounted('detected', [hallJpeg, mirrored, hallJpeg, mirrored], 'frame', 'C2')
    const response = await fetch(`${box.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceIds: ['social-card'] }),
    })
    expect(response.status).toBe(201)
    await Promise.all(flood)
    await soon(async () => expect(await counted('C1', 'dropped')).toBeGreaterThan(100))
    const outcomes = ['detected', 'gated', 'dropped', 'notJpeg', 'tooLarge', 'unreadable', 'failed', 'clockJump']
    await soon(async () => {
      const counts = await Promise.all(outcomes.map((outcome) => counted('C1', outcome)))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await counted('C1', 'frames'))
    })
  })
})
