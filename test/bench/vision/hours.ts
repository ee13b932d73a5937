/** Long waits in 24 simulated camera-hours, against the truth: by stays, and by the ids of tracks as others do it. */
import { HOUR } from '#contracts/durations.ts'
import { type Figure, quantile } from '../measure.ts'
import { type Score, scoresOf, sumOf } from './hours/scoring.ts'
import { watchStays, watchTracks } from './hours/watching.ts'
import { createWorld, denseBustle, usualBustle } from './hours/world.ts'

const CAMERAS = [1, 2, 3, 4, 5, 6, 7, 8]
const LASTS = 3 * HOUR
/** Of a hall on its worst day, so many of them are enough to see what is left. */
const DENSE = [1, 2]
/** A Monday, nine o'clock in China. */
const NINE = Date.UTC(2026, 10, 23, 1)

/** Of so many cameras, each with a hall of its own; other `seeds` are other halls. */
export const watchHours = (
  seeds: readonly number[],
  lasts: number,
  bustle = usualBustle,
): { stays: Score; tracks: Score } => {
  const scores = seeds.map((seed) =>
    scoresOf(createWorld(seed, NINE, lasts, bustle), seed, [watchStays(), watchTracks()]),
  )
  const of = (watcher: number) => sumOf(scores.flatMap((both) => both[watcher] ?? []))
  return { stays: of(0), tracks: of(1) }
}

const figuresOf = (prefix: string, score: Score, note: string): Figure[] => [
  { name: `${prefix}missedLongWaits`, value: score.missed, note: `of ${score.longWaits}, ${note}` },
  { name: `${prefix}falseLongWaits`, value: score.falsely, note: 'of things, of people too early, and told twice' },
  {
    name: `${prefix}dwellErrorP95Seconds`,
    value: quantile(score.errors, 0.95),
    note: 'beginning and end against the truth, all long waits found',
  },
  { name: `${prefix}splitStays`, value: score.split, note: 'people whose wait went on as another' },
  { name: `${prefix}mergedStays`, value: score.merged, note: 'waits that were of more than one person' },
]

export const benchHours = (): Figure[] => {
  const { stays, tracks } = watchHours(CAMERAS, LASTS)
  const dense = watchHours(DENSE, LASTS, denseBustle).stays
  const hours = (CAMERAS.length * LASTS) / HOUR
  return [
    {
      name: 'vision.longWaits',
      value: stays.longWaits,
      note: `longer than 15 min, in ${hours} camera-hours, 2 frames/s`,
    },
    ...figuresOf('vision.', stays, 'stays'),
    { name: 'vision.unconfirmedLongWaits', value: stays.unconfirmed, note: 'of people, to be looked at' },
    ...figuresOf('vision.dense.', dense, `in ${(DENSE.length * LASTS) / HOUR} camera-hours of a hall on its worst day`),
    ...figuresOf('vision.byTrackId.', tracks, 'dwell by track id, same tracks'),
  ]
}
