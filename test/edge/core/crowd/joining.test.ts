/** Whose box it is, where people sit, pass before each other, and come and go at the edge of the picture. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { nobody, nothing, person, sits, watch } from './seating.ts'

const STEP = 500
/** Somebody in the aisle before the seats. */
const standing = (x: number): Box => ({ ...person(x, { foot: 480, height: 250 }), x1: x - 45, x2: x + 45 })
const empty = watch(nothing, 5 * SECOND, STEP, nobody)
const coming = watch(empty, 3 * SECOND, STEP, (elapsed) => [person(800 - (elapsed / SECOND) * 167)])
const sitting = watch(coming, 8 * MINUTE, STEP, sits)
const trackAt = (seen: typeof sitting, x: number) =>
  seen.crowd.tracking.tracks.find(({ box, seenAt }) => seenAt === seen.at && Math.abs((box.x1 + box.x2) / 2 - x) < 40)
const stayAt = (seen: typeof sitting, x: number) =>
  seen.crowd.stays.find(({ box, seenAt }) => seenAt === seen.at && Math.abs((box.x1 + box.x2) / 2 - x) < 40)
const sitter = trackAt(sitting, 300)?.trackId

describe('a box where somebody sits', () => {
  it('is theirs again after a passer-by has hidden them', () => {
    const passing = watch(sitting, 8 * SECOND, STEP, (elapsed) => {
      const x = -20 + (elapsed / SECOND) * 90
      return [standing(x), ...(Math.abs(x - 300) < 70 ? [] : sits(elapsed))]
    })
    expect(trackAt(passing, 300)?.trackId).toBe(sitter)
    expect(trackAt(passing, 700)?.trackId).not.toBe(sitter)
    expect(stayAt(passing, 300)?.stayId).toBe('C1-1')
  })

  it('is theirs again after somebody has stood before them for a minute, with the head where theirs is', () => {
    const hider = (elapsed: number) => Math.max(300, 640 - (elapsed / SECOND) * 100)
    const hidden = watch(sitting, MINUTE, STEP, (elapsed) => [standing(hider(elapsed))])
    const seen = watch(hidden, 5 * SECOND, STEP, (elapsed) => [
      ...sits(elapsed),
      standing(300 + (elapsed / SECOND) * 100),
    ])
    expect(stayAt(seen, 300)?.stayId).toBe('C1-1')
    expect(trackAt(seen, 800)?.trackId).not.toBe(sitter)
  })

  it('is of whoever is seen coming there when they have been gone for a while', () => {
    const gone = watch(sitting, 30 * SECOND, STEP, nobody)
    const other = watch(gone, 4 * SECOND, STEP, (elapsed) => [person(Math.max(300, 800 - (elapsed / SECOND) * 167))])
    const seen = watch(other, 8 * MINUTE, STEP, sits)
    expect(seen.crowd.stays.map(({ stayId }) => stayId)).toEqual(['C1-2'])
    expect(seen.found).toEqual([])
  })
})

describe('a box beside where somebody sits', () => {
  it('is theirs when they get up and walk off', () => {
    const up = watch(sitting, STEP, STEP, () => [person(370, { foot: 410, height: 220 })])
    expect(trackAt(up, 370)?.trackId).toBe(sitter)
    expect(stayAt(up, 370)?.stayId).toBe('C1-1')
  })

  it('is of somebody else who comes in at the edge of the picture while they are not found', () => {
    const aside = watch(empty, 10 * SECOND, STEP, () => [person(70)])
    const entered = watch(aside, STEP, STEP, () => [standing(-10)])
    expect(trackAt(entered, -10)?.trackId).not.toBe(aside.crowd.tracking.tracks[0]?.trackId)
  })
})

describe('a box at the edge of the picture', () => {
  it('is of somebody else when the last who was there has walked out', () => {
    const out = watch(empty, 5 * SECOND, STEP, (elapsed) => [standing(250 + (elapsed / SECOND) * 200)])
    const [leaver] = out.crowd.tracking.tracks
    const entered = watch({ ...out, at: out.at + STEP }, STEP, STEP, () => [standing(1270)])
    expect(trackAt(entered, 1270)?.trackId).not.toBe(leaver?.trackId)
  })
})
