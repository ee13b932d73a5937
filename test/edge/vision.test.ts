/** Vision over a real broker, with the detector and the model of the house, on a drawn hall whose six people are known. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { ServiceId } from '#contracts/ids.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import type { Detector } from '#edge/core/crowd/detecting.ts'
import type { Journal } from '#edge/ports.ts'
import { soon } from '../support/eventually.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { scripted, useVision } from '../support/vision.ts'
import { leaning } from './core/crowd/seating.ts'
import { sittingDown, takenAt } from './vision/pictures.ts'

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const hallJpeg = readFileSync(near('../models/hall.jpg'))
/** Where they sat is only the wall. */
const emptyJpeg = () =>
  sharp(hallJpeg)
    .composite([
      { input: { create: { width: 300, height: 420, channels: 3, background: '#808080' } }, left: 160, top: 220 },
    ])
    .jpeg()
    .toBuffer()

const { send, open } = useVision()

describe('somebody who waits for sixteen minutes before a camera', () => {
  let detector: Detector
  beforeAll(async () => {
    const manifestFile = near('../../models/person.json')
    detector = await openDetector({ manifestFile, processes: 1, log: keptLog() })
  })
  afterAll(() => detector.close())

  it('is found once, and gone once nobody sits there', async () => {
    const { raised, alerts, occupancies, part, clock, inTime, show } = await open(detector)
    for await (const jpeg of sittingDown(hallJpeg, NINE, 16)) await show(jpeg)
    await soon(() => expect(raised).toEqual(['L0001']))
    const alert = alerts.get('L0001')
    expect(alert).toMatchObject({ zoneId: 'Z1', source: { by: 'camera', cameraId: 'C1' } })
    expect((alert?.since ?? 0) - NINE).toBeLessThan(13 * SECOND)
    expect(alert?.place?.x).toBeCloseTo(3.05, 0)
    expect(alert?.place?.y).toBeCloseTo(5.15, 0)

    clock.advance(SECOND)
    await inTime(() => {
      expect(occupancies().at(-1)).toMatchObject({ zoneId: 'Z1', people: 1, longWaits: 1 })
    })
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
    expect(part('detector')).toMatchObject({ state: 'fine' })

    const empty = await emptyJpeg()
    for (let minute = 17; minute <= 20; minute++) await show(await takenAt(empty, NINE + minute * MINUTE))
    await soon(() => expect(alerts.size).toBe(0))
    expect(raised).toEqual(['L0001'])
  })

  it('is not seen through a broken frame, which needs attention until the next good one', async () => {
    const { part, log, clock, inTime, show } = await open(detector)
    for (let n = 0; n < 3; n++) await show('no jpeg at all')
    await inTime(() => {
      expect(part('camera:C1')).toMatchObject({ state: 'attention' })
    })
    await show(hallJpeg)
    await inTime(() => {
      expect(part('camera:C1')).toMatchObject({ state: 'fine' })
    })
    clock.advance(MINUTE)
    const told = log.lines.filter(({ words }) => words === 'frame could not be read')
    expect(told).toEqual([
      expect.objectContaining({ facts: { cameraId: 'C1', reason: expect.any(String) } }),
      expect.objectContaining({ facts: { cameraId: 'C1', reason: expect.any(String), more: 2 } }),
    ])
  })
})

describe('a model that is not allowed here', () => {
  it('is refused in a sentence, and the hall goes on without cameras', async () => {
    const manifestFile = near('../../models/person.json')
    const openStranger = () => openDetector({ manifestFile, processes: 1, allowed: ['0'.repeat(64)], log: keptLog() })
    const finder = scripted(async () => ({}))
    const { part, counts, order, inTime } = await open(finder, { openDetector: openStranger })
    await send('frame', hallJpeg)
    await inTime(() =>
      expect(part('detector')).toMatchObject({ state: 'attention', detail: expect.stringContaining('allow') }),
    )
    await inTime(() => expect(counts()).toEqual({ frames: 1, failed: 1 }))
    expect(await order({ type: 'issueTicket', serviceIds: [ServiceId.parse('social')], lane: 'walkIn' })).toMatchObject(
      { ok: true },
    )
  })
})

describe('a camera that counts by itself', () => {
  const detector = scripted(async () => ({}))
  /** Somebody who sits there and leans, for a chair would do neither. */
  const sitter = (at: number) => {
    const lean = 2 * leaning(at - NINE)
    return [500 + lean, 320, 620 + lean, 480, 0.8]
  }
  const detections = (at: number, boxes: unknown[] = [sitter(at)]) =>
    send('detections', JSON.stringify({ at, width: 2560, height: 720, boxes }))

  it('is heard in the site’s pixels, and a passer-by raises nothing', async () => {
    const { raised, occupancies, part, inTime } = await open(detector)
    for (let second = 0; second <= 16 * 60; second += 5) {
      const at = NINE + second * SECOND
      const walker = 100 + ((second * 37) % 1200)
      await detections(at, [sitter(at), [walker, 340, walker + 120, 500, 0.8]])
    }
    await soon(() => expect(raised).toEqual(['L0001']))
    await inTime(() => {
      expect(occupancies().at(-1)).toMatchObject({ longWaits: 1 })
    })
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
  })

  it('is not believed when it makes no sense', async () => {
    const { log } = await open(detector)
    await send('detections', '{')
    await send('detections', JSON.stringify({ width: 10, height: 10, boxes: [[5, 5, 1, 1, 0.5]] }))
    await send('status', 'sleepy')
    const told = (words: string) => log.lines.some((line) => line.words === words)
    await soon(() => expect(told('unreadable detections') && told('unreadable status of a camera')).toBe(true))
  })

  it('keeps its long waits over a restart of vision, and ends them later', async () => {
    const { vision, again, raised, alerts } = await open(detector)
    for (let minute = 0; minute <= 16; minute++) await detections(NINE + minute * MINUTE)
    await soon(() => expect(raised).toEqual(['L0001']))
    await vision.close()
    await again()
    for (let minute = 17; minute <= 40; minute++) await detections(NINE + minute * MINUTE)
    for (let minute = 41; minute <= 45; minute++) await detections(NINE + minute * MINUTE, [])
    await soon(() => expect(alerts.size).toBe(0))
    expect(raised).toEqual(['L0001'])
  })

  it('reports again what the journal could not keep', async () => {
    const inner = memoryJournal()
    let broken = false
    const append: Journal['append'] = async (facts) => {
      if (broken) throw new Error('no space left')
      await inner.append(facts)
    }
    const { raised, log, inTime } = await open(detector, { journal: { ...inner, append } })
    broken = true
    for (let minute = 0; minute <= 16; minute++) await detections(NINE + minute * MINUTE)
    await soon(() => expect(log.lines.some(({ level }) => level === 'error')).toBe(true))
    broken = false
    await inTime(() => {
      expect(raised).toEqual(['L0001'])
    })
  })
})
