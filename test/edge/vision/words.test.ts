/** Cameras that count by themselves, in the languages they speak. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { wordsOf } from '#edge/vision/words.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { scripted, siteWithCameras, useVision } from '#test/support/vision.ts'

const { send, tell, open } = useVision()

const blind = scripted(async () => ({}))
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const size = { width: 640, height: 480 }

/** As in the example of the ONVIF Analytics Service Specification: pixels with y up, moved and scaled. */
const human = (box: object, more: object = {}) => ({
  '@ObjectId': 15,
  Appearance: { Shape: { BoundingBox: box }, Class: { Type: [{ '@Likelihood': 0.8, '#text': 'Human' }] }, ...more },
})
const pixels = { Translate: { '@x': -1, '@y': -1 }, Scale: { '@x': 2 / 640, '@y': 2 / 480 } }

describe('a scene description of ONVIF', () => {
  it('with attributes and a transformation becomes boxes with y down', () => {
    const objects = [human({ '@left': 20, '@top': 80, '@right': 100, '@bottom': 30 })]
    const scene = { Frame: [{ '@UtcTime': '2026-11-23T01:00:00.500', Transformation: pixels, Object: objects }] }
    const [words] = wordsOf(bytes(scene), size) ?? []
    expect(words).toMatchObject({ at: Date.UTC(2026, 10, 23, 1, 0, 0, 500), ...size })
    expect(words?.boxes).toHaveLength(1)
    const { x1, y1, x2, y2, score } = words?.boxes[0] ?? { x1: 0, y1: 0, x2: 0, y2: 0, score: 0 }
    expect([x1, y1, x2, y2].map(Math.round)).toEqual([20, 400, 100, 450])
    expect(score).toBe(0.8)
  })

  it('as XML was turned into JSON without lists, signs and numbers is understood as well', () => {
    const shape = { BoundingBox: { left: '-0.5', top: '0.5', right: '0.5', bottom: '-1' } }
    const person = { Appearance: { Shape: shape, Class: { ClassCandidate: { Type: 'Human', Likelihood: '0.7' } } } }
    const frame = { UtcTime: '2026-11-23T09:00:00+08:00', Object: person }
    const [words] = wordsOf(bytes({ 'tt:MetadataStream': { 'tt:VideoAnalytics': { 'tt:Frame': frame } } }), size) ?? []
    expect(words).toEqual({ at: NINE, ...size, boxes: [{ x1: 160, y1: 120, x2: 480, y2: 480, score: 0.7 }] })
  })

  it('leaves out what is no person, and is empty when nobody is there', () => {
    const whole = { left: -1, top: 1, right: 1, bottom: -1 }
    const car = { Appearance: { Shape: { BoundingBox: whole }, Class: { Type: [{ '#text': 'Vehicle' }] } } }
    const frame = (objects: unknown[]) => ({ Frame: { UtcTime: '2026-11-23T01:00:00Z', Object: objects } })
    expect(wordsOf(bytes(frame([car, { ObjectId: 3 }, { Appearance: {} }])), size)?.[0]?.boxes).toEqual([])
    expect(wordsOf(bytes({ Frame: [{ UtcTime: '2026-11-23T01:00:00Z' }] }), size)?.[0]?.boxes).toEqual([])
  })

  it('that makes no sense is refused', () => {
    const frame = (more: object) => ({ Frame: [{ UtcTime: '2026-11-23T01:00:00Z', ...more }] })
    const nonsense = [{ Frame: [] }, { Frame: [{ UtcTime: 'noon' }] }, frame({ Object: [human({ left: 'x' })] }), [], 7]
    expect(nonsense.map((one) => wordsOf(bytes(one), size))).toEqual(nonsense.map(() => undefined))
    const deep = new TextEncoder().encode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(wordsOf(deep, size)).toBeUndefined()
  })

  it('tells of a long wait without a single frame', async () => {
    const { raised, part, counts, inTime } = await open(blind)
    const sitting = human({ '@left': -0.6, '@top': 0.1, '@right': -0.5, '@bottom': -0.35 })
    for (let second = 0; second <= 16 * 60; second += 10) {
      const x = -0.6 - Math.max(0, 40 - second) / 200
      const coming = human({ '@left': x, '@top': 0.1, '@right': x + 0.1, '@bottom': -0.35 })
      const at = new Date(NINE + second * SECOND).toISOString()
      await send('detections', JSON.stringify({ Frame: [{ '@UtcTime': at, Object: second < 40 ? coming : sitting }] }))
    }
    await soon(() => expect(raised).toEqual(['L0001']))
    await inTime(() => expect(counts()).toEqual({ detections: 97 }))
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
  })
})

describe('Frigate', () => {
  const site = siteWithCameras({ frigateName: 'seats' })
  const event = (type: string, id: string, more: object = {}) =>
    tell('frigate/events', {
      type,
      before: null,
      after: {
        id,
        camera: 'seats',
        label: 'person',
        score: 0.79,
        top_score: 0.96,
        box: [250, 320, 310, 480],
        frame_time: NINE / 1000,
        false_positive: false,
        stationary: true,
        snapshot: { data: 'not read' },
        sub_label: 'somebody known by name',
        ...more,
      },
    })

  it('tells of somebody once, who is there until gone', async () => {
    const { clock, occupancies, part, inTime } = await open(blind, { site })
    await tell('frigate/available', 'online')
    await event('new', 'a', { box: [150, 320, 210, 480] })
    await inTime(() => expect(part('camera:C1')).toMatchObject({ state: 'fine' }))
    await event('update', 'a')
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ cameraId: 'C1', people: 1 }))
    clock.advance(5 * MINUTE)
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 1 }))
    await event('end', 'a')
    for (let second = 0; second < 120; second++) clock.advance(SECOND)
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 0 }))
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
  })

  it('finds a long wait, and nothing of what it calls people leaves this place', async () => {
    const { clock, raised, alerts, readings, log } = await open(blind, { site })
    await tell('frigate/available', 'online')
    for (let step = 0; step < 5; step++) {
      await event(step ? 'update' : 'new', '1607123955.475377-mxklsc', {
        box: [50 + 40 * step, 320, 110 + 40 * step, 480],
      })
      await soon(() => {
        clock.advance(SECOND)
        expect(readings.filter(({ type }) => type === 'cameraWork').at(-1)).toMatchObject({
          counts: { detections: step + 1 },
        })
      })
    }
    for (let second = 0; second < 16 * 60; second++) clock.advance(SECOND)
    await soon(() => expect(raised).toEqual(['L0001']))
    const told = JSON.stringify([[...alerts.values()], readings, log.lines])
    expect(told).not.toMatch(/mxklsc|known by name|not read/)
  })

  it('is not believed about dogs, ghosts and cameras the hall does not know', async () => {
    const { counts, occupancies, inTime } = await open(blind, { site })
    await tell('frigate/available', 'online')
    await event('new', 'dog', { label: 'dog' })
    await event('new', 'ghost', { false_positive: true })
    await event('new', 'far', { camera: 'garage' })
    await event('new', 'flat', { box: [5, 5, 5, 5] })
    await inTime(() => expect(counts()).toEqual({ detections: 2 }))
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 0 }))
  })

  it('takes everybody along when it goes', async () => {
    const { clock, part, occupancies, inTime } = await open(blind, { site })
    await tell('frigate/available', 'online')
    await event('new', 'a')
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 1 }))
    await tell('frigate/available', 'offline')
    await inTime(() => expect(part('camera:C1')).toMatchObject({ state: 'unknown', problem: 'offline' }))
    await tell('frigate/available', 'online')
    await inTime(() => expect(part('camera:C1')).toMatchObject({ state: 'fine' }))
    for (let second = 0; second < 120; second++) clock.advance(SECOND)
    expect(occupancies().at(-1)).toMatchObject({ people: 0 })
  })
})
