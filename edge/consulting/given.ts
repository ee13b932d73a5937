/** Answers that were given a moment ago, by the question's id: a repeat is given the same one. The questions are not kept. */
import { MINUTE } from '#contracts/durations.ts'
import type { Answer } from '#contracts/questions.ts'
import type { Instant } from '#contracts/time.ts'

/** Robots begin to count anew when they are switched on, so an id is not the same question for long. */
const KEPT = 2 * MINUTE
const KEPT_MOST = 200

export const createGiven = () => {
  const given = new Map<string, { at: Instant; answer: Promise<Answer> }>()

  const forget = (now: Instant): void => {
    for (const [id, { at }] of given) if (Math.abs(now - at) > KEPT || given.size > KEPT_MOST) given.delete(id)
  }

  return {
    find: (questionId: string, now: Instant): Promise<Answer> | undefined => {
      forget(now)
      return given.get(questionId)?.answer
    },
    keep: (questionId: string, answer: Promise<Answer>, now: Instant): void => {
      given.set(questionId, { at: now, answer })
    },
    drop: (questionId: string): void => {
      given.delete(questionId)
    },
  }
}
