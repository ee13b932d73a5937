/** Every frame and every message ends in exactly one count. */
import { describe, expect, it } from 'vitest'
import type { CameraCount } from '#contracts/cameras.ts'
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

/** What frames have ended in; those the broker has emptied, for there were too many a second, are told apart. */
const ends = ({ frames = 0, dropped = 0, ...others }: Partial<Record<CameraCount, number>> = {}) => {
  expect(Object.values(others).reduce((sum, count) => sum + count, dropped)).toBe(frames)
  return others
}

const message = (at: number) => JSON.stringify({ at, width: 1280, height: 720, boxes: [] })

describe('frames', () => {
  it('end in one count each', async () => {
    const { show, counts, inTime } = await open(finder)
    for (const jpeg of ['good', 'notJpeg', 'tooLarge', 'unreadable', 'unreadable', 'failed']) await show(jpeg)
    await show('gated')
    const all = { detected: 1, notJpeg: 1, tooLarge: 1, unreadable: 2, failed: 1, gated: 1 }
    await inTime(() => expect(ends(counts())).toEqual(all))
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
    await inTime(() => expect(ends(counts())).toEqual({ detected: 4, clockJump: 2 }))
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
  })

  it('are believed again when the clock has been set for good', async () => {
    const { show, counts, inTime } = await open(finder)
    for (const at of [0, 1, 2, 3600, 3601, 3602]) await show(String(NINE + at * SECOND))
    await inTime(() => expect(ends(counts())).toEqual({ detected: 5, clockJump: 1 }))
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
  it('may be any at first, and then no farther ahead than ours by the tolerance', () => {
    const { isFarAhead, believe } = createCaptureTimes(MINUTE)
    expect(isFarAhead(5 * YEAR, 0)).toBe(false)
    believe(5 * YEAR, 0)
    expect(isFarAhead(5 * YEAR + MINUTE, 0)).toBe(false)
    expect(isFarAhead(5 * YEAR + 5 * MINUTE, 2 * MINUTE)).toBe(true)
    expect(isFarAhead(5 * YEAR + 3 * MINUTE, 2 * MINUTE)).toBe(false)
  })

  it('is doubted anew by each jump that leads nowhere, and believed when it goes on', () => {
    const { isFarAhead, believe } = createCaptureTimes(MINUTE)
    believe(0, 0)
    const jumps = [YEAR, 3 * YEAR, 2 * YEAR, 2 * YEAR + SECOND]
    expect(jumps.map((at, i) => isFarAhead(at, i * SECOND))).toEqual([true, true, true, false])
  })
})
