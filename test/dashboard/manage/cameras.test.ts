import { describe, expect, it } from 'vitest'
import { placeThrough } from '#contracts/homography.ts'
import { ZoneId } from '#contracts/ids.ts'
import type { CameraSetup } from '#contracts/siteCameras.ts'
import { waysOf } from '#dashboard/manage/cameras/checking.ts'
import { Draft } from '#dashboard/manage/cameras/draft.svelte.ts'
import { Editing } from '#dashboard/manage/cameras/editing.svelte.ts'
import { type Frame, Looking, type LookingParts } from '#dashboard/manage/cameras/looking.svelte.ts'
import { shareLarge, sizesOf, sureOf } from '#dashboard/manage/cameras/sizing.ts'
import {
  isFloorHalfDone,
  lacksIn,
  scaledTo,
  setupOf,
  sketchOf,
  withFloorPoint,
} from '#dashboard/manage/cameras/sketch.ts'
import { chapterOf, openedIn } from '#dashboard/manage/chapters.ts'
import { smallSite } from '#test/support/smallSite.ts'

const zoneId = ZoneId.parse('Z1')
const bare: CameraSetup = { width: 1280, height: 720, zones: [], masks: [], privacy: { signsPosted: false } }
const square = [
  { x: 100, y: 100 },
  { x: 300, y: 100 },
  { x: 300, y: 300 },
  { x: 100, y: 300 },
]

const drawing = () => {
  const editing = new Editing(new Draft(bare))
  editing.begin({ kind: 'zone', zoneId })
  for (const corner of square) editing.point(corner, 10)
  return editing
}

describe('drawing a zone', () => {
  it('is closed by a click at its first corner, and is one step to take back', () => {
    const editing = drawing()
    editing.point({ x: 104, y: 97 }, 10)
    expect(editing.draft.now.zones).toEqual([{ zoneId, outline: square }])
    expect(editing.chosen).toEqual({ kind: 'zone', index: 0 })
    editing.undo()
    expect(editing.draft.now.zones).toEqual([])
    expect(editing.draft.isChanged).toBe(false)
  })

  it('takes corners back one by one, and then gives up', () => {
    const editing = drawing()
    for (let click = 0; click < 4; click++) editing.undo()
    expect(editing.pen.corners).toEqual([])
    editing.undo()
    expect(editing.pen.drawn).toBeUndefined()
  })

  it('keeps corners within the picture, and three of them at least', () => {
    const editing = drawing()
    editing.close()
    const shape = { kind: 'zone', index: 0 } as const
    editing.moveCorner(shape, 0, { x: -40, y: 9000 })
    expect(editing.draft.now.zones[0]?.outline[0]).toEqual({ x: 0, y: 720 })
    editing.removeCorner(shape, 0)
    expect(editing.canRemoveCorner(shape)).toBe(false)
  })

  it('is drawn to scale when the pictures turn out to be of another size', () => {
    const editing = drawing()
    editing.close()
    expect(scaledTo(editing.draft.now, 640, 360).zones[0]?.outline[2]).toEqual({ x: 150, y: 150 })
  })
})

describe('the record', () => {
  it('lacks what is empty or blank, and blanks are not sent', () => {
    const sketch = sketchOf({ ...bare, privacy: { operator: '  ', purpose: 'help', signsPosted: true } })
    expect(lacksIn(sketch)).toEqual(['operator', 'legalBasis', 'assessment', 'zones'])
    expect(setupOf(sketch).privacy).toEqual({ purpose: 'help', signsPosted: true })
  })
})

describe('floor points', () => {
  const corners = [
    [100, 700, 1, 1],
    [1180, 700, 5, 1],
    [900, 300, 5, 9],
    [380, 300, 1, 9],
  ] as const

  it('are saved when all four are known on both sides, and lead from the picture to the plan and back', () => {
    let sketch = sketchOf(bare)
    for (const [x, y, floorX, floorY] of corners) {
      sketch = withFloorPoint(sketch, 'pixel', { x, y })
      expect(isFloorHalfDone(sketch)).toBe(true)
      sketch = withFloorPoint(sketch, 'floor', { x: floorX, y: floorY })
    }
    expect(isFloorHalfDone(sketch)).toBe(false)
    expect(setupOf(sketch).floorMatches).toHaveLength(4)
    const ways = waysOf(sketch, bare)
    const place = ways && placeThrough(ways.toFloor, { x: 900, y: 300 })
    expect([place?.x, place?.y].map((metres) => metres?.toFixed(6))).toEqual(['5.000000', '9.000000'])
    const pixel = ways && placeThrough(ways.toPicture, { x: 1, y: 1 })
    expect([pixel?.x, pixel?.y].map((pixels) => pixels?.toFixed(3))).toEqual(['100.000', '700.000'])
  })

  it('are what the site measured as long as none is clicked', () => {
    const [camera] = smallSite().cameras
    if (!camera) throw new Error('the small hall has a camera')
    const ways = waysOf(sketchOf(camera), camera)
    expect(ways && placeThrough(ways.toFloor, { x: 500, y: 400 })).toEqual({ x: 5, y: 4 })
    expect(waysOf(withFloorPoint(sketchOf(camera), 'pixel', { x: 1, y: 1 }), camera)).toBeUndefined()
  })
})

describe('people before a camera', () => {
  it('are large enough from 48 pixels of the model on, and unsure boxes are nobody', () => {
    const boxOf = (height: number, score: number) => ({ x1: 0, y1: 0, x2: 40, y2: height, score })
    const people = sizesOf(sureOf([boxOf(120, 0.9), boxOf(119, 0.5), boxOf(300, 0.1)]), 0.4)
    expect(people.map(({ isLarge }) => isLarge)).toEqual([true, false])
    expect(shareLarge(people)).toBe(0.5)
    expect(shareLarge([])).toBeUndefined()
  })
})

describe('a look', () => {
  const frame: Frame = { jpeg: 'data:image/jpeg;base64,', at: 1, width: 2, height: 2, boxes: [], scale: 1, until: 60 }
  const lookingWith = (parts: Partial<LookingParts> = {}) => {
    const again: (() => void)[] = []
    const looking = new Looking({
      grant: async () => ({ ok: true, body: { lookId: 'L', until: 60 } }),
      read: async () => ({ ok: true, body: frame }),
      after: (_, deed) => {
        again.push(deed)
        return () => again.splice(0)
      },
      ...parts,
    })
    return { looking, again }
  }

  it('shows a frame until its minute is over, and asks for no other then', async () => {
    const { looking, again } = lookingWith()
    await looking.open('new seats')
    expect(looking.frame).toEqual(frame)
    looking.tick(59)
    expect(looking.frame).toEqual(frame)
    looking.tick(60)
    expect([looking.frame, looking.until, again]).toEqual([undefined, undefined, []])
  })

  it('shows nothing that comes after it was closed', async () => {
    const { looking } = lookingWith({
      read: async () => {
        looking.close()
        return { ok: true, body: frame }
      },
    })
    await looking.open('new seats')
    expect(looking.frame).toBeUndefined()
  })

  it('says why it is not opened', async () => {
    const problem = { code: 'notAllowed', title: 'no', status: 403 }
    const { looking } = lookingWith({ grant: async () => ({ ok: false, problem }) })
    await looking.open('new seats')
    expect([looking.problem, looking.until]).toEqual([problem, undefined])
  })
})

describe('the address of a camera', () => {
  it('opens the chapter and the camera in it', () => {
    expect([chapterOf('#cameras/C1'), openedIn('#cameras/C1'), openedIn('#cameras')]).toEqual([
      'cameras',
      'C1',
      undefined,
    ])
  })
})
