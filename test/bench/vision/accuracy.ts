/** How many people of drawn frames each model finds; what is true of a drawn frame is known exactly. */
import { join } from 'node:path'
import { MINUTE } from '#contracts/durations.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { createLog } from '#edge/adapters/log.ts'
import { ownModels } from '#models/allowed.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { openStudio } from '#simulators/camera/studio.ts'
import type { Figure } from '../measure.ts'
import { averagePrecision, type JudgedFrame } from './averagePrecision.ts'

const MODELS = { simAp50: 'person.json', simAp50Fast: 'fast.json' }
const FRAMES = 240
/** The quantiser was calibrated on other days of other halls. */
const FIRST_SEED = 100
const START = Date.UTC(2026, 10, 23, 1)
/** Less than this of a person seen: nobody need find them. */
const SEEN = 0.5

/** One hall and one moment a frame. */
const drawFrames = async () => {
  const studio = await openStudio()
  const frames = []
  for (let i = 0; i < FRAMES; i++) {
    const at = START + i * 7 * MINUTE
    frames.push(await studio.frame({ people: peopleAt(FIRST_SEED + i, at), at }))
  }
  return frames
}

export const benchAccuracy = async (): Promise<Figure[]> => {
  const frames = await drawFrames()
  const people = frames.reduce((sum, { truth }) => sum + truth.filter(({ visible }) => visible >= SEEN).length, 0)
  const figures: Figure[] = []
  for (const [name, manifest] of Object.entries(MODELS)) {
    const manifestFile = join(import.meta.dirname, '../../../models', manifest)
    const detector = await openDetector({ manifestFile, allowed: ownModels, processes: 1, log: createLog('silent') })
    const judged: JudgedFrame[] = []
    for (const [i, { jpeg, truth }] of frames.entries()) {
      const { boxes } = await detector.detect(jpeg, { cameraId: `C${i}`, masks: [], timeZone: 'Asia/Shanghai' })
      const boxesOf = (seen: boolean) => truth.filter(({ visible }) => visible >= SEEN === seen).map(({ box }) => box)
      judged.push({ found: boxes, people: boxesOf(true), doubtful: boxesOf(false) })
    }
    await detector.close()
    const bar = manifest === 'person.json' ? 0.86 : 0.9
    const note = `${manifest}: ${FRAMES} drawn frames, ${people} people at least half in sight; bar ${bar}`
    figures.push({ name: `vision.${name}`, value: averagePrecision(judged), note })
  }
  return figures
}
