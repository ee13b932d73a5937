/** The heat map of the floor: how many different people have been in each square metre, and nothing of any of them. */

import { MINUTE } from '#contracts/durations.ts'
import { placeThrough } from '#contracts/homography.ts'
import type { HeatMap } from '#contracts/readings.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { footOf } from './geometry.ts'
import type { Track } from './tracking.ts'

export interface HeatRules {
  /** How far back the map reaches (ms). */
  readonly heatFor: number
}

/** Cells are named by their lower left corner, `x,y` in whole metres. */
type Cell = string

export interface Heat {
  /** For each track that lives: the cells it has been in, and when it was there last. Dies with the track. */
  readonly walks: ReadonlyMap<number, ReadonlyMap<Cell, Instant>>
  /** For each cell: the minutes in which people were there last whose tracks have ended; an entry is a person. */
  readonly past: ReadonlyMap<Cell, readonly Instant[]>
}

export const noHeat: Heat = { walks: new Map(), past: new Map() }

/** Metres. */
const SIDE = 1
/** Fewer in a cell could be followed from cell to cell. */
const LEAST = 5

const cellOf = ({ homography }: SiteCamera, { box }: Track): Cell | undefined => {
  const place = homography && placeThrough(homography, footOf(box))
  return place && `${Math.floor(place.x / SIDE)},${Math.floor(place.y / SIDE)}`
}

/**
 * After a frame, with all tracks that live. Only who has been seen walking leaves heat: a chair does not, nor does
 * somebody who sits where the detector finds, loses and finds them again.
 */
export const warmed = (
  before: Heat,
  tracks: readonly Track[],
  at: Instant,
  camera: SiteCamera,
  rules: HeatRules,
): Heat => {
  if (!camera.homography) return before
  const walks = new Map(
    tracks
      .filter(({ hasMoved }) => hasMoved)
      .map((track) => [track.trackId, walkOf(before.walks.get(track.trackId), track, at, camera)]),
  )
  const ended = [...before.walks].filter(([trackId]) => !walks.has(trackId))
  return { walks, past: ended.length === 0 ? before.past : withEnded(before.past, ended, at - rules.heatFor) }
}

function walkOf(
  before: ReadonlyMap<Cell, Instant> | undefined,
  track: Track,
  at: Instant,
  camera: SiteCamera,
): ReadonlyMap<Cell, Instant> {
  const cell = track.seenAt === at ? cellOf(camera, track) : undefined
  return cell === undefined ? (before ?? new Map()) : new Map(before).set(cell, at)
}

function withEnded(
  past: ReadonlyMap<Cell, readonly Instant[]>,
  ended: readonly [number, ReadonlyMap<Cell, Instant>][],
  from: Instant,
): ReadonlyMap<Cell, readonly Instant[]> {
  const cells = new Map<Cell, readonly Instant[]>()
  for (const [cell, times] of past) {
    const recent = times.filter((time) => time >= from)
    if (recent.length > 0) cells.set(cell, recent)
  }
  for (const [, walk] of ended)
    for (const [cell, time] of walk) cells.set(cell, [...(cells.get(cell) ?? []), Math.floor(time / MINUTE) * MINUTE])
  return cells
}

/** Undefined where the floor is not known. */
export const heatMapOf = (
  { walks, past }: Heat,
  { cameraId, floorId, homography }: SiteCamera,
  at: Instant,
  { heatFor }: HeatRules,
): HeatMap | undefined => {
  if (!homography) return undefined
  const counts = new Map<Cell, number>()
  const count = (cell: Cell, time: Instant) => {
    if (at - time <= heatFor) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  for (const [cell, times] of past) for (const time of times) count(cell, time)
  for (const walk of walks.values()) for (const [cell, time] of walk) count(cell, time)
  const cells = [...counts]
    .filter(([, people]) => people >= LEAST)
    .map(([cell, people]) => {
      const [x = 0, y = 0] = cell.split(',').map(Number)
      return { x: x * SIDE, y: y * SIDE, people }
    })
    .sort((a, b) => a.x - b.x || a.y - b.y)
  return { type: 'heat', floorId, cameraId, cell: SIDE, cells }
}
