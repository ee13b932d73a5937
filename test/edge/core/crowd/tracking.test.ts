import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { expectedBox, follow, noTracks, type Tracking, usualTracking } from '#edge/core/crowd/tracking.ts'
import { byFrame, type MotRow, readMot, scoresOf } from '#test/support/mot.ts'

const person = (x: number, score = 0.8, y = 200): Box => ({ x1: x - 30, y1: y, x2: x + 30, y2: y + 160, score })

/** Tracks after frames `step` ms apart, the first at 0. */
const after = (step: number, frames: readonly Box[][]): Tracking =>
  frames.reduce((tracking, boxes, index) => follow(tracking, { at: index * step, boxes }, usualTracking), noTracks)

const ids = ({ tracks, at }: Tracking) => tracks.filter(({ seenAt }) => seenAt === at).map(({ trackId }) => trackId)

describe('following people from frame to frame', () => {
  it('keeps the track of somebody who sits, at one frame a second and at 25', () => {
    for (const step of [1000, 40])
      expect(ids(after(step, [[person(100)], [person(103)], [person(98)], [person(101)]]))).toEqual([1])
  })

  it('keeps the track of somebody who sits while frames come once a minute', () => {
    expect(ids(after(60_000, [[person(100)], [person(104)], [person(97)]]))).toEqual([1])
  })

  it('follows somebody who walks further than a box width between two frames', () => {
    expect(ids(after(1000, [[person(100)], [person(220)], [person(340)], [person(460)]]))).toEqual([1])
  })

  it('tells two people apart who walk past each other', () => {
    const frames = Array.from({ length: 60 }, (_, n) => [person(100 + n * 8), person(572 - n * 8, 0.8, 230)])
    const tracking = after(40, frames)
    expect(tracking.counted).toBe(2)
    const places = tracking.tracks.map(({ trackId, box }) => [trackId, Math.round(box.x1)])
    expect(places).toEqual([
      [1, 542],
      [2, 70],
    ])
  })

  it('goes on with a faint box, but begins nothing with one', () => {
    expect(ids(after(1000, [[person(100)], [person(101, 0.15)], [person(100, 0.2)]]))).toEqual([1])
    expect(ids(after(1000, [[person(100, 0.2)], [person(100, 0.2)]]))).toEqual([])
  })

  it('finds somebody again who was hidden for a second', () => {
    const hidden = Array.from({ length: 25 }, () => [])
    expect(ids(after(40, [[person(100)], [person(100)], ...hidden, [person(102)]]))).toEqual([1])
  })

  it('begins a new track after a longer absence', () => {
    expect(ids(after(1000, [[person(100)], [], [], [], [person(100)]]))).toEqual([2])
  })

  it('knows who may have come while nobody looked, and who has moved', () => {
    const tracking = after(1000, [[person(100)], [person(100), person(500)], [person(190), person(510)]])
    expect(tracking.tracks.map(({ cameUnseen, hasMoved }) => ({ cameUnseen, hasMoved }))).toEqual([
      { cameUnseen: true, hasMoved: true },
      { cameUnseen: false, hasMoved: false },
    ])
  })

  it('expects a walker where the last steps lead', () => {
    const [walker] = after(
      40,
      Array.from({ length: 50 }, (_, n) => [person(100 + n * 6)]),
    ).tracks
    const expected = walker && expectedBox(walker, 50 * 40)
    expect(expected?.x1).toBeCloseTo(100 + 50 * 6 - 30, -1)
  })
})

const mot = fileURLToPath(new URL('../../../../../shared/data/mot/', import.meta.url))

/** The detector of these boxes is surer of itself than ours. */
const motRules = { ...usualTracking, sureScore: 0.6, beginScore: 0.7 }

const trackMot = (detections: readonly MotRow[]): MotRow[] => {
  const frames = byFrame(detections)
  const last = Math.max(...frames.keys())
  const rows: MotRow[] = []
  let tracking = noTracks
  for (let frame = 1; frame <= last; frame++) {
    const at = frame * 40
    tracking = follow(tracking, { at, boxes: (frames.get(frame) ?? []).map(({ box }) => box) }, motRules)
    for (const track of tracking.tracks)
      if (track.seenAt === at && (track.sightings > 1 || frame === 1))
        rows.push({ frame, id: track.trackId, box: expectedBox(track, at) })
  }
  return rows
}

describe('following the people of TUD-Campus', () => {
  const truth = `${mot}gt-TUD-Campus/gt.txt`

  it.runIf(existsSync(truth))('is measured as the MOTChallenge tools measure', () => {
    const { mota, idf1, switches } = scoresOf(readMot(truth), readMot(`${mot}gt-TUD-Campus/test.txt`))
    expect(mota).toBeCloseTo(0.526, 3)
    expect(idf1).toBeCloseTo(0.558, 3)
    expect(switches).toBe(7)
  })

  it.runIf(existsSync(truth))('loses fewer people and mixes up fewer than SORT on the same boxes', () => {
    const scores = scoresOf(readMot(truth), trackMot(readMot(`${mot}det-TUD-Campus/det/det.txt`)))
    expect(scores.mota).toBeGreaterThanOrEqual(0.627)
    expect(scores.idf1).toBeGreaterThanOrEqual(0.666)
    expect(scores.switches).toBeLessThan(6)
  })
})
