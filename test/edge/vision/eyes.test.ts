/** What becomes of frames, and how it is told that there are none, with a detector that finds what it is told to. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { DetectorFault } from '#edge/core/crowd/detecting.ts'
import { soon } from '#test/support/eventually.ts'
import { scripted, siteWithSeat, useVision } from '#test/support/vision.ts'

const { send, open } = useVision()

describe('the health of cameras', () => {
  it('is unknown before the first frame and after ten seconds of silence', async () => {
    const { part, clock, inTime } = await open(scripted(async () => ({})))
    expect(part('camera:C1')).toMatchObject({ state: 'unknown' })
    await send('frame', 'x')
    await inTime(() => {
      expect(part('camera:C1')).toMatchObject({ state: 'fine' })
    })
    clock.advance(11 * SECOND)
    expect(part('camera:C1')).toMatchObject({ state: 'unknown' })
    await send('status', 'offline')
    await inTime(() => {
      expect(part('camera:C1')).toMatchObject({ state: 'attention' })
    })
  })

  it('is told apart from that of the detector', async () => {
    const failing = scripted(() => Promise.reject(new DetectorFault('gone')))
    const { part, inTime } = await open(failing)
    await send('frame', 'x')
    await inTime(() => {
      expect(part('detector')).toMatchObject({ state: 'attention', detail: 'gone' })
    })
  })

  it('is nobody’s when the site does not know the camera: it is logged, once a minute', async () => {
    const looked: string[] = []
    const detector = scripted(async (jpeg) => {
      looked.push(jpeg)
      return {}
    })
    const { log, clock } = await open(detector)
    for (let n = 0; n < 5; n++) await send('frame', 'stranger', 'C9')
    await send('frame', 'known')
    await soon(() => expect(looked).toEqual(['known']))
    clock.advance(MINUTE)
    const told = log.lines.filter(({ words }) => words === 'a camera that is not in the site')
    expect(told.map(({ facts }) => facts)).toEqual([{ cameraId: 'C9' }, { cameraId: 'C9', more: 4 }])
  })
})

describe('frames faster than the detector', () => {
  it('are looked at one after the other, in order, and dropped when they have waited too long', async () => {
    const looked: string[] = []
    const gates: (() => void)[] = []
    const slow = scripted(async (jpeg) => {
      looked.push(jpeg)
      await new Promise<void>((open) => gates.push(open))
      return {}
    })
    const { clock, log } = await open(slow)
    for (const name of ['a', 'b', 'c', 'd']) await send('frame', name)
    await soon(() => expect(looked).toEqual(['a']))
    gates.shift()?.()
    await soon(() => expect(looked).toEqual(['a', 'b']))
    clock.advance(3 * SECOND)
    gates.shift()?.()
    await soon(() => expect(looked).toEqual(['a', 'b', 'd']))
    gates.shift()?.()
    expect(log.lines.filter(({ words }) => words.startsWith('frame dropped'))).toHaveLength(1)
  })

  it('are looked at again, with masks that fit, when they have another size than the site says', async () => {
    const right: number[] = []
    const detector = scripted(async (_, maskRight) => {
      right.push(maskRight)
      return { width: 640, height: 360 }
    })
    const site = siteWithSeat()
    const masks = [
      [
        { x: 0, y: 0 },
        { x: 400, y: 0 },
        { x: 400, y: 720 },
      ],
    ]
    await open(detector, { site: { ...site, cameras: site.cameras.map((one) => ({ ...one, masks })) } })
    await send('frame', 'a')
    await send('frame', 'b')
    await soon(() => expect(right).toEqual([400, 200, 200]))
  })
})
