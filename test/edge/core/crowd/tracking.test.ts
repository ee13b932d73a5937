import { describe, expect, it } from 'vitest'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { expected } from '#edge/core/crowd/joining.ts'
import { follow, noTracks, type Tracking, usualTracking } from '#edge/core/crowd/tracking.ts'

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
    const next = walker && expected(walker, 50 * 40, usualTracking)
    expect(next?.box.x1).toBeCloseTo(100 + 50 * 6 - 30, -1)
  })

  it('tells two people apart who walk past each other while frames come twice a second', () => {
    const tracking = after(
      500,
      Array.from({ length: 12 }, (_, n) => [person(100 + n * 60), person(760 - n * 60, 0.8, 230)]),
    )
    expect(tracking.tracks.map(({ trackId, box }) => [trackId, box.x1])).toEqual([
      [1, 730],
      [2, 70],
    ])
  })

  it('leaves a sitter the track while a passer-by hides them for a second', () => {
    const frames = Array.from({ length: 14 }, (_, n) => {
      const passer = person(100 + n * 50, 0.8, 215)
      return n === 5 || n === 6 ? [passer] : [person(380), passer]
    })
    const { tracks } = after(500, frames)
    expect(tracks.map(({ trackId, box }) => [trackId, box.x1])).toEqual([
      [1, 350],
      [2, 720],
    ])
  })

  it('is moved less by a faint box than by a sure one', () => {
    const [sure, faint] = [0.9, 0.1].map(
      (score) => after(500, [[person(100)], [person(100)], [person(120, score)]]).tracks[0]?.motion.x.place ?? 0,
    )
    expect(sure).toBeGreaterThan(faint ?? 0)
    expect(faint).toBeGreaterThan(100)
  })

  it('leaves each of two neighbours their track while the detector trembles and goes faint', () => {
    const frames = Array.from({ length: 240 }, (_, n) => [
      person(100 + (n % 5), n % 3 === 0 ? 0.15 : 0.8),
      person(160 - (n % 4), n % 7 === 0 ? 0.2 : 0.5, 200 + (n % 6)),
    ])
    expect(ids(after(500, frames))).toEqual([1, 2])
  })

  it('gives nobody a faint box who was not there in the frame before', () => {
    expect(ids(after(500, [[person(100)], [], [person(100, 0.2)]]))).toEqual([])
  })

  it('survives boxes without any size', () => {
    const dot: Box = { x1: 50, y1: 50, x2: 50, y2: 50, score: 0.9 }
    const tracking = after(500, [
      [dot, person(300)],
      [dot, person(302)],
      [dot, person(299)],
    ])
    expect(ids(tracking)).toContain(2)
    expect(tracking.tracks.flatMap(({ motion: { x, height } }) => [x.place, height.place]).every(Number.isFinite)).toBe(
      true,
    )
  })
})
