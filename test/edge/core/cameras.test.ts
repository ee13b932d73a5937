import { describe, expect, it } from 'vitest'
import type { SetUpCamera } from '#contracts/cameraCommands.ts'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { CameraId, FloorId, ZoneId } from '#contracts/ids.ts'
import { CameraSetup } from '#contracts/siteCameras.ts'
import { beginDay } from '#edge/core/day.ts'
import { evolve } from '#edge/core/hall.ts'
import { recordOf } from '#edge/core/records.ts'
import { emptyHall } from '#edge/core/state.ts'
import { touched } from '#edge/core/touching.ts'
import { given, type Happening, hallAfter, NINE } from '#test/support/given.ts'
import { commandId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

const C1 = CameraId.parse('C1')
const C9 = CameraId.parse('C9')
const at = (x: number, y: number) => ({ x, y })
const match = (x: number, y: number, floorX: number, floorY: number) => ({ pixel: at(x, y), floor: at(floorX, floorY) })
const floorMatches = [match(200, 200, 4, 12), match(1000, 200, 12, 12), match(1000, 600, 12, 8), match(200, 600, 4, 8)]
const outline = [at(100, 300), at(1180, 300), at(1180, 700), at(100, 700)]
const mask = [at(0, 0), at(300, 0), at(300, 200)]
const zone = { zoneId: ZoneId.parse('Z1'), outline }

const setup = (change: object = {}): SetUpCamera['setup'] => {
  const { homography: _, ...drawn } = CameraSetup.parse({
    width: 1280,
    height: 720,
    zones: [zone],
    masks: [mask],
    floorMatches,
    privacy: { operator: 'Somebody else' },
    ...change,
  })
  return drawn
}
const setUp = (change?: object, cameraId = C1) => ({ type: 'setUpCamera', cameraId, setup: setup(change) }) as const
const wasSetUp: Happening = { type: 'cameraSetUp', cameraId: C1, setup: setup() }

describe('setting up a camera', () => {
  it('finds the floor through the four points', () => {
    const homography = [0.01, 0, 2, 0, -0.01, 14, 0, 0, 1].map((value) => expect.closeTo(value, 9))
    given()
      .when(setUp())
      .yields({ type: 'cameraSetUp', cameraId: C1, setup: { ...setup(), homography } })
  })

  it('leaves the floor of the site file where nobody clicks another', () => {
    const without = setup({ floorMatches: undefined })
    const { homography } = smallSite().cameras[0] ?? {}
    given()
      .when({ type: 'setUpCamera', cameraId: C1, setup: without })
      .yields({ type: 'cameraSetUp', cameraId: C1, setup: { ...without, homography } })
  })

  it('forgets the floor of a picture of another size, and one that had been clicked', () => {
    const smaller = setup({ floorMatches: undefined, width: 1200 })
    const without = setup({ floorMatches: undefined })
    given()
      .when({ type: 'setUpCamera', cameraId: C1, setup: smaller })
      .yields({ type: 'cameraSetUp', cameraId: C1, setup: smaller })
    given(wasSetUp)
      .when({ type: 'setUpCamera', cameraId: C1, setup: without })
      .yields({ type: 'cameraSetUp', cameraId: C1, setup: without })
  })

  it('wants a camera and zones that the hall has', () => {
    given().when(setUp({}, C9)).isRefused({ code: 'unknownCamera', cameraId: C9 })
    given()
      .when(setUp({ zones: [zone, { ...zone, zoneId: 'Z9' }] }))
      .isRefused({ code: 'unknownZone', zoneId: ZoneId.parse('Z9') })
  })

  it('wants outlines within the picture that do not cross themselves', () => {
    const bow = [at(0, 0), at(100, 100), at(100, 0), at(0, 100)]
    const outside = [...outline.slice(1), at(-1, 700)]
    const wrong = (of: 'zone' | 'mask' | 'queueLine', index: number) =>
      ({ code: 'wrongOutline', cameraId: C1, of, index }) as const
    given()
      .when(setUp({ zones: [{ ...zone, outline: outside }] }))
      .isRefused(wrong('zone', 0))
    given()
      .when(setUp({ masks: [mask, bow] }))
      .isRefused(wrong('mask', 1))
    given()
      .when(setUp({ zones: [{ ...zone, queueLine: [at(0, 0), at(1281, 0)] }] }))
      .isRefused(wrong('queueLine', 0))
  })

  it('wants four places that make a floor', () =>
    given()
      .when(setUp({ floorMatches: [...floorMatches.slice(0, 3), match(600, 200, 4, 8)] }))
      .isRefused({ code: 'floorPointsInLine', cameraId: C1 }))
})

describe('a camera that has been set up', () => {
  const hall = hallAfter(wasSetUp)
  const camera = { cameraId: C1, floorId: FloorId.parse('F1'), ...setup() }

  it('is what everybody reads from then on, and screens are told', () => {
    expect(hall.site.cameras).toEqual([camera])
    const fact = wasSetUp
    if (!('type' in fact)) throw new Error('no fact')
    const [key] = touched(fact, hallAfter(), hall)
    expect(key && recordOf(hall, key)).toMatchObject({ kind: 'site', site: { cameras: [camera] } })
  })

  it('lives on over midnight, also when only the new day is known', () => {
    const tomorrow = NINE + 24 * HOUR
    const dawn = { seq: 9, at: tomorrow, by: 'test', cause: commandId(9), event: beginDay(hall, tomorrow) }
    expect(dawn.event).toMatchObject({ cameras: [{ cameraId: C1, setup: setup() }] })
    for (const before of [hall, emptyHall(smallSite())]) {
      const after = evolve(before, dawn)
      expect(after.site.cameras).toEqual([camera])
      expect(beginDay(after, tomorrow + 24 * HOUR)).toMatchObject({ cameras: [{ cameraId: C1 }] })
    }
  })

  it('keeps what the site file alone says', () => {
    const site = smallSite()
    const frigate = { ...site, cameras: site.cameras.map((one) => ({ ...one, frigateName: 'seats' })) }
    const fact = { seq: 1, at: NINE, by: 'test', cause: commandId(1), event: { ...wasSetUp } }
    if (!('type' in fact.event)) throw new Error('no fact')
    const after = evolve(emptyHall(frigate), { ...fact, event: fact.event })
    expect(after.site.cameras).toEqual([{ ...camera, frigateName: 'seats' }])
  })

  it('says nothing of cameras on a day when none has been set up', () =>
    expect(beginDay(hallAfter(), NINE + 24 * HOUR)).not.toHaveProperty('cameras'))
})

describe('looking through a camera', () => {
  const look = { type: 'lookThroughCamera', cameraId: C1, reason: 'Drawing the seats anew' } as const

  it('is granted for a minute, and changes nothing', () => {
    const granted = { type: 'cameraLookGranted', cameraId: C1, reason: look.reason, until: NINE + MINUTE } as const
    given().when(look, NINE).yields(granted)
    const hall = hallAfter()
    expect(evolve(hall, { seq: 2, at: NINE, by: 'manager', cause: commandId(2), event: granted })).toEqual(hall)
  })

  it('wants a camera that the hall has', () =>
    given()
      .when({ ...look, cameraId: C9 })
      .isRefused({ code: 'unknownCamera', cameraId: C9 }))
})
