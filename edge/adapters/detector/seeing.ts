/** What becomes of one frame in a process of the detector: read, blackened, measured, and looked at if anything has moved. */
import { blacken, type Detection, type DetectOptions, type LookedAt } from '#edge/core/crowd/detecting.ts'
import { createRoom } from '../frames/halving.ts'
import { type Frame, readFrame, readWhole, writeFrame } from '../frames.ts'
import type { Inference } from './inference.ts'
import { measureSight } from './measuring.ts'
import type { MotionGate } from './motionGate.ts'
import { boxesOf } from './reading.ts'
import { type Samples, sample } from './samples.ts'

export interface Seeing {
  detect(jpeg: Uint8Array, options: DetectOptions): Promise<Detection>
  look(jpeg: Uint8Array, options: DetectOptions): Promise<LookedAt>
}

interface Masked extends Frame {
  samples: Samples
}

type Found = Pick<Detection, 'boxes' | 'gated' | 'inferenceMs'>

const framedIn = ({ letterbox: { frame }, at }: Frame) => ({
  ...(at !== undefined && { at }),
  width: frame.width,
  height: frame.height,
})

/** The frame as it is, its masks black. */
const paintMasked = async (jpeg: Uint8Array, { masks }: DetectOptions): Promise<Uint8Array> => {
  const { rgb, size } = await readWhole(jpeg)
  blacken(rgb, size, masks, { frame: size, filled: size, left: 0, top: 0, scaleX: 1, scaleY: 1 })
  return writeFrame(rgb, size)
}

export const createSeeing = ({ manifest, run }: Inference, gate: MotionGate): Seeing => {
  const { input, letterbox: border } = manifest
  const room = createRoom()

  const read = async (jpeg: Uint8Array, { masks, timeZone }: DetectOptions): Promise<Masked> => {
    const frame = await readFrame(jpeg, { input, place: border.place, grey: border.grey, timeZone, room })
    blacken(frame.rgb, input, masks, frame.letterbox)
    return { ...frame, samples: sample(frame.rgb, input, frame.letterbox) }
  }

  const find = async ({ rgb, letterbox }: Frame): Promise<Found> => {
    const start = performance.now()
    const answers = await run(rgb)
    const inferenceMs = performance.now() - start
    return { boxes: boxesOf(answers, letterbox, manifest), gated: false, inferenceMs }
  }

  return {
    detect: async (jpeg, options) => {
      const frame = await read(jpeg, options)
      const { samples, letterbox, at } = frame
      const seen = { samples, frame: letterbox.frame, ...(at !== undefined && { at }) }
      const same = gate.unmoved(options.cameraId, seen)
      const found = same ? { boxes: same, gated: true, inferenceMs: 0 } : await find(frame)
      if (!same) gate.keep(options.cameraId, seen, found.boxes)
      return { ...framedIn(frame), ...found, sight: measureSight(samples, jpeg) }
    },
    look: async (jpeg, options) => {
      const frame = await read(jpeg, options)
      const found = await find(frame)
      const painted = await paintMasked(jpeg, options)
      const sight = measureSight(frame.samples, jpeg)
      return { ...framedIn(frame), ...found, sight, jpeg: painted, scale: frame.letterbox.scaleY }
    },
  }
}
