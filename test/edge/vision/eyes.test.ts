/** What becomes of frames, and how it is told that there are none, with a detector that finds what it is told to. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { CameraId } from '#contracts/ids.ts'
import { DetectorFault } from '#edge/core/crowd/detecting.ts'
import { soon } from '#test/support/eventually.ts'
import { scripted, siteWithCameras, useVision } from '#test/support/vision.ts'

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
  it('are not looked at but for the newest, and counted as dropped', async () => {
    const looked: string[] = []
    const gates: (() => void)[] = []
    const slow = scripted(async (jpeg) => {
      looked.push(jpeg)
      await new Promise<void>((open) => gates.push(open))
      return {}
    })
    const { log, counts, inTime } = await open(slow)
    await send('frame', 'a')
    await soon(() => expect(looked).toEqual(['a']))
    for (const name of ['b', 'c', 'd']) await send('frame', name)
    await inTime(() => expect(counts()).toMatchObject({ frames: 4, dropped: 2 }))
    gates.shift()?.()
    await soon(() => expect(looked).toEqual(['a', 'd']))
    gates.shift()?.()
    await inTime(() => expect(counts()).toEqual({ frames: 4, dropped: 2, detected: 2 }))
    expect(log.lines.filter(({ words }) => words.startsWith('frame dropped'))).toHaveLength(1)
  })

  it('of one camera do not keep others waiting', async () => {
    const looked: string[] = []
    const gates: (() => void)[] = []
    const detector = scripted(async (jpeg) => {
      looked.push(jpeg)
      if (jpeg === 'slow') await new Promise<void>((open) => gates.push(open))
      return {}
    })
    const two = siteWithCameras({}, { cameraId: CameraId.parse('C2') })
    const { counts, inTime } = await open(detector, { site: two })
    await send('frame', 'slow')
    await send('frame', 'slow')
    await send('frame', 'other', 'C2')
    await inTime(() => expect(counts('C2')).toEqual({ frames: 1, detected: 1 }))
    expect(looked).toEqual(['slow', 'other'])
    for (const round of [0, 1]) {
      await soon(() => expect(gates.length).toBe(1))
      gates.shift()?.()
      await inTime(() => expect(counts()).toMatchObject({ detected: round + 1 }))
    }
  })
})

describe('frames of another size than the site says', () => {
  it('are looked at again, with masks that fit', async () => {
    const right: number[] = []
    const detector = scripted(async (_, maskRight) => {
      right.push(maskRight)
      return { width: 640, height: 360 }
    })
    const mask = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
      { x: 400, y: 720 },
    ]
    const { show } = await open(detector, { site: siteWithCameras({ masks: [mask] }) })
    await show('a')
    await soon(() => expect(right).toEqual([400, 200]))
    await show('b')
    expect(right).toEqual([400, 200, 200])
  })
})
