/** A manager's look through a camera: one frame, with its masks, and nothing of it anywhere else. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import { CameraId } from '#contracts/ids.ts'
import type { PrivacyRecord } from '#contracts/siteCameras.ts'
import { FrameFault } from '#edge/core/crowd/detecting.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { scripted, siteWithCameras, siteWithSeat, useVision } from '#test/support/vision.ts'

const { send, open } = useVision()

const C1 = CameraId.parse('C1')
const seatBox = { x1: 250, y1: 320, x2: 310, y2: 480, score: 0.8 }
const finder = scripted(async (jpeg) => {
  if (jpeg === 'broken') throw new FrameFault('unreadable', 'it is broken')
  return { boxes: [seatBox] }
})
const privacy: PrivacyRecord = siteWithSeat().cameras[0]?.privacy ?? { signsPosted: false }

describe('a look', () => {
  it('is the next frame, and what the detector finds in it', async () => {
    const { vision } = await open(finder)
    const looks = [vision.looking.look(C1), vision.looking.look(C1)]
    await send('frame', 'a frame')
    const [look, other] = await Promise.all(looks)
    expect(Buffer.from(look?.jpeg ?? []).toString()).toBe('a frame')
    const { jpeg: _, ...rest } = look ?? {}
    expect(rest).toEqual({ at: NINE, width: 1280, height: 720, boxes: [seatBox], scale: 0.4 })
    expect(other).toEqual(look)
  })

  it('waits for one that can be read, and not for ever', async () => {
    const { vision, show, clock } = await open(finder)
    const look = vision.looking.look(C1)
    await show('broken')
    await send('frame', 'whole')
    expect(Buffer.from((await look)?.jpeg ?? []).toString()).toBe('whole')
    const inVain = vision.looking.look(C1)
    for (let second = 0; second < 5; second++) clock.advance(SECOND)
    expect(await inVain).toBeUndefined()
  })

  it('is of the masked frame, in its own size', async () => {
    const right: number[] = []
    const half = scripted(async (_, maskRight) => {
      right.push(maskRight)
      return { width: 640, height: 360 }
    })
    const mask = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
      { x: 400, y: 720 },
    ]
    const lacking = siteWithCameras({ masks: [mask], privacy: { ...privacy, signsPosted: false } })
    const { vision } = await open(half, { site: lacking })
    const look = vision.looking.look(C1)
    await send('frame', 'x')
    expect(await look).toMatchObject({ width: 640, height: 360 })
    expect(right).toEqual([400, 200])
  })

  it('is possible before zones are drawn and signs are posted, and counts nobody', async () => {
    const lacking = siteWithCameras({ zones: [], privacy: { ...privacy, signsPosted: false } })
    const { vision, clock, occupancies, counts } = await open(finder, { site: lacking })
    const look = vision.looking.look(C1)
    await send('frame', 'x')
    expect(await look).toMatchObject({ boxes: [seatBox] })
    clock.advance(SECOND)
    expect({ occupancies: occupancies(), counts: counts() }).toEqual({ occupancies: [], counts: undefined })
  })

  it.each(['operator', 'purpose', 'legalBasis'] as const)('is none without %s', async (lack) => {
    const { [lack]: _, ...rest } = privacy
    const { vision } = await open(finder, { site: siteWithCameras({ privacy: rest }) })
    expect(await vision.looking.look(C1)).toBeUndefined()
    expect(await vision.looking.look(CameraId.parse('C9'))).toBeUndefined()
  })

  it('ends with vision', async () => {
    const { vision } = await open(finder)
    const look = vision.looking.look(C1)
    await vision.close()
    expect(await soon(() => look)).toBeUndefined()
  })
})
