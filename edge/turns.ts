/** Turn-taking: those who come while others are being handled wait, and are then handled together. */

export interface Turns<T> {
  take(item: T): void
  /** Resolves when nobody waits. */
  idle(): Promise<void>
}

/** `handle` is never run twice at once, gets at most `most` items in the order they came, and must not reject. */
export const createTurns = <T>(most: number, handle: (group: T[]) => Promise<void>): Turns<T> => {
  const waiting: T[] = []
  let running: Promise<void> | undefined
  const run = async (): Promise<void> => {
    while (waiting.length > 0) await handle(waiting.splice(0, most))
    running = undefined
  }
  return {
    take: (item) => {
      waiting.push(item)
      running ??= Promise.resolve().then(run)
    },
    idle: async () => {
      await running
    },
  }
}
