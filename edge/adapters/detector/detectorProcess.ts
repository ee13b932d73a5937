/** A process of the detector: answers for each frame it is given, and ends with its parent. */
import { setPriority } from 'node:os'
import sharp from 'sharp'
import { FrameFault } from '#edge/core/crowd/detecting.ts'
import { openInference } from './inference.ts'
import type { FromDetector, ToDetector } from './messages.ts'
import { createMotionGate } from './motionGate.ts'
import { createSeeing, type Seeing } from './seeing.ts'

/** Whoever draws a number goes before whoever counts people. */
const BEHIND_OTHERS = 5

const tell = (message: FromDetector): void => {
  if (process.connected) process.send?.(message)
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

const answer = async (seeing: Seeing, { type, requestId, jpeg, options }: ToDetector): Promise<FromDetector> => {
  try {
    if (type === 'look') return { type: 'looked', requestId, look: await seeing.look(jpeg, options) }
    return { type: 'detected', requestId, detection: await seeing.detect(jpeg, options) }
  } catch (cause) {
    const reason = reasonOf(cause)
    return { type: 'failed', requestId, ...(cause instanceof FrameFault && { flaw: cause.flaw }), reason }
  }
}

const serve = async (manifestFile: string, allowed: readonly string[]): Promise<void> => {
  process.on('disconnect', () => process.exit(0))
  // A ctrl-C, or the end of a service, reaches the whole group of processes; the parent closes us when it is time.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  setPriority(BEHIND_OTHERS)
  sharp.concurrency(1)
  sharp.cache(false)
  try {
    const inference = await openInference(manifestFile, allowed)
    const { name, scores } = inference.manifest
    const seeing = createSeeing(inference, createMotionGate({ now: () => performance.now() }))
    process.on('message', async (message: ToDetector) => tell(await answer(seeing, message)))
    tell({ type: 'ready', rssBytes: process.memoryUsage.rss(), model: { name, scores } })
  } catch (cause) {
    process.send?.({ type: 'refused', reason: reasonOf(cause) } satisfies FromDetector, () => process.exit(1))
  }
}

const [, , manifestFile = '', ...allowed] = process.argv
await serve(manifestFile, allowed)
