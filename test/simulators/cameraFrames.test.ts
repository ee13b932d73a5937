/** Frames of the simulated camera, judged by the reader and the detector of the house. */
import { fileURLToPath } from 'node:url'
import exif from 'exif-reader'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { readFrame } from '#edge/adapters/frames.ts'
import type { Detector } from '#edge/core/crowd/detecting.ts'
import { type Box, overlapOf } from '#edge/core/crowd/geometry.ts'
import { captureTime } from '#simulators/camera/captureTime.ts'
import type { Person } from '#simulators/camera/persons.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { seats } from '#simulators/camera/seats.ts'
import { openStudio, type Studio, type Truth } from '#simulators/camera/studio.ts'
import { visitorAt } from '#simulators/camera/visits.ts'
import { keptLog } from '#test/support/log.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const SHANGHAI = { cameraId: 'C1', masks: [], timeZone: 'Asia/Shanghai' }
const manifestFile = fileURLToPath(new URL('../../models/person.json', import.meta.url))

const isFound = ({ box }: Truth, found: Box[]) => found.some((other) => overlapOf({ ...box, score: 1 }, other) > 0.5)

describe('filming the simulated hall', () => {
  let studio: Studio
  let detector: Detector
  beforeAll(async () => {
    studio = await openStudio()
    detector = await openDetector({ manifestFile, processes: 1, log: keptLog() })
  })
  afterAll(() => detector.close())

  it('writes the capture time as cameras do, to the millisecond', async () => {
    const at = NINE + 12_345
    const { jpeg } = await studio.frame({ people: [], at })
    const { exif: block, width, height, format } = await sharp(jpeg).metadata()
    expect({ width, height, format }).toEqual({ width: 1280, height: 720, format: 'jpeg' })
    expect(block && exif(block).Photo).toMatchObject({
      DateTimeOriginal: new Date('2026-11-23T09:00:12Z'),
      SubSecTimeOriginal: '345',
      OffsetTimeOriginal: '+08:00',
    })
    const input = { input: { width: 512, height: 288 }, grey: 114, timeZone: 'Europe/Paris' }
    expect((await readFrame(jpeg, input)).at).toBe(at)
    expect(captureTime(at, -90)).toEqual({
      DateTimeOriginal: '2026:11:22 23:30:12',
      SubSecTimeOriginal: '345',
      OffsetTimeOriginal: '-01:30',
    })
  })

  it('knows where its people are: there the frame differs from the empty hall, and nowhere else', async () => {
    const person: Person = { look: 0, stance: 'stand', phase: 0, x: -4.4, z: 8, yaw: 0 }
    const grey = async (people: Person[]) =>
      sharp((await studio.frame({ people, at: NINE })).jpeg)
        .greyscale()
        .raw()
        .toBuffer()
    const [empty, filled] = [await grey([]), await grey([person])]
    const { truth } = await studio.frame({ people: [person], at: NINE })
    const { x1 = 0, y1 = 0, x2 = 0, y2 = 0 } = truth[0]?.box ?? {}
    const changed = [...empty.keys()].filter((i) => Math.abs((empty[i] ?? 0) - (filled[i] ?? 0)) > 40)
    const columns = changed.map((i) => i % 1280)
    const rows = changed.map((i) => Math.floor(i / 1280))
    expect(changed.length).toBeGreaterThan(1000)
    expect(Math.min(...columns)).toBeGreaterThan(x1 - 4)
    expect(Math.min(...rows)).toBeGreaterThan(y1 - 4)
    expect(Math.max(...columns)).toBeLessThan(x2 + 4)
    expect(Math.max(...rows)).toBeLessThan(y2 + 4)
    expect(y2 - y1).toBeGreaterThan(120)
    expect(truth).toMatchObject([{ place: { x: expect.closeTo(-4.4), y: expect.closeTo(8) } }])
    expect(truth[0]?.visible).toBeGreaterThan(0.9)
  })

  it('says how much of somebody is hidden, and nothing of who is outside the picture', async () => {
    const behind: Person = { look: 1, stance: 'stand', phase: 0, x: 0, z: 5, yaw: 0 }
    const before: Person = { ...behind, look: 2, z: 4.5 }
    const { truth } = await studio.frame({ people: [before, behind, { ...behind, x: -9 }], at: NINE })
    const visible = new Map(truth.map(({ person, visible }) => [person.look, visible]))
    expect(truth).toHaveLength(2)
    expect(visible.get(2)).toBeGreaterThan(0.95)
    expect(visible.get(1)).toBeLessThan(0.6)
  })

  it('shows a waiting visitor whom the detector finds at one place over a quarter of an hour', async () => {
    for (const [look, seat] of [seats[1], seats[4], seats[8]].entries()) {
      if (!seat) continue
      const visit = { look, seat, enters: NINE, leaves: NINE + 20 * MINUTE }
      for (let minute = 1; minute <= 17; minute += 2) {
        const at = NINE + minute * MINUTE
        const people = [visitorAt(visit, at)].filter((person) => person !== undefined)
        const { jpeg, truth } = await studio.frame({ people, at })
        const detection = await detector.detect(jpeg, SHANGHAI)
        const [best, ...others] = detection.boxes.filter(({ score }) => score >= 0.35)
        expect(detection.at).toBe(at)
        expect(others).toEqual([])
        expect(best && overlapOf(best, { ...(truth[0]?.box ?? best), score: 1 })).toBeGreaterThan(0.7)
      }
    }
  })

  it('shows people whom the detector finds, and nothing else that it takes for people', async () => {
    const tally = { people: 0, found: 0, boxes: 0, true: 0 }
    for (let i = 0; i < 16; i++) {
      const at = NINE + i * 613_000
      const { jpeg, truth } = await studio.frame({ people: peopleAt(1 + (i % 4), at), at })
      const boxes = (await detector.detect(jpeg, SHANGHAI)).boxes.filter(({ score }) => score >= 0.3)
      const clear = truth.filter(({ visible }) => visible >= 0.5)
      tally.people += clear.length
      tally.found += clear.filter((one) => isFound(one, boxes)).length
      tally.boxes += boxes.length
      tally.true += boxes.filter((box) => truth.some((one) => isFound(one, [box]))).length
    }
    expect(tally.people).toBeGreaterThan(60)
    expect(tally.found / tally.people).toBeGreaterThan(0.85)
    expect(tally.true / tally.boxes).toBeGreaterThan(0.9)
  })
})
