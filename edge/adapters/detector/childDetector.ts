/** One life of a process of the detector. */
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Detector, DetectorFault } from '#edge/core/crowd/detecting.ts'
import type { FromDetector } from './messages.ts'
import { ModelFault } from './modelFault.ts'
import { openQuestions, type Questions } from './questions.ts'

const SMALL_HEAP = ['--max-old-space-size=96', '--max-semi-space-size=2']
/** It gets no other variable: nothing there concerns it. Few arenas and two decoding threads keep it small. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' }

export interface ModelChoice {
  /** Path of the manifest; the model lies beside it. */
  manifestFile: string
  /** sha256 of the models that may be used. */
  allowed: readonly string[]
}

export interface ChildDetector extends Pick<Questions, 'pending' | 'detect' | 'look'> {
  pid: number
  rssBytes: number
  model: Detector['model']
  /** Resolves with what it ended by: an exit code or a signal. */
  ended: Promise<string>
  stop(): Promise<void>
}

const forkDetector = ({ manifestFile, allowed }: ModelChoice): ChildProcess => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return fork(fileURLToPath(new URL('./detectorProcess.ts', import.meta.url)), [manifestFile, ...allowed], {
    execArgv: ['--import', tsx, ...SMALL_HEAP],
    env: ENVIRONMENT,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Resolves when the model is loaded. Rejects with `ModelFault` or `DetectorFault`, and then its process has ended. */
export const startChildDetector = async (choice: ModelChoice): Promise<ChildDetector> => {
  const child = forkDetector(choice)
  const { hear, abandon, ...questions } = openQuestions(child)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  ended.then(abandon)
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const { rssBytes, model } = await new Promise<FromDetector & { type: 'ready' }>((resolve, reject) => {
    child.on('message', (message: FromDetector) => {
      if (message.type === 'ready') resolve(message)
      else if (message.type === 'refused') reject(new ModelFault(message.reason))
      else hear(message)
    })
    ended.then((how) => reject(new DetectorFault(`a process of the detector ended before it was ready: ${how}`)))
  }).catch(async (fault) => {
    await stop()
    throw fault
  })
  return { pid: child.pid ?? 0, rssBytes, model, ...questions, ended, stop }
}
