/** The heat map of the floor: counts only, and none that could be followed. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { SiteCamera } from '#contracts/siteCameras.ts'
import { type Heat, heatMapOf, noHeat, warmed } from '#edge/core/crowd/heat.ts'
import { follow, noTracks, usualTracking } from '#edge/core/crowd/tracking.ts'

/** 100 pixels a metre. */
const camera = SiteCamera.parse({
  cameraId: 'C1',
  floorId: 'F1',
  width: 1280,
  height: 720,
  homography: [0.01, 0, 0, 0, -0.01, 7.2, 0, 0, 1],
})
const rules = { heatFor: 60 * MINUTE }
const person = (x: number) => ({ x1: x - 30, y1: 240, x2: x + 30, y2: 400, score: 0.6 })

/** So many people walk through one after the other, a minute apart, from 1 m to 5 m. */
const walked = (people: number): { heat: Heat; at: number } => {
  let [heat, tracking, at] = [noHeat, noTracks, 0]
  for (let walker = 0; walker < people; walker++)
    for (let step = 0; step < 120; step++) {
      at += 0.5 * SECOND
      tracking = follow(tracking, { at, boxes: step <= 10 ? [person(110 + step * 40)] : [] }, usualTracking)
      heat = warmed(heat, tracking.tracks, at, camera, rules)
    }
  return { heat, at }
}

describe('the heat of the floor', () => {
  it('counts different people in each square metre', () => {
    const { heat, at } = walked(6)
    expect(heatMapOf(heat, camera, at, rules)).toEqual({
      type: 'heat',
      floorId: 'F1',
      cameraId: 'C1',
      cell: 1,
      cells: [1, 2, 3, 4, 5].map((x) => ({ x, y: 3, people: 6 })),
    })
  })

  it('says nothing of fewer than five', () => {
    const { heat, at } = walked(4)
    expect(heatMapOf(heat, camera, at, rules)?.cells).toEqual([])
  })

  it('forgets what is longer ago than it reaches', () => {
    const { heat, at } = walked(6)
    expect(heatMapOf(heat, camera, at + 57 * MINUTE, rules)?.cells).toEqual([])
  })

  it('keeps no number of a track longer than the track, and no second of a visit', () => {
    const { heat } = walked(6)
    expect(heat.walks.size).toBe(0)
    expect([...heat.past.values()].flat().every((time) => time % MINUTE === 0)).toBe(true)
  })

  it('takes nothing from who only sits, nor where the floor is not known', () => {
    let tracking = noTracks
    let heat = noHeat
    for (let at = SECOND; at < MINUTE; at += SECOND) {
      tracking = follow(tracking, { at, boxes: [person(300)] }, usualTracking)
      heat = warmed(heat, tracking.tracks, at, camera, rules)
    }
    expect(heat.walks.size + heat.past.size).toBe(0)
    const { homography: _, ...blind } = camera
    expect(heatMapOf(walked(6).heat, blind, 0, rules)).toBeUndefined()
  })
})
