/** The order of living: what was opened last is closed first, also when opening stops half way. */

export interface Life {
  /** Waits for something to open, and remembers how to close it. */
  begin<T>(opening: T | Promise<T>, close: (opened: T) => void | Promise<void>): Promise<T>
  /** Closes everything, last opened first; one that fails does not keep the others open. Resolves with what failed. */
  end(): Promise<unknown[]>
}

export const createLife = (): Life => {
  const closers: (() => void | Promise<void>)[] = []
  return {
    begin: async (opening, close) => {
      const opened = await opening
      closers.push(() => close(opened))
      return opened
    },
    end: async () => {
      const failures: unknown[] = []
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close()
        } catch (failure) {
          failures.push(failure)
        }
      }
      return failures
    },
  }
}

/** Waits for both, whatever becomes of each, so that nothing is still opening when the first failure is thrown. */
export const together = async <A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> => {
  await Promise.allSettled([one, other])
  return Promise.all([one, other])
}
