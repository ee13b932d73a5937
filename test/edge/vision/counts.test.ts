/** Every frame and every message ends in exactly one count. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { DetectorFault, FrameFault } from '#edge/core/crowd/detecting.ts'
import { createCaptureTimes } from '#edge/vision/captureTimes.ts'
import { NINE } from '#test/support/given.ts'
import { scripted, useVision } from '#test/support/vision.ts'

const { send, tell, open } = useVision()

const YEAR = 365 * 24 * 60 * MINUTE

/** Frames say what is to become of them; a number is when they were taken. */
const finder = scripted(async (jpeg) => {
  if (jpeg === 'notJpeg' || jpeg === 'tooLarge' || jpeg === 'unreadable') throw new FrameFault(jpeg, `it is ${jpeg}`)
  if (jpeg === 'failed') throw new DetectorFault('its process has ended')
  if (jpeg === 'gated') return { gated: true, inferenceMs: 0 }
  return Number(jpeg) > 0 ? { at: Number(jpeg) } : {}
})

const message = (at: number) => JSON.stringify({ at, width: 1280, height: 720, boxes: [] })

describe('frames', () => {
  it('end in one count each', async () => {
    const { show, counts, inTime } = await open(finder)
    for (const jpeg of ['good', 'notJpeg', 'tooLarge', 'unreadable', 'unreadable', 'failed']) await show(jpeg)
    await inTime(() => expect(counts()).toMatchObject({ frames: 6 }))
    await show('gated')
    const all = { frames: 7, detected: 1, notJpeg: 1, tooLarge: 1, unreadable: 2, failed: 1, gated: 1 }
    await inTime(() => expect(counts()).toEqual(all))
  })

  it('that the broker has emptied count as dropped', async () => {
    const { counts, inTime } = await open(finder)
    for (let n = 0; n < 3; n++) await send('frame', '')
    await inTime(() => expect(counts()).toEqual({ frames: 3, dropped: 3 }))
  })

  it('of jumping clocks are not believed, and the camera beside is not touched', async () => {
    const { show, counts, part, inTime } = await open(finder)
    for (const at of [NINE, NINE + SECOND, NINE + YEAR, NINE + 2 * SECOND, NINE - YEAR, NINE + 3 * SECOND])
      await show(String(at))
    await inTime(() => expect(counts()).toEqual({ frames: 6, detected: 4, clockJump: 2 }))
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
  })

  it('are believed again when the clock has been set for good', async () => {
    const { show, counts, inTime } = await open(finder)
    for (const at of [0, 1, 2, 3600, 3601, 3602]) await show(String(NINE + at * SECOND))
    await inTime(() => expect(counts()).toEqual({ frames: 6, detected: 5, clockJump: 1 }))
  })

  it('tried twice by the detector are counted for all cameras together', async () => {
    const { show, counts, inTime } = await open({ ...finder, retried: () => 3 })
    await show('good')
    await inTime(() => expect(counts(null)).toEqual({ retried: 3 }))
  })
})

describe('messages', () => {
  it('end in one count each', async () => {
    const { counts, inTime } = await open(finder)
    await send('detections', message(NINE))
    await send('detections', message(NINE))
    await send('detections', '{"width":')
    await send('status', 'asleep')
    await send('status', 'online')
    await inTime(() => expect(counts()).toEqual({ detections: 1, clockJump: 1, badMessage: 2 }))
  })

  it('of strangers are counted for nobody', async () => {
    const { counts, inTime } = await open(finder)
    await send('frame', 'x', 'C7')
    await send('detections', message(NINE), 'C8')
    await tell('frigate/events', '{}')
    await inTime(() => expect(counts(null)).toEqual({ frames: 1, badMessage: 2 }))
    expect(counts()).toBeUndefined()
  })
})

describe('the time of a frame', () => {
  it('may be any at first, and then no more ahead than ours by the tolerance', () => {
    const { accepts } = createCaptureTimes(MINUTE)
    expect(accepts(5 * YEAR, 0)).toBe(true)
    expect(accepts(5 * YEAR + MINUTE, 0)).toBe(true)
    expect(accepts(5 * YEAR + 5 * MINUTE, 2 * MINUTE)).toBe(false)
    expect(accepts(5 * YEAR + 4 * MINUTE, 2 * MINUTE)).toBe(true)
  })

  it('is doubted anew by each jump that leads nowhere', () => {
    const { accepts } = createCaptureTimes(MINUTE)
    expect([0, YEAR, 3 * YEAR, 2 * YEAR].map((at, i) => accepts(at, i * SECOND))).toEqual([true, false, false, false])
  })
})
