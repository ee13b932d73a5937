/** Long waits: found once, of people, whatever happens to their tracks. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { dismissed, forsake, observe } from '#edge/core/crowd/crowd.ts'
import { camera, leaning, nobody, nothing, person, rules, START, sits, thing, watch } from './seating.ts'

describe('waiting for long', () => {
  for (const step of [40, SECOND, 20 * SECOND, 60 * SECOND])
    it(`is found exactly once with a frame every ${step / SECOND} s`, () => {
      const seen = watch(nothing, 16 * MINUTE, step, sits)
      expect(seen.found.map(({ stayId, zoneId }) => ({ stayId, zoneId }))).toEqual([
        { stayId: 'C1-1', zoneId: 'seats' },
      ])
      expect(seen.found[0]?.since).toBe(START + step)
      expect(seen.found[0]?.seenAt).toBe(START + step + 15 * MINUTE)
      expect(seen.found[0]?.place?.x).toBeCloseTo(3, 1)
      expect(seen.found[0]?.place?.y).toBeCloseTo(3.2)
    })

  it('survives a lost frame where a frame comes every minute', () => {
    const half = watch(nothing, 5 * MINUTE, MINUTE, sits)
    expect(watch({ ...half, at: half.at + MINUTE }, 10 * MINUTE, MINUTE, sits).found).toHaveLength(1)
  })

  it('survives a frame without the person where a frame comes every 30 s', () => {
    const seen = watch(nothing, 16 * MINUTE, 30 * SECOND, (elapsed) => (elapsed === 5 * MINUTE ? [] : sits(elapsed)))
    expect(seen.found).toHaveLength(1)
  })

  it('goes on where somebody was hidden for a minute', () => {
    const half = watch(nothing, 8 * MINUTE, SECOND, sits)
    const hidden = watch(half, 60 * SECOND, SECOND, nobody)
    const seen = watch(hidden, 8 * MINUTE, SECOND, (elapsed) => [person(310 + leaning(elapsed))])
    expect(seen.found).toEqual([expect.objectContaining({ stayId: 'C1-1', since: START + SECOND })])
    expect(seen.crowd.tracking.counted).toBe(1)
  })

  it('goes on when a passer-by walks off with the track', () => {
    const half = watch(nothing, 8 * MINUTE, 200, sits)
    const stolen = watch(half, 4 * SECOND, 200, (elapsed) => [person(300 + elapsed / 12)])
    expect(stolen.crowd.tracking.counted).toBe(1)
    const both = watch(stolen, 7.5 * MINUTE, 200, (elapsed) => [
      ...sits(elapsed),
      ...(elapsed < 1000 ? [person(640)] : []),
    ])
    expect(both.crowd.tracking.counted).toBe(2)
    expect(both.found).toEqual([expect.objectContaining({ stayId: 'C1-1', since: START + 200 })])
  })

  it('stays with each of two neighbours when their tracks are mixed up', () => {
    const two = (elapsed: number) => [person(200 + leaning(elapsed)), person(420 + leaning(elapsed))]
    const first = watch(nothing, 5 * MINUTE, SECOND, (elapsed) => two(elapsed).slice(0, 1))
    const both = watch(first, 5 * MINUTE, SECOND, two)
    const tracks = both.crowd.tracking.tracks.map((track) => ({ ...track, trackId: 3 - track.trackId }))
    const mixed = { ...both, crowd: { ...both.crowd, tracking: { ...both.crowd.tracking, tracks } } }
    const seen = watch(mixed, 6 * MINUTE, SECOND, two)
    expect(seen.found.map(({ place }) => Math.round(place?.x ?? 0))).toEqual([2])
  })

  it('begins anew for somebody else on the same seat later', () => {
    const half = watch(nothing, 8 * MINUTE, SECOND, sits)
    const empty = watch(half, 2 * MINUTE, SECOND, nobody)
    expect(watch(empty, 10 * MINUTE, SECOND, sits).found).toEqual([])
  })

  it('is not found in somebody who walks through', () => {
    let seen = watch(nothing, 5 * SECOND, SECOND, nobody)
    for (let round = 0; round < 80; round++)
      seen = watch(seen, 13 * SECOND, SECOND, (elapsed) => [person(20 + (elapsed / SECOND) * 90)])
    expect(seen.at - START).toBeGreaterThan(17 * MINUTE)
    expect(seen.found).toEqual([])
  })

  it('is found in somebody who was seen coming and then sits still', () => {
    const empty = watch(nothing, 5 * SECOND, SECOND, nobody)
    const coming = watch(empty, 5 * SECOND, SECOND, (elapsed) => [person(800 - (elapsed / SECOND) * 90)])
    expect(watch(coming, 15 * MINUTE, SECOND, () => [person(350)]).found).toHaveLength(1)
  })

  it('is not found in a chair that one day looks like a person', () => {
    const empty = watch(nothing, 5 * SECOND, SECOND, nobody)
    const seen = watch(empty, 20 * MINUTE, SECOND, thing)
    expect(seen.found).toEqual([])
    expect(seen.last).toMatchObject({ people: 0, longWaits: 0 })
  })

  it('is not found in whoever has sat on that chair, and leaves', () => {
    const empty = watch(nothing, 5 * SECOND, SECOND, nobody)
    const chair = watch(empty, 20 * MINUTE, SECOND, thing)
    const leaving = watch(chair, 15 * SECOND, SECOND, (elapsed) => [person(300 + (elapsed / SECOND) * 20)])
    expect(leaving.found).toEqual([])
    expect(leaving.last).toMatchObject({ people: 1, longWaits: 0 })
  })

  it('is not found in a faint shape that was there from the first frame', () => {
    expect(watch(nothing, 20 * MINUTE, SECOND, () => [person(300, { score: 0.32 })]).found).toEqual([])
  })

  it('is found, unconfirmed, in somebody who was there from the start and only stirs', () => {
    expect(watch(nothing, 16 * MINUTE, SECOND, sits).found).toEqual([expect.objectContaining({ unconfirmed: true })])
  })

  it('is never found in a chair that was there from the start, and has no people', () => {
    const seen = watch(nothing, 40 * MINUTE, SECOND, thing)
    expect(seen.found).toEqual([])
    expect(seen.last?.people).toBe(0)
  })

  it('is found without doubt in somebody who came and stirs', () => {
    const empty = watch(nothing, 5 * SECOND, SECOND, nobody)
    const coming = watch(empty, 5 * SECOND, SECOND, (elapsed) => [person(800 - (elapsed / SECOND) * 90)])
    const seen = watch(coming, 16 * MINUTE, SECOND, (elapsed) => [person(350 + leaning(elapsed))])
    expect(seen.found).toHaveLength(1)
    expect(seen.found[0]?.unconfirmed).toBeUndefined()
  })

  it('is not found again where somebody looked and saw a thing, until somebody is seen coming there', () => {
    const [told] = watch(nothing, 16 * MINUTE, SECOND, sits).found
    const found = watch(nothing, 16 * MINUTE, SECOND, sits)
    const looked = { ...found, crowd: told ? dismissed(found.crowd, told.stayId) : found.crowd, found: [] }
    const gone = watch(looked, 5 * MINUTE, SECOND, nobody)
    const again = watch(gone, 30 * MINUTE, SECOND, sits)
    expect(again.found).toEqual([])
    expect(again.last?.people).toBe(0)
    const coming = watch(watch(again, 3 * MINUTE, SECOND, nobody), 5 * SECOND, SECOND, (elapsed) => [
      person(750 - (elapsed / SECOND) * 90),
    ])
    expect(watch(coming, 16 * MINUTE, SECOND, sits).found).toHaveLength(1)
  })

  it('does not count the time of an outage, and is not ended by it', () => {
    const half = watch(nothing, 8 * MINUTE, SECOND, sits)
    const back = watch({ ...half, at: half.at + 10 * MINUTE }, 6 * MINUTE, SECOND, sits)
    expect(back.found).toEqual([])
    expect(back.over).toEqual([])
    expect(watch(back, 2 * MINUTE, SECOND, sits).found).toHaveLength(1)
  })

  it('is forgotten over an outage of a night', () => {
    const found = watch(nothing, 16 * MINUTE, SECOND, sits)
    const morning = watch({ ...found, at: found.at + 720 * MINUTE }, 14 * MINUTE, SECOND, sits)
    expect(morning.over).toEqual(['C1-1'])
    expect(morning.found).toHaveLength(1)
  })
})

describe('leaving after a long wait', () => {
  const found = watch(nothing, 16 * MINUTE, SECOND, sits)

  it('is told once when somebody walks out', () => {
    const walking = watch(found, 6 * SECOND, SECOND, (elapsed) => [person(300 + (elapsed / SECOND) * 90)])
    const gone = watch(walking, 5 * MINUTE, SECOND, nobody)
    expect(gone.over).toEqual(['C1-1'])
  })

  it('is told once when somebody is no longer seen, after the place was kept', () => {
    const soon = watch(found, 80 * SECOND, SECOND, nobody)
    expect(soon.over).toEqual([])
    expect(watch(soon, 5 * MINUTE, SECOND, nobody).over).toEqual(['C1-1'])
  })

  it('is told once with a frame a minute', () => {
    const slow = watch(nothing, 16 * MINUTE, MINUTE, sits)
    expect(watch(slow, 10 * MINUTE, MINUTE, nobody).over).toEqual(['C1-1'])
  })

  it('is not told for a step over the edge and back', () => {
    const out = watch(found, 8 * SECOND, SECOND, (elapsed) => [person(300 + Math.min(4, elapsed / SECOND) * 90)])
    const back = watch(out, 4 * SECOND, SECOND, (elapsed) => [person(660 - (elapsed / SECOND) * 90)])
    expect(watch(back, MINUTE, SECOND, sits).over).toEqual([])
  })

  it('is not told for a foot that trembles on the edge', () => {
    const edge = watch(nothing, 16 * MINUTE, SECOND, (elapsed) => [
      person(leaning(elapsed) + (elapsed % (40 * SECOND) < 20 * SECOND ? 636 : 648)),
    ])
    expect(edge.found).toHaveLength(1)
    expect(edge.over).toEqual([])
  })

  it('is told when the camera is given up', () => {
    expect(forsake(found.crowd).over).toEqual(['C1-1'])
    expect(forsake(nothing.crowd).over).toEqual([])
  })
})

describe('frames out of order', () => {
  it('are ignored', () => {
    const seen = watch(nothing, MINUTE, SECOND, sits)
    const late = observe(seen.crowd, { at: seen.at - 5 * SECOND, boxes: [] }, camera, rules)
    expect(late).toEqual({ crowd: seen.crowd, occupancy: [], found: [], over: [] })
  })

  it('begin anew when the clock of the camera has been set back', () => {
    const found = watch(nothing, 16 * MINUTE, SECOND, sits)
    const hourBefore = { ...found, at: found.at - 60 * MINUTE }
    const seen = watch(hourBefore, 5 * SECOND, SECOND, sits)
    expect(seen.over).toEqual(['C1-1'])
    expect(seen.last?.people).toBe(1)
  })
})
