/** What a process of the detector was asked and has yet to answer. */
import type { ChildProcess } from 'node:child_process'
import {
  type Detection,
  type DetectOptions,
  DetectorFault,
  FrameFault,
  type LookedAt,
} from '#edge/core/crowd/detecting.ts'
import type { FromDetector, ToDetector } from './messages.ts'

/** A process that owes an answer for so long is stuck. */
const PATIENCE = 30_000

/** Undefined when the process ended before it answered: somebody else may be asked. */
export type Answer<T> = Promise<T | undefined>

export interface Questions {
  /** How many are open. */
  pending(): number
  detect(jpeg: Uint8Array, options: DetectOptions): Answer<Detection>
  look(jpeg: Uint8Array, options: DetectOptions): Answer<LookedAt>
  hear(message: FromDetector): void
  /** The process has ended. */
  abandon(): void
}

interface Asked {
  answer(message: FromDetector): void
  abandon(): void
  stuck: NodeJS.Timeout
}

const faultOf = (message: FromDetector): Error => {
  if (message.type !== 'failed') return new DetectorFault(`a process of the detector answered with ${message.type}`)
  return message.flaw ? new FrameFault(message.flaw, message.reason) : new DetectorFault(message.reason)
}

export const openQuestions = (child: ChildProcess): Questions => {
  const open = new Map<number, Asked>()
  let last = 0
  let isOver = false

  const take = (requestId: number): Asked | undefined => {
    const asked = open.get(requestId)
    clearTimeout(asked?.stuck)
    open.delete(requestId)
    return asked
  }

  const ask = <T>(question: Omit<ToDetector, 'requestId'>, read: (message: FromDetector) => T | undefined): Answer<T> =>
    new Promise((resolve, reject) => {
      if (isOver) return resolve(undefined)
      const requestId = ++last
      const answer = (message: FromDetector) => {
        const value = read(message)
        if (value === undefined) reject(faultOf(message))
        else resolve(value)
      }
      const stuck = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      open.set(requestId, { answer, abandon: () => resolve(undefined), stuck })
      // A process that a frame does not reach is ending: it is asked nothing more once it has.
      child.send({ ...question, requestId } satisfies ToDetector, (cause) => cause && child.kill('SIGKILL'))
    })

  return {
    pending: () => open.size,
    detect: (jpeg, options) =>
      ask({ type: 'detect', jpeg, options }, (message) =>
        message.type === 'detected' ? message.detection : undefined,
      ),
    look: (jpeg, options) =>
      ask({ type: 'look', jpeg, options }, (message) => (message.type === 'looked' ? message.look : undefined)),
    hear: (message) => {
      if ('requestId' in message) take(message.requestId)?.answer(message)
    },
    abandon: () => {
      isOver = true
      for (const requestId of [...open.keys()]) take(requestId)?.abandon()
    },
  }
}
