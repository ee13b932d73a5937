/** Waiting for a process that takes the place of one that ended. */

export interface Successors {
  /** Resolves when one is ready, when it has taken too long, or when none is to come any more. */
  next(): Promise<void>
  arrived(): void
  close(): void
}

/** `within` is how long anybody waits. */
export const createSuccessors = (within: number): Successors => {
  const waiting = new Set<() => void>()
  let closed = false
  const release = (): void => {
    for (const go of waiting) go()
  }
  return {
    next: () =>
      new Promise((resolve) => {
        if (closed) return resolve()
        const go = () => {
          clearTimeout(late)
          waiting.delete(go)
          resolve()
        }
        const late = setTimeout(go, within)
        waiting.add(go)
      }),
    arrived: release,
    close: () => {
      closed = true
      release()
    },
  }
}
