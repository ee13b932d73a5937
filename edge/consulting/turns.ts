/** The questions of one robot, one a second: what comes faster waits, a few of them, and the rest is dropped. */
import type { Question } from '#contracts/questions.ts'

const WAITING_MOST = 5

export interface Turns {
  /** False when too many wait already. A question that waits is not taken twice. */
  offer(question: Question): boolean
  /** Once a second. */
  beat(): void
}

export const createTurns = (take: (question: Question) => void): Turns => {
  const waiting: Question[] = []
  let free = true

  const waits = ({ questionId }: Question) =>
    questionId !== undefined && waiting.some((other) => other.questionId === questionId)

  const offer = (question: Question): boolean => {
    if (waits(question)) return true
    if (!free) return waiting.length < WAITING_MOST && waiting.push(question) > 0
    free = false
    take(question)
    return true
  }

  const beat = (): void => {
    const next = waiting.shift()
    free = next === undefined
    if (next) take(next)
  }

  return { offer, beat }
}
