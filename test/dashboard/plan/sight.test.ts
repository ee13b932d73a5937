/** What the plan shows of what cameras see: zones, and where people have been. */
import { describe, expect, it } from 'vitest'
import { CameraId, FloorId, ZoneId } from '#contracts/ids.ts'
import { readingKey } from '#contracts/readingKey.ts'
import type { HeatMap, Reading, TimedReading } from '#contracts/readings.ts'
import { blindnessOf, zonesBefore } from '#dashboard/parts/cameraSight.ts'
import { heatOn, heatSteps } from '#dashboard/plan/heat.ts'
import { heatSight } from '#dashboard/plan/heatSight.ts'
import { zoneSight } from '#dashboard/plan/zoneSight.ts'
import { smallSite } from '#test/support/smallSite.ts'

const NOW = 1_795_395_600_000
const small = smallSite()
const [C1, C2, Z1] = [CameraId.parse('C1'), CameraId.parse('C2'), ZoneId.parse('Z1')]
const [first] = small.cameras
const [zone] = small.zones
if (!first || !zone) throw new Error('the small site has a camera and a zone')
/** Two cameras before the one zone. */
const site = { ...small, cameras: [first, { ...first, cameraId: C2 }] }

const told = (...readings: (Reading & { ago?: number })[]): Map<string, TimedReading> =>
  new Map(readings.map(({ ago = 0, ...reading }) => [readingKey(reading), { at: NOW - ago, reading }]))
const camera = (cameraId: CameraId, more: Partial<Extract<Reading, { type: 'part' }>> & { ago?: number } = {}) => ({
  type: 'part' as const,
  partId: `camera:${cameraId}`,
  state: 'fine' as const,
  ...more,
})
const people = (cameraId: CameraId, count: number, more: object = {}) => ({
  type: 'occupancy' as const,
  zoneId: Z1,
  cameraId,
  people: count,
  longestStayMinutes: 10 * count,
  longWaits: 0,
  places: [{ x: count, y: 1 }],
  ...more,
})

describe('a camera', () => {
  it('sees while it says that it is fine, and also while only its frames are bad now and then', () => {
    expect(blindnessOf(C1, told(camera(C1)), NOW)).toBeUndefined()
    expect(blindnessOf(C1, told(camera(C1, { state: 'attention' })), NOW)).toBeUndefined()
  })

  it.each(['blind', 'covered', 'frozen', 'moved', 'offline', 'noRecord'] as const)('does not see when %s', (problem) =>
    expect(blindnessOf(C1, told(camera(C1, { state: 'attention', problem })), NOW)).toBe(problem),
  )

  it('is silent when it says nothing, or has not for half a minute', () => {
    expect(blindnessOf(C1, told(), NOW)).toBe('silent')
    expect(blindnessOf(C1, told(camera(C1, { state: 'unknown' })), NOW)).toBe('silent')
    expect(blindnessOf(C1, told(camera(C1, { ago: 30_001 })), NOW)).toBe('silent')
    expect(blindnessOf(C1, told(camera(C1, { ago: 30_000 })), NOW)).toBeUndefined()
  })

  it('looks at the zones of its set-up', () => {
    expect(zonesBefore(site, 'C1').map(({ zoneId }) => zoneId)).toEqual(['Z1'])
    expect(zonesBefore(site, 'C9')).toEqual([])
  })
})

describe('a zone', () => {
  const sight = (...readings: Parameters<typeof told>) => zoneSight(zone, site, told(...readings), NOW)

  it('has as many people as the camera counts that sees most, and the longest stay and queue of all', () => {
    const queue = { people: 3, metres: 2 }
    expect(sight(camera(C1), camera(C2), people(C1, 2, { longestStayMinutes: 40 }), people(C2, 5, { queue }))).toEqual({
      seen: 'fully',
      people: 5,
      longestStayMinutes: 50,
      places: [{ x: 5, y: 1 }],
      queue,
    })
  })

  it('has at least so many while one of its cameras does not see', () => {
    const readings = [camera(C1), camera(C2, { problem: 'covered' }), people(C1, 2), people(C2, 5)] as const
    expect(sight(...readings)).toMatchObject({ seen: 'partly', people: 2 })
  })

  it('is unknown, never empty, while none of its cameras sees, though one said a moment ago that nobody is there', () => {
    const readings = [camera(C1, { problem: 'blind' }), camera(C2, { problem: 'blind' }), people(C1, 0)] as const
    expect(sight(...readings)).toEqual({ seen: 'notNow', why: 'blind' })
    expect(sight()).toEqual({ seen: 'notNow', why: 'silent' })
    expect(sight(camera(C1), camera(C2), people(C1, 4, { ago: 31_000 }))).toEqual({ seen: 'notNow', why: 'silent' })
  })

  it('that no camera looks at has no count', () =>
    expect(zoneSight(zone, { ...site, cameras: [] }, told(), NOW)).toEqual({ seen: 'never' }))
})

describe('the heat map', () => {
  const F1 = FloorId.parse('F1')
  const map = (cameraId: CameraId, ...cells: [number, number, number][]): HeatMap => ({
    type: 'heat',
    floorId: F1,
    cameraId,
    cell: 1,
    cells: cells.map(([x, y, count]) => ({ x, y, people: count })),
  })

  it('has five steps from five people on, wider apart where many come', () => {
    expect(heatSteps([])).toEqual([5, 10, 20, 40, 80])
    expect(heatSteps([map(C1, [0, 0, 159])])).toEqual([5, 10, 20, 40, 80])
    expect(heatSteps([map(C1, [0, 0, 160])])).toEqual([5, 15, 45, 135, 405])
  })

  it('shows each place at its step, and none with fewer than five people', () => {
    const maps = [map(C1, [0, 0, 4], [1, 0, 5], [2, 0, 39], [3, 0, 500])]
    expect(heatOn('F1', maps, [5, 10, 20, 40, 80]).map(({ x, step }) => [x, step])).toEqual([
      [1, 1],
      [2, 3],
      [3, 5],
    ])
    expect(heatOn('F2', maps, [5])).toEqual([])
  })

  it('counts nobody twice whom two cameras see in the same place', () => {
    const maps = [map(C1, [1, 1, 12]), map(C2, [1, 1, 9], [2, 1, 6])]
    expect(heatOn('F1', maps, heatSteps(maps)).map(({ x, people: count }) => [x, count])).toEqual([
      [1, 12],
      [2, 6],
    ])
  })

  it('is forgotten when it has not been told again within the time it speaks of', () => {
    const readings = (ago: number) => [{ at: NOW - ago, reading: map(C1, [1, 1, 12]) }]
    expect(heatSight(readings(60 * 60_000), 60, NOW).maps).toHaveLength(1)
    expect(heatSight(readings(60 * 60_000 + 1), 60, NOW).maps).toEqual([])
  })
})
