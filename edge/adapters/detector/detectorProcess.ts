/** A process of the detector: reads frames, blackens what must not be seen, finds people, ends with its parent. */
import sharp from 'sharp'
import { blacken, type Detection, FrameFault } from '#edge/core/crowd/detecting.ts'
import { readFrame } from '../frames.ts'
import { boxesOf, type Inference, openInference } from './inference.ts'
import type { FromDetector, ToDetector } from './messages.ts'

const tell = (message: FromDetector): void => {
  if (process.connected) process.send?.(message)
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

const detect = async ({ manifest, run }: Inference, { jpeg, options }: ToDetector): Promise<Detection> => {
  const { input, letterbox: border } = manifest
  const { rgb, letterbox, at } = await readFrame(jpeg, { input, grey: border.grey, timeZone: options.timeZone })
  blacken(rgb, input, options.masks, letterbox)
  const start = performance.now()
  const maps = await run(rgb)
  const inferenceMs = performance.now() - start
  const { width, height } = letterbox.frame
  return { ...(at !== undefined && { at }), width, height, boxes: boxesOf(maps, letterbox, manifest), inferenceMs }
}

const answer = async (inference: Inference, message: ToDetector): Promise<FromDetector> => {
  const { requestId } = message
  try {
    return { type: 'detected', requestId, detection: await detect(inference, message) }
  } catch (cause) {
    return { type: 'failed', requestId, frame: cause instanceof FrameFault, reason: reasonOf(cause) }
  }
}

const serve = async (manifestFile: string): Promise<void> => {
  process.on('disconnect', () => process.exit(0))
  // A ctrl-C, or the end of a service, reaches the whole group of processes; the parent closes us when it is time.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  sharp.concurrency(1)
  sharp.cache(false)
  try {
    const inference = await openInference(manifestFile)
    process.on('message', async (message: ToDetector) => tell(await answer(inference, message)))
    tell({ type: 'ready', rssBytes: process.memoryUsage.rss() })
  } catch (cause) {
    process.send?.({ type: 'refused', reason: reasonOf(cause) } satisfies FromDetector, () => process.exit(1))
  }
}

await serve(process.argv[2] ?? '')
