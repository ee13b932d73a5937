/** One life of a process of the detector. */
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Detection, DetectorFault, FrameFault } from '#edge/core/crowd/detecting.ts'
import type { DetectOptions, FromDetector, ToDetector } from './messages.ts'
import { ModelFault } from './modelFault.ts'

/** A process that owes an answer for so long is stuck. */
const PATIENCE = 30_000
const SMALL_HEAP = ['--max-old-space-size=96', '--max-semi-space-size=2']
/** It gets no other variable: nothing there concerns it. Few arenas and two decoding threads keep it small. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' }

export interface ChildDetector {
  pid: number
  rssBytes: number
  /** How many frames it owes an answer for. */
  pending(): number
  detect(jpeg: Uint8Array, options: DetectOptions): Promise<Detection>
  /** Resolves with what it ended by: an exit code or a signal. */
  ended: Promise<string>
  stop(): Promise<void>
}

interface Asked {
  resolve(detection: Detection): void
  reject(fault: Error): void
  stuck: NodeJS.Timeout
}

const forkDetector = (manifestFile: string): ChildProcess => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return fork(fileURLToPath(new URL('./detectorProcess.ts', import.meta.url)), [manifestFile], {
    execArgv: ['--import', tsx, ...SMALL_HEAP],
    env: ENVIRONMENT,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** The questions that a process has yet to answer. */
const openQuestions = (child: ChildProcess) => {
  const asked = new Map<number, Asked>()
  let last = 0
  const settle = (requestId: number): Asked | undefined => {
    const one = asked.get(requestId)
    clearTimeout(one?.stuck)
    asked.delete(requestId)
    return one
  }
  return {
    pending: () => asked.size,
    ask: (jpeg: Uint8Array, options: DetectOptions): Promise<Detection> =>
      new Promise((resolve, reject) => {
        const requestId = ++last
        asked.set(requestId, { resolve, reject, stuck: setTimeout(() => child.kill('SIGKILL'), PATIENCE) })
        const message: ToDetector = { type: 'detect', requestId, jpeg, options }
        child.send(message, (cause) => {
          if (cause) settle(requestId)?.reject(new DetectorFault('the frame did not reach the detector', { cause }))
        })
      }),
    hear: (message: FromDetector): void => {
      if (message.type === 'detected') settle(message.requestId)?.resolve(message.detection)
      if (message.type === 'failed')
        settle(message.requestId)?.reject(new (message.frame ? FrameFault : DetectorFault)(message.reason))
    },
    abandon: (fault: DetectorFault): void => {
      for (const requestId of [...asked.keys()]) settle(requestId)?.reject(fault)
    },
  }
}

/** Resolves when the model is loaded. Rejects with `ModelFault` or `DetectorFault`, and then its process has ended. */
export const startChildDetector = async (manifestFile: string): Promise<ChildDetector> => {
  const child = forkDetector(manifestFile)
  const questions = openQuestions(child)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  ended.then((how) => questions.abandon(new DetectorFault(`a process of the detector ended: ${how}`)))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const rssBytes = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: FromDetector) => {
      if (message.type === 'ready') resolve(message.rssBytes)
      else if (message.type === 'refused') reject(new ModelFault(message.reason))
      else questions.hear(message)
    })
    ended.then((how) => reject(new DetectorFault(`a process of the detector ended before it was ready: ${how}`)))
  }).catch(async (fault) => {
    await stop()
    throw fault
  })
  return { pid: child.pid ?? 0, rssBytes, pending: questions.pending, detect: questions.ask, ended, stop }
}
