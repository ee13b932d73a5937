/** Guesses at a secret: one after the other for each name, slower after each wrong one, and few waiting. */
import { setTimeout as sleep } from 'node:timers/promises'

const MOST_WAITING = 8
const MOST_NAMES = 1000
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 3_200

export interface Guessing {
  /** What `check` says; undefined, and nothing is tried, while too many wait for the same name. */
  guess<T>(name: string, check: () => Promise<T | undefined>): Promise<{ right: T | undefined } | undefined>
}

interface Line {
  last: Promise<unknown>
  waiting: number
  failures: number
}

export const createGuessing = (
  rest: (ms: number) => Promise<unknown> = (ms) => sleep(ms, undefined, { ref: false }),
): Guessing => {
  const lines = new Map<string, Line>()

  /** The oldest name nobody waits for is forgotten first. */
  const lineOf = (name: string): Line => {
    const line = lines.get(name) ?? { last: Promise.resolve(), waiting: 0, failures: 0 }
    lines.delete(name)
    lines.set(name, line)
    const idle = lines.size > MOST_NAMES && [...lines].find(([, { waiting }]) => waiting === 0)
    if (idle) lines.delete(idle[0])
    return line
  }

  return {
    guess: async (name, check) => {
      const line = lineOf(name)
      if (line.waiting >= MOST_WAITING) return undefined
      line.waiting += 1
      const attempt = async () => {
        const right = await check()
        line.failures = right === undefined ? line.failures + 1 : 0
        if (right === undefined) await rest(Math.min(FIRST_PAUSE * 2 ** (line.failures - 1), LONGEST_PAUSE))
        return right
      }
      const mine = line.last.then(attempt).finally(() => {
        line.waiting -= 1
      })
      line.last = mine.catch(() => {})
      return { right: await mine }
    },
  }
}
