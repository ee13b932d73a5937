/** Command: measures on rendered frames how boxes of people and things stir, for the rules of stirring.ts. */
import { join } from 'node:path'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { createLog } from '#edge/adapters/log.ts'
import { type Box, heightOf, overlapOf } from '#edge/core/crowd/geometry.ts'
import { isFree, usualStirring } from '#edge/core/crowd/stirring.ts'
import type { Person } from '#simulators/camera/persons.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { seats } from '#simulators/camera/seats.ts'
import { openStudio } from '#simulators/camera/studio.ts'
import { visitorAt } from '#simulators/camera/visits.ts'
import { median, quantile } from '../../measure.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const MANIFEST = join(import.meta.dirname, '../../../../models/person.json')
const STEP = 0.5 * SECOND
const FRAMES = 600
const SURE = 0.3

/** On every other seat a figure that never changes; on the rest visitors who came long ago and shift now and then. */
const seated = (at: number): Person[] =>
  seats.flatMap((seat, i) => {
    const visit = { look: i % 6, seat, enters: NINE - 10 * MINUTE, leaves: NINE + 60 * MINUTE }
    return visitorAt(visit, i % 2 === 0 ? NINE : at) ?? []
  })

const studio = await openStudio()
const detector = await openDetector({ manifestFile: MANIFEST, processes: 1, log: createLog('silent') })
/** Of each seat: middles of its box in box heights, by moments, while nobody hides it. */
const moments = seats.map(() => new Map<number, number[]>())
for (let frame = 0; frame < FRAMES; frame++) {
  const at = NINE + frame * STEP
  const sitters = seated(at)
  const passers = peopleAt(3, at).filter(({ stance }) => stance !== 'sit')
  const { jpeg, truth } = await studio.frame({ people: [...sitters, ...passers], at })
  const { boxes } = await detector.look(jpeg, { cameraId: 'C1', masks: [], timeZone: 'Asia/Shanghai' })
  const sure = boxes.filter(({ score }) => score >= SURE)
  for (const { person, box } of truth) {
    const own = { ...box, score: 1 }
    const shared = (found: Box) => overlapOf(found, own)
    const [seen] = sure.filter((found) => shared(found) > 0.5).sort((a, b) => shared(b) - shared(a))
    const ofSeat = moments[sitters.indexOf(person)]
    if (!ofSeat || !seen || !isFree(seen, sure, usualStirring)) continue
    const moment = Math.floor((frame * STEP) / usualStirring.momentLasts)
    ofSeat.set(moment, [...(ofSeat.get(moment) ?? []), (seen.x1 + seen.x2) / 2 / heightOf(seen)])
  }
}
await detector.close()
for (const [seat, ofSeat] of moments.entries()) {
  const rests = [...ofSeat.values()].filter(({ length }) => length >= usualStirring.momentSightings).map(median)
  const steps = rests.slice(1).map((rest, i) => Math.abs(rest - (rests[i] ?? rest)))
  const [usual, most] = [median(steps), quantile(steps, 0.95)].map((value) => value.toFixed(4))
  const what = seat % 2 === 0 ? 'thing ' : 'person'
  process.stdout.write(`${what} ${rests.length} moments, from one to the next ${usual} heights, at P95 ${most}\n`)
}
