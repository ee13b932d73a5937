/** The detector with the model of the house, on a drawn hall whose six people are known. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import type { Detector } from '#edge/core/crowd/detecting.ts'
import { type Box, overlapOf } from '#edge/core/crowd/geometry.ts'
import people from '#test/models/hall.json' with { type: 'json' }
import { soon } from '#test/support/eventually.ts'

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const manifestFile = near('../../../models/person.json')
const hall = readFileSync(near('../../models/hall.jpg'))
const options = { cameraId: 'C1', masks: [], timeZone: 'Asia/Shanghai' }
const SURE = 0.3

interface Line {
  words: string
  pid: number | undefined
}

const openLog = () => {
  const lines: Line[] = []
  const write = (facts: object, words: string) =>
    void lines.push({ words, pid: 'pid' in facts ? Number(facts.pid) : undefined })
  return { lines, log: { info: write, warn: write, error: write, debug: write } }
}

const readyPids = (lines: readonly Line[]) =>
  lines.flatMap(({ words, pid }) => (words === 'detector ready' ? (pid ?? []) : []))

const found = (boxes: Box[]) =>
  people.filter((person) => boxes.some((box) => box.score >= SURE && overlapOf(box, { ...person, score: 1 }) > 0.5))

describe('detecting people', () => {
  const { lines, log } = openLog()
  let detector: Detector
  beforeAll(async () => {
    detector = await openDetector({ manifestFile, processes: 2, log })
  })
  afterAll(() => detector.close())

  it('finds the six people of a hall and nobody else', async () => {
    const { boxes, width, height, at } = await detector.detect(hall, options)
    expect(found(boxes)).toHaveLength(6)
    expect(boxes.filter(({ score }) => score >= SURE)).toHaveLength(6)
    expect({ width, height, at }).toEqual({ width: 1280, height: 720, at: undefined })
  })

  it('does not see who stands behind a mask', async () => {
    const mask = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
      { x: 400, y: 720 },
      { x: 0, y: 720 },
    ]
    const { boxes } = await detector.detect(hall, { ...options, masks: [mask] })
    expect(found(boxes)).toEqual(people.filter(({ x2 }) => x2 > 400))
    expect(boxes.filter(({ x2 }) => x2 < 390)).toEqual([])
  })

  it('fails for a broken frame alone, with others underway', async () => {
    const outcomes = await Promise.allSettled(
      [hall, hall.subarray(0, 40_000), hall, Buffer.from('no frame')].map((jpeg) => detector.detect(jpeg, options)),
    )
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'found' : outcome.reason.name))).toEqual([
      'found',
      'FrameFault',
      'found',
      'FrameFault',
    ])
  })

  it('tries a frame once more when its process ends, and replaces the process', async () => {
    const [doomed] = readyPids(lines)
    expect(detector.retried()).toBe(0)
    const owed = Array.from({ length: 8 }, (_, i) => detector.detect(hall, { ...options, cameraId: `C${i}` }))
    if (doomed) process.kill(doomed, 'SIGKILL')
    for (const { boxes } of await Promise.all(owed)) expect(found(boxes)).toHaveLength(6)
    expect(detector.retried()).toBe(4)
    await soon(() => expect(readyPids(lines)).toHaveLength(3))
  })

  it('gives a frame up when two processes end over it', async () => {
    const owed = Array.from({ length: 8 }, (_, i) => detector.detect(hall, { ...options, cameraId: `D${i}` }))
    for (const pid of readyPids(lines).slice(1)) process.kill(pid, 'SIGKILL')
    const outcomes = await Promise.allSettled(owed)
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.name] : []))
    expect(reasons.length).toBeGreaterThan(0)
    expect(new Set(reasons)).toEqual(new Set(['DetectorFault']))
    expect(found((await soon(() => detector.detect(hall, options))).boxes)).toHaveLength(6)
  })
})

describe('a detector of one process', () => {
  const { lines, log } = openLog()
  let detector: Detector
  beforeAll(async () => {
    detector = await openDetector({ manifestFile, processes: 1, log })
  })
  afterAll(() => detector.close())

  it('tries a frame again with the process that comes after', async () => {
    const owed = detector.detect(hall, options)
    for (const pid of readyPids(lines)) process.kill(pid, 'SIGKILL')
    expect(found((await owed).boxes)).toHaveLength(6)
    expect(detector.retried()).toBe(1)
  })

  it('spares the network a frame like the last of the same camera', async () => {
    const detect = (cameraId: string) => detector.detect(hall, { ...options, cameraId })
    const first = await detect('A')
    const [same, other] = [await detect('A'), await detect('B')]
    expect([first.gated, other.gated]).toEqual([false, false])
    expect(same).toMatchObject({ gated: true, inferenceMs: 0, boxes: first.boxes })
    expect(first.inferenceMs).toBeGreaterThan(0)
    await soon(async () => expect((await detect('A')).gated).toBe(false), 500)
  })

  it('shows a frame with its masks black and nothing beside the picture', async () => {
    const left = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
      { x: 400, y: 720 },
      { x: 0, y: 720 },
    ]
    const written = await sharp(hall)
      .withExif({ IFD2: { DateTimeOriginal: '2026:11:22 09:30:15' } })
      .toBuffer()
    const look = await detector.look(written, { ...options, cameraId: 'E', masks: [left] })
    expect(look).toMatchObject({ width: 1280, height: 720, gated: false, scale: 0.4 })
    expect(found(look.boxes)).toEqual(people.filter(({ x2 }) => x2 > 400))
    const { width, height, exif } = await sharp(look.jpeg).metadata()
    expect({ width, height, exif }).toEqual({ width: 1280, height: 720, exif: undefined })
    const seen = await sharp(look.jpeg).greyscale().raw().toBuffer()
    const brightest = (from: number, to: number) => Math.max(...seen.subarray(360 * 1280 + from, 360 * 1280 + to))
    expect(brightest(0, 392)).toBeLessThan(12)
    expect(brightest(400, 1280)).toBeGreaterThan(100)
  })

  it('says which model it runs', () =>
    expect(detector.model).toEqual({ name: expect.stringMatching(/CenterNet/), scores: { keep: 0.1, start: 0.3 } }))
})

describe('the end of the edge', () => {
  it('ends the processes of the detector with it', async () => {
    const script = `
      const { openDetector } = await import(${JSON.stringify(near('../../../edge/adapters/detector/detector.ts'))})
      const say = (facts) => process.stdout.write(String(facts.pid))
      await openDetector({ manifestFile: ${JSON.stringify(manifestFile)}, processes: 1, log: { info: say, warn: say } })
      setInterval(() => {}, 60_000)`
    const edge = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const [pid] = await once(edge.stdout, 'data')
      edge.kill('SIGKILL')
      await soon(() => expect(() => process.kill(Number(pid), 0)).toThrow(/ESRCH/))
    } finally {
      edge.kill('SIGKILL')
    }
  })
})
