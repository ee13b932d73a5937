/** Waiting for something to come true, with an end to it. */

/** The first value that is neither undefined nor false, asked for every few milliseconds; rejects after `ms`. */
export const eventually = async <T>(
  look: () => T | Promise<T>,
  ms = 10_000,
): Promise<Exclude<T, undefined | false>> => {
  const until = Date.now() + ms
  for (;;) {
    const value = await look()
    if (value !== undefined && value !== false) return value as Exclude<T, undefined | false>
    if (Date.now() > until) throw new Error(`nothing came of it within ${ms} ms: ${look}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
