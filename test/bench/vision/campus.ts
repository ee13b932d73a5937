/** How well the tracking follows the people of TUD-Campus (MOTChallenge 2015), with the boxes that come with it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { follow, noTracks, type TrackingRules, usualTracking } from '#edge/core/crowd/tracking.ts'
import { boxOf } from '#edge/core/crowd/trackMotion.ts'
import type { Figure } from '../measure.ts'
import { framesOf, type MotRow, readMot } from './motFile.ts'
import { scoresOf } from './motScores.ts'

/** Where the sequences of MOTChallenge are, if they are. */
export const MOT = join(import.meta.dirname, '../../../../shared/data/mot')
const TRUTH = join(MOT, 'gt-TUD-Campus/gt.txt')
/** Of a tracker whose scores are published: they show that the evaluator measures as others do. */
const REFERENCE = join(MOT, 'gt-TUD-Campus/test.txt')
const DETECTIONS = join(MOT, 'det-TUD-Campus/det/det.txt')

/** ms; 25 frames a second. */
const STEP = 40

/**
 * The detector of these boxes (Faster R-CNN) is surer of itself than ours: all its scores are above 0.5, half of them
 * above 0.99. Sure and begin are ByteTrack's for such a detector; everything else is as in a hall.
 */
const campusRules: TrackingRules = { ...usualTracking, sureScore: 0.6, beginScore: 0.7 }

/**
 * Whatever the tracking says of one frame before it has seen the next: the box of its filter, for each track that is
 * seen in the frame, from the second sight on, for one alone may be an error of the detector (in the first frame all).
 */
const trackedBy = (rules: TrackingRules, detections: readonly MotRow[], step: number): MotRow[] => {
  let tracking = noTracks
  return framesOf(detections).flatMap(([rows = []], index) => {
    const at = index * step
    tracking = follow(tracking, { at, boxes: rows.map(({ box }) => box) }, rules)
    return tracking.tracks
      .filter(({ seenAt, sightings }) => seenAt === at && (sightings > 1 || index === 0))
      .map(({ trackId, motion, box }) => ({ frame: index + 1, id: trackId, box: boxOf(motion, box.score) }))
  })
}

/** No figures where the sequence is not at hand. */
export const benchCampus = (): Figure[] => {
  if (![TRUTH, REFERENCE, DETECTIONS].every((file) => existsSync(file))) return []
  const truth = readMot(TRUTH)
  const reference = scoresOf(truth, readMot(REFERENCE))
  const { mota, idf1, hota, switches } = scoresOf(truth, trackedBy(campusRules, readMot(DETECTIONS), STEP))
  const people = new Set(truth.map(({ id }) => id)).size
  const sequence = `TUD-Campus, ${people} people, ${switches} switches`
  return [
    { name: 'vision.campusIdf1', value: idf1, note: `${sequence}; SORT 0.606` },
    { name: 'vision.campusHota', value: hota, note: 'SORT 0.453' },
    { name: 'vision.campusMota', value: mota, note: 'SORT 0.627' },
    { name: 'vision.evaluatorMota', value: reference.mota, note: 'of the tracks that come with it: 0.526' },
    { name: 'vision.evaluatorIdf1', value: reference.idf1, note: 'of the same: 0.558' },
    { name: 'vision.evaluatorHota', value: reference.hota, note: 'of the same: 0.391' },
  ]
}
