/** How much of a thing somebody may have: so many at once, and so many more each second. */

export interface Ration {
  /** At once, after a pause. */
  most: number
  perSecond: number
}

/** More keys than any hall has cameras; the one longest known gives way. */
const KEYS_MOST = 1000

/** Answers whether one more may be had under this key (a token bucket each). */
export const createRations = ({ most, perSecond }: Ration, now: () => number): ((key: string) => boolean) => {
  const left = new Map<string, { count: number; at: number }>()
  return (key) => {
    const at = now()
    const before = left.get(key) ?? { count: most, at }
    const count = Math.min(most, before.count + ((at - before.at) * perSecond) / 1000)
    const enough = count >= 1
    const [oldest] = left.keys()
    if (oldest !== undefined && left.size >= KEYS_MOST && !left.has(key)) left.delete(oldest)
    left.set(key, { count: enough ? count - 1 : count, at })
    return enough
  }
}
