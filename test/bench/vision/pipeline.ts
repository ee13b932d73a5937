/** What a frame costs around the network: JPEG to tracks, against the network alone, two processes each. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { getPriority, setPriority } from 'node:os'
import { join } from 'node:path'
import { MINUTE } from '#contracts/durations.ts'
import { openDetector } from '#edge/adapters/detector/detector.ts'
import { follow, noTracks, usualTracking } from '#edge/core/crowd/tracking.ts'
import { ownModels } from '#models/allowed.ts'
import { peopleAt } from '#simulators/camera/scene.ts'
import { openStudio } from '#simulators/camera/studio.ts'
import { keptLog } from '../../support/log.ts'
import { residentMegabytesOf } from '../../support/processes.ts'
import { type Figure, median, perSecond, ratioOf } from '../measure.ts'

const PROCESSES = 2
const RUN = 3000
const ROUNDS = 5
/** While one frame is in the network, the next is already there. */
const IN_FLIGHT = 2 * PROCESSES
const CAMERA_FPS = 2

const manifestFileOf = (name: string) => join(import.meta.dirname, `../../../models/${name}.json`)

const drawFrames = async (): Promise<Buffer[]> => {
  const studio = await openStudio()
  const moments = Array.from({ length: 12 }, (_, i) => i * 37 * MINUTE)
  return Promise.all(moments.map(async (at) => (await studio.frame({ people: peopleAt(at + 7, at), at })).jpeg))
}

/** `like` is a process whose turn on a busy machine it shares: the detector's own stand behind others. */
const startInference = async (manifestFile: string, like: number): Promise<ChildProcess> => {
  const child = fork(join(import.meta.dirname, 'inferenceProcess.ts'), [manifestFile], {
    execArgv: ['--import', 'tsx'],
  })
  await once(child, 'message')
  setPriority(child.pid ?? 0, getPriority(like))
  return child
}

const rateOf = async (child: ChildProcess): Promise<number> => {
  child.send(RUN)
  const [rate] = await once(child, 'message')
  return rate
}

/** Frames a second through everything and through the network alone, by turns. */
const compare = async (name: string, frames: readonly Buffer[]) => {
  const manifestFile = manifestFileOf(name)
  const log = keptLog()
  const detector = await openDetector({ manifestFile, allowed: ownModels, processes: PROCESSES, log })
  const pids = log.lines.flatMap(({ facts }) => ('pid' in facts && typeof facts.pid === 'number' ? [facts.pid] : []))
  const alone = await Promise.all(pids.map((pid) => startInference(manifestFile, pid)))
  const rates = { whole: [] as number[], alone: [] as number[] }
  let [tracking, at] = [noTracks, 0]

  const oneFrame = async (): Promise<number> => {
    at += 500
    const jpeg = frames[(at / 500) % frames.length] ?? Buffer.of()
    const options = { cameraId: `C${at}`, masks: [], timeZone: 'Asia/Shanghai' }
    const { boxes, gated } = await detector.detect(jpeg, options)
    if (gated) throw new RangeError('a frame was spared: this bench would not measure the network')
    tracking = follow(tracking, { at: tracking.at === undefined ? at : tracking.at + 500, boxes }, usualTracking)
    return 1
  }
  const whole = async (): Promise<number> => {
    const flights = await Promise.all(Array.from({ length: IN_FLIGHT }, () => perSecond(RUN, oneFrame)))
    const rate = flights.reduce((sum, one) => sum + one, 0)
    rates.whole.push(rate)
    return rate
  }
  const networkAlone = async (): Promise<number> => {
    const rate = (await Promise.all(alone.map(rateOf))).reduce((sum, one) => sum + one, 0)
    rates.alone.push(rate)
    return rate
  }

  await whole()
  await networkAlone()
  const ratio = await ratioOf(ROUNDS, whole, networkAlone)
  const megabytes = Math.max(...pids.map(residentMegabytesOf))
  await detector.close()
  for (const child of alone) child.disconnect()
  return { ratio, whole: median(rates.whole), alone: median(rates.alone), megabytes }
}

export const benchPipeline = async (): Promise<Figure[]> => {
  const frames = await drawFrames()
  const person = await compare('person', frames)
  const fast = await compare('fast', frames)
  const cameras = Math.floor(person.whole / CAMERA_FPS)
  return [
    {
      name: 'vision.pipelineVsInference',
      value: person.ratio,
      note: `JPEG by pipe, decode, network, boxes, tracks ÷ network, ${PROCESSES} processes; bar 0.80`,
    },
    { name: 'vision.pipelineVsInferenceFast', value: fast.ratio, note: 'the same with fast.json' },
    {
      name: 'vision.framesPerSecond',
      value: person.whole,
      note: `1280×720, every frame through the network: ${cameras} cameras at ${CAMERA_FPS}/s`,
    },
    { name: 'vision.framesPerSecondFast', value: fast.whole, note: 'the same with fast.json' },
    { name: 'vision.inferenceFps', value: person.alone, note: `512×288, ${PROCESSES} processes` },
    { name: 'vision.inferenceFpsFast', value: fast.alone, note: '512×288, whole numbers' },
    {
      name: 'vision.rssMbPerProcess',
      value: Math.max(person.megabytes, fast.megabytes),
      note: 'with what it shares with others; bar 220',
    },
  ]
}
