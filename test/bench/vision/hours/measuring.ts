/** Command: measures on rendered frames how boxes of people and things tremble, for the constants of seeing.ts and stirring.ts. */
import { join } from 'node:path'
import { SECOND } from '#contracts/durations.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { createLog } from '#edge/adapters/log.ts'
import { heightOf, overlapOf } from '#edge/core/crowd/geometry.ts'
import type { Person } from '#simulators/camera/persons.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { seats } from '#simulators/camera/seats.ts'
import { openStudio } from '#simulators/camera/studio.ts'
import { createDice } from '#simulators/random.ts'
import { quantile } from '../../measure.ts'

const NINE = Date.UTC(2026, 10, 23, 1)
const MANIFEST = join(import.meta.dirname, '../../../../models/person.json')
const FRAMES = 400
const STEP = 2 * SECOND

/** Every other seat has a thing: a figure that never changes. The others lean by 2.5 cm or so every minute. */
const seated = (at: number): Person[] =>
  seats.map(({ x, z }, i) => {
    const dice = createDice(i, Math.floor(at / (60 * SECOND)))
    const lean = i % 2 === 0 ? 0 : dice.normal(0, 0.025)
    return { look: i % 6, stance: 'sit', phase: 0.5, x: x + lean, z, yaw: 0.3 - Math.atan2(x, z) }
  })

const studio = await openStudio()
const detector = await openDetector({ manifestFile: MANIFEST, processes: 1, log: createLog('silent') })
const options = { cameraId: 'C1', masks: [], timeZone: 'Asia/Shanghai' }
const middles = seats.map((): number[] => [])
const scores = seats.map((): number[] => [])
for (let frame = 0; frame < FRAMES; frame++) {
  const at = NINE + frame * STEP
  const sitters = seated(at)
  const { jpeg, truth } = await studio.frame({
    people: [...sitters, ...peopleAt(3, at).filter(({ stance }) => stance !== 'sit')],
    at,
  })
  const { boxes } = await detector.look(jpeg, options)
  for (const { person, box, visible } of truth) {
    const seat = sitters.indexOf(person)
    const own = { ...box, score: 1 }
    const seen = boxes
      .filter((found) => overlapOf(found, own) > 0.35)
      .sort((a, b) => overlapOf(b, own) - overlapOf(a, own))[0]
    if (seat < 0 || visible < 0.9 || !seen) continue
    middles[seat]?.push((seen.x1 + seen.x2) / 2 / heightOf(seen))
    scores[seat]?.push(seen.score)
  }
}
await detector.close()
for (const [seat, places] of middles.entries()) {
  const steps = places.slice(1).map((place, i) => Math.abs(place - (places[i] ?? place)))
  console.log(seat % 2 === 0 ? 'thing ' : 'sitter', {
    frames: places.length,
    score: quantile(scores[seat] ?? [], 0.5).toFixed(2),
    middleMovesMedian: quantile(steps, 0.5).toFixed(4),
    middleMovesP95: quantile(steps, 0.95).toFixed(4),
  })
}
