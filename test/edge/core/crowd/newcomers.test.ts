/** Who is somebody else: newcomers near to where somebody was lost, or has just got up. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { stayIdOf } from '#edge/core/crowd/crowd.ts'
import type { Box } from '#edge/core/crowd/geometry.ts'
import { holdersOf } from '#edge/core/crowd/holding.ts'
import { newStay } from '#edge/core/crowd/stays.ts'
import { follow, noTracks } from '#edge/core/crowd/tracking.ts'
import { camera, nobody, nothing, person, rules, START, sits, watch } from './seating.ts'

const STEP = 500
const sitting = watch(nothing, 8 * MINUTE, STEP, sits)
const [sitter] = sitting.crowd.tracking.tracks

describe('a track beside where somebody was lost while walking', () => {
  const walkers = follow(noTracks, { at: START, boxes: [person(300)] }, rules.tracking).tracks
  const holders = (bornAt: number): number[] =>
    camera.zones.flatMap((zone) =>
      walkers.flatMap((walker) => {
        const lost = newStay(stayIdOf(camera.cameraId, 1), zone, walker, rules.stays)
        const beside = { ...walker, trackId: 2, box: person(370), bornAt, seenAt: START + 2 * SECOND }
        return [...holdersOf([lost], [beside], zone, rules.stays).values()].map(({ trackId }) => trackId)
      }),
    )

  it('is theirs when it has begun since', () => {
    expect(holders(START + SECOND)).toEqual([2])
  })

  it('is of somebody else when it was there while they were still seen', () => {
    expect(holders(START - SECOND)).toEqual([])
  })
})

describe('a box beside a seat', () => {
  const sitterIn = (x: number) =>
    watch(sitting, STEP, STEP, () => [person(x)]).crowd.tracking.tracks.find(({ seenAt }) => seenAt > sitting.at)
      ?.trackId

  it('is of whoever gets up there, if a first step leads to it', () => {
    expect(sitterIn(370)).toBe(sitter?.trackId)
  })

  it('is of somebody else where only somebody who already walks could have come', () => {
    expect(sitterIn(410)).not.toBe(sitter?.trackId)
  })
})

/** Where those seen in the last frame were first seen. */
const originsIn = (frames: readonly Box[][]): number[] => {
  const seen = frames.reduce(
    (tracking, boxes, i) => follow(tracking, { at: START + i * STEP, boxes }, rules.tracking),
    noTracks,
  )
  return seen.tracks.filter(({ seenAt }) => seenAt === seen.at).map(({ birthplace }) => birthplace.x)
}

describe('a box in reach of two who walk', () => {
  it('is of the one who was just seen, though the one long out of sight may have come further', () => {
    const frames = [[person(200), person(450)], [person(450)], [person(450)], [person(350)]]
    expect(originsIn(frames)).toEqual([450])
  })
})

describe('a box in front of where somebody walks behind', () => {
  const walker = (x: number, foot: number, height: number): Box => ({
    ...person(x, { foot, height }),
    x1: x - 0.18 * height,
    x2: x + 0.18 * height,
  })

  it('is of the one who turns round there, for it reaches from head to feet', () => {
    const frames = [
      [walker(289, 590, 279)],
      [walker(192, 564, 250), walker(116, 424, 194)],
      [walker(118, 587, 290), walker(176, 409, 176)],
      [walker(170, 534, 293)],
    ]
    expect(originsIn(frames)).toEqual([289])
  })
})

describe('a seat left on foot', () => {
  const walkedOff = (time: number) => watch(sitting, time, STEP, (elapsed) => [person(300 + (elapsed / SECOND) * 90)])

  it('is kept when the track was taken along for a moment', () => {
    const back = watch(watch(walkedOff(SECOND), 15 * SECOND, STEP, nobody), 8 * MINUTE, STEP, sits)
    expect(back.found.map(({ stayId }) => stayId)).toEqual(['C1-1'])
  })

  it('is free when somebody was seen walking for two seconds before being lost', () => {
    const back = watch(watch(walkedOff(2 * SECOND), 15 * SECOND, STEP, nobody), 8 * MINUTE, STEP, sits)
    expect(back.found).toEqual([])
  })
})

describe('a thing that is put up where something was seen for a moment', () => {
  const empty = watch(nothing, 5 * SECOND, STEP, nobody)
  const moment = watch(empty, STEP, STEP, () => [person(300)])

  it('has not come from there, and waits for nobody', () => {
    const seen = watch(moment, 20 * MINUTE, STEP, () => [person(445)])
    expect(seen.crowd.tracking.counted).toBe(2)
    expect(seen.crowd.stays.map(({ confirmed }) => confirmed)).toEqual([false])
    expect(seen.found).toEqual([])
  })
})
