/** What a frame costs around the network: JPEG to tracks, against the network alone, one process each. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { openInference } from '#edge/adapters/detector/inference.ts'
import { createLog } from '#edge/adapters/log.ts'
import { follow, noTracks, usualTracking } from '#edge/core/crowd/tracking.ts'
import { type Figure, median, perSecond, ratioOf } from './measure.ts'

const MANIFEST = join(import.meta.dirname, '../../models/person.json')
const FRAME = join(import.meta.dirname, '../models/hall.jpg')
const RUN = 3000
/** While one frame is in the network, the next is already there. */
const IN_FLIGHT = 2

export const benchVision = async (): Promise<Figure[]> => {
  const jpeg = readFileSync(FRAME)
  const inference = await openInference(MANIFEST)
  const detector = await openDetector({ manifestFile: MANIFEST, processes: 1, log: createLog('silent') })
  const { width, height } = inference.manifest.input
  const pixels = new Uint8Array(width * height * 3).fill(127)
  const alone: number[] = []
  const whole: number[] = []

  const inferenceAlone = async (): Promise<number> => {
    const rate = await perSecond(RUN, async () => {
      await inference.run(pixels)
      return 1
    })
    alone.push(rate)
    return rate
  }
  const pipeline = async (): Promise<number> => {
    let tracking = noTracks
    let at = 0
    const oneFrame = async (): Promise<number> => {
      const { boxes } = await detector.detect(jpeg, { masks: [], timeZone: 'Asia/Shanghai' })
      at += 500
      tracking = follow(tracking, { at, boxes }, usualTracking)
      return 1
    }
    const rates = await Promise.all(Array.from({ length: IN_FLIGHT }, () => perSecond(RUN, oneFrame)))
    const rate = rates.reduce((sum, one) => sum + one, 0)
    whole.push(rate)
    return rate
  }

  await pipeline()
  whole.pop()
  const ratio = await ratioOf(3, pipeline, inferenceAlone)
  await detector.close()
  return [
    {
      name: 'vision.pipelineVsInference',
      value: ratio,
      note: 'JPEG by pipe, decode, network, boxes, tracks ÷ network',
    },
    { name: 'vision.pipelineFps', value: median(whole), note: '1280×720 JPEG, one process' },
    { name: 'vision.inferenceFps', value: median(alone), note: '512×288, one process' },
  ]
}
