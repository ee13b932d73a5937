/** Cameras whose record lacks something are not looked through, until somebody sets them up; and the detector is there only for the others. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { CameraId } from '#contracts/ids.ts'
import { type Detector, DetectorFault } from '#edge/core/crowd/detecting.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { scripted, siteWithCameras, siteWithSeat, useVision } from '#test/support/vision.ts'

const { send, open } = useVision()

const C1 = CameraId.parse('C1')
const seat = [250, 320, 310, 480, 0.8]
const seatBox = { x1: 250, y1: 320, x2: 310, y2: 480, score: 0.8 }

const unrecorded = () => {
  const { cameras } = siteWithSeat()
  const { legalBasis: _, ...privacy } = cameras[0]?.privacy ?? { signsPosted: false }
  return siteWithCameras({ privacy: { ...privacy, signsPosted: false } })
}

/** What a manager sends to complete it. */
const complete = () => {
  const [camera] = siteWithSeat().cameras
  if (!camera) throw new Error('a site without a camera')
  const { width, height, zones, masks, privacy } = camera
  return { type: 'setUpCamera' as const, cameraId: C1, setup: { width, height, zones, masks, privacy } }
}

const counting = (detector: Detector) => {
  let opened = 0
  let closed = 0
  const openDetector = async () => {
    opened += 1
    return {
      ...detector,
      close: async () => {
        closed += 1
      },
    }
  }
  return { openDetector, opened: () => opened, closed: () => closed }
}

const detections = (at: number, boxes: unknown[] = [seat]) =>
  send('detections', JSON.stringify({ at, width: 1280, height: 720, boxes }))

describe('a camera whose record lacks something', () => {
  it('is not looked through, and says what lacks', async () => {
    const looked: string[] = []
    const finder = scripted(async (jpeg) => {
      looked.push(jpeg)
      return { boxes: [seatBox] }
    })
    const { openDetector, opened } = counting(finder)
    const { part, counts, occupancies, clock } = await open(finder, { site: unrecorded(), openDetector })
    await send('frame', 'x')
    await detections(NINE)
    await send('frame', 'x', 'C9')
    await soon(() => {
      clock.advance(SECOND)
      expect(counts(null)).toEqual({ frames: 1 })
    })
    expect(part('camera:C1')).toEqual({
      type: 'part',
      partId: 'camera:C1',
      state: 'attention',
      problem: 'noRecord',
      detail: 'it is not used, for its record lacks the legal basis and that signs are posted',
    })
    expect(part('detector')).toMatchObject({ state: 'fine', detail: 'not running, for no camera needs it' })
    expect({ looked, opened: opened(), counts: counts(), occupancies: occupancies() }).toEqual({
      looked: [],
      opened: 0,
      counts: undefined,
      occupancies: [],
    })
  })

  it('is looked through as soon as a manager completes it', async () => {
    const finder = scripted(async () => ({ boxes: [seatBox] }))
    const { openDetector, opened } = counting(finder)
    const { order, counts, occupancies, part, inTime } = await open(finder, { site: unrecorded(), openDetector })
    expect(await order(complete())).toMatchObject({ ok: true })
    await send('frame', 'x')
    await inTime(() => expect(counts()).toEqual({ frames: 1, detected: 1 }))
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ cameraId: 'C1', zoneId: 'Z1', people: 1 }))
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
    expect(opened()).toBe(1)
  })
})

describe('setting up a camera that is used', () => {
  it('ends the long waits before it, and begins anew with the new zones', async () => {
    const { order, raised, alerts, occupancies, inTime } = await open(scripted(async () => ({})))
    const walker = (second: number) => [
      250 - 5 * Math.max(0, 20 - second),
      320,
      310 - 5 * Math.max(0, 20 - second),
      480,
      0.8,
    ]
    for (let second = 0; second <= 20; second += 1) await detections(NINE + second * SECOND, [walker(second)])
    for (let minute = 1; minute <= 16; minute++) await detections(NINE + minute * MINUTE)
    await inTime(() => expect(raised).toEqual(['L0001']))
    const { setup, ...command } = complete()
    const elsewhere = setup.zones.map((zone) => ({
      ...zone,
      outline: zone.outline.map(({ x, y }) => ({ x: x + 600, y })),
    }))
    await order({ ...command, setup: { ...setup, zones: elsewhere } })
    await soon(() => expect(alerts.size).toBe(0))
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 0 }))
    await detections(NINE + 17 * MINUTE, [seat, [850, 320, 910, 480, 0.8], [850, 300, 910, 470, 0.2]])
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 1 }))
  })

  it('stops using it when the record is withdrawn, and closes the detector a minute later', async () => {
    const finder = scripted(async () => ({ boxes: [seatBox] }))
    const { openDetector, opened, closed } = counting(finder)
    const { order, part, counts, occupancies, clock, inTime } = await open(finder, { openDetector })
    await send('frame', 'x')
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 1 }))
    const { setup, ...command } = complete()
    await order({ ...command, setup: { ...setup, privacy: { signsPosted: true } } })
    await inTime(() => expect(part('camera:C1')).toMatchObject({ problem: 'noRecord' }))
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 0 }))
    const before = counts()
    await send('frame', 'y')
    clock.advance(2 * MINUTE)
    await soon(() => expect({ opened: opened(), closed: closed() }).toEqual({ opened: 1, closed: 1 }))
    expect(counts()).toEqual(before)
  })
})

describe('a detector that refuses its model', () => {
  it('leaves the hall without cameras, says why, and is tried again', async () => {
    let refusals = 0
    const finder = scripted(async () => ({}))
    const openDetector = async () => {
      refusals += 1
      if (refusals === 1) throw new DetectorFault('the model is not on the list of this hall')
      return finder
    }
    const { part, counts, clock, inTime, log } = await open(finder, { openDetector })
    await send('frame', 'x')
    await inTime(() => expect(counts()).toEqual({ frames: 1, failed: 1 }))
    expect(part('detector')).toMatchObject({ state: 'attention', detail: 'the model is not on the list of this hall' })
    expect(part('camera:C1')).toMatchObject({ state: 'attention', detail: 'the detector failed' })
    expect(log.lines.filter(({ words }) => words === 'the detector does not start')).toHaveLength(1)
    clock.advance(MINUTE)
    await send('frame', 'y')
    await inTime(() => expect(counts()).toMatchObject({ detected: 1 }))
    expect(part('detector')).toMatchObject({ state: 'fine' })
  })
})
