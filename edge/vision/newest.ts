/** The newest frame wins: one is underway, at most one waits, and a newer one takes its place. */

export interface Newest<T> {
  offer(frame: T): void
  /** Gives up the one that waits; resolves when the one underway is done. */
  close(): Promise<void>
}

/** `work` never rejects. `dropped` is called for each frame that is never worked on. */
export const createNewest = <T extends object>(work: (frame: T) => Promise<void>, dropped: () => void): Newest<T> => {
  let waiting: T | undefined
  let working: Promise<void> | undefined

  const take = (): T | undefined => {
    const frame = waiting
    waiting = undefined
    return frame
  }

  const run = async (): Promise<void> => {
    for (let frame = take(); frame; frame = take()) await work(frame)
    working = undefined
  }

  return {
    offer: (frame) => {
      if (waiting) dropped()
      waiting = frame
      working ??= run()
    },
    close: async () => {
      if (take()) dropped()
      await working
    },
  }
}
