import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ZoneId } from '#contracts/ids.ts'
import { C1, openViewing, type Viewing } from './viewing.ts'

let hall: Viewing

beforeEach(async () => {
  hall = await openViewing()
})

afterEach(() => hall.close())

const at = (x: number, y: number) => ({ x, y })
const match = (x: number, y: number, floorX: number, floorY: number) => ({ pixel: at(x, y), floor: at(floorX, floorY) })
const setup = {
  width: 640,
  height: 360,
  zones: [{ zoneId: 'Z1', outline: [at(0, 100), at(640, 100), at(640, 360)], queueLine: [at(10, 110), at(600, 300)] }],
  masks: [[at(0, 0), at(100, 0), at(100, 90)]],
  floorMatches: [match(100, 100, 4, 12), match(500, 100, 12, 12), match(500, 300, 12, 8), match(100, 300, 4, 8)],
  privacy: { operator: 'Test hall', purpose: 'Help', contact: 'Entrance desk' },
}
const PATH = '/api/cameras/C1/setup'

describe('looking at the cameras', () => {
  it('tells how each is set up, and that nothing is known of it before it is heard', async () => {
    expect(await hall.told('GET', '/api/cameras')).toMatchObject({
      status: 200,
      cameras: [
        {
          cameraId: 'C1',
          floorId: 'F1',
          setup: { width: 1280, height: 720, zones: [{ zoneId: 'Z1' }], privacy: { operator: 'Test hall' } },
          lacks: [],
          state: 'unknown',
          counts: {},
        },
      ],
    })
  })

  it('tells how it is, what came from it and whom it sees', async () => {
    const zone = { type: 'occupancy' as const, cameraId: C1, longestStayMinutes: 3, longWaits: 0, places: [] }
    hall.hall.pass({ ...zone, zoneId: ZoneId.parse('Z1'), people: 3 })
    hall.hall.pass({ ...zone, zoneId: ZoneId.parse('Z2'), people: 4 })
    hall.hall.pass({ type: 'cameraWork', counts: { badMessage: 9 } })
    hall.hall.pass({ type: 'cameraWork', cameraId: C1, counts: { frames: 7, gated: 2 } })
    hall.hall.pass({
      type: 'part',
      partId: 'camera:C1',
      state: 'attention',
      detail: 'C1 is covered.',
      problem: 'covered',
    })
    expect(await hall.told('GET', '/api/cameras')).toMatchObject({
      cameras: [
        {
          state: 'attention',
          problem: 'covered',
          detail: 'C1 is covered.',
          counts: { frames: 7, gated: 2 },
          people: 7,
        },
      ],
    })
  })
})

describe('setting up a camera', () => {
  it('answers with the camera as it is from now on, with its homography and what it still lacks', async () => {
    const homography = [0.02, 0, 2, 0, -0.02, 14, 0, 0, 1].map((value) => expect.closeTo(value, 9))
    const camera = {
      cameraId: 'C1',
      setup: { ...setup, homography, privacy: { ...setup.privacy, signsPosted: false } },
      lacks: ['legalBasis', 'assessment', 'signsPosted'],
    }
    expect(await hall.asManager('PUT', PATH, { setup })).toMatchObject({ status: 200, camera })
    expect(await hall.told('GET', '/api/cameras')).toMatchObject({ cameras: [camera] })
  })

  it('takes back what it has told', async () => {
    const { camera } = (await hall.asManager('PUT', PATH, { setup })) as { camera: { setup: object } }
    expect(await hall.asManager('PUT', PATH, { setup: camera.setup })).toMatchObject({ status: 200, camera })
  })

  it('is for managers', async () => {
    expect(await hall.told('PUT', PATH, { setup })).toMatchObject({ status: 403, code: 'notAllowed' })
    expect(await hall.told('GET', '/api/cameras')).toMatchObject({ cameras: [{ setup: { width: 1280 } }] })
  })

  it.each<[string, object, object]>([
    [
      'a corner outside',
      { masks: [[at(0, 0), at(641, 0), at(0, 9)]] },
      { status: 409, code: 'wrongOutline', title: expect.stringMatching(/^Mask 1 of C1 leaves the picture/) },
    ],
    [
      'a zone of another hall',
      { zones: [{ ...setup.zones[0], zoneId: 'Z9' }] },
      { status: 409, code: 'unknownZone', title: expect.stringMatching(/Z9/) },
    ],
    [
      'floor points in a line',
      { floorMatches: [1, 2, 3, 4].map((step) => match(step, step, step, step)) },
      { status: 409, code: 'floorPointsInLine', title: expect.stringMatching(/corners of a large quadrangle/) },
    ],
    ['three floor points', { floorMatches: setup.floorMatches.slice(1) }, { status: 400, code: 'malformed' }],
  ])('says what is wrong with %s', async (_, change, problem) =>
    expect(await hall.asManager('PUT', PATH, { setup: { ...setup, ...change } })).toMatchObject(problem),
  )

  it('refuses one that the hall does not have', async () =>
    expect(await hall.asManager('PUT', '/api/cameras/C9/setup', { setup })).toMatchObject({
      status: 404,
      code: 'unknownCamera',
    }))
})
