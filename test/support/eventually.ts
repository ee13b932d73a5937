/** Waiting for something to come true, with an end to it that holds on a stalled machine. */

/** How long anything may take that a test waits for. What holds comes at once; only a red test waits so long. */
export const PATIENCE = 60_000

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The first value that is neither undefined nor false, asked for every few milliseconds; rejects after `ms`. */
export const eventually = async <T>(
  look: () => T | Promise<T>,
  ms = PATIENCE,
): Promise<Exclude<T, undefined | false>> => {
  const until = Date.now() + ms
  for (;;) {
    const value = await look()
    if (value !== undefined && value !== false) return value as Exclude<T, undefined | false>
    if (Date.now() > until) throw new Error(`nothing came of it within ${ms} ms: ${look}`)
    await rest(5)
  }
}

/** What `expectation` gives once it holds, looked at every `pause` ms; rejects with what it last threw. */
export const soon = async <T>(expectation: () => T | Promise<T>, pause = 20): Promise<T> => {
  const until = Date.now() + PATIENCE
  for (;;) {
    try {
      return await expectation()
    } catch (fault) {
      if (Date.now() > until) throw fault
    }
    await rest(pause)
  }
}
