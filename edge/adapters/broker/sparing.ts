/** Says a thing that happens again and again once a while, with how often it happened. */

const KEYS_MOST = 1000

/** Calls `say` at once the first time of `key`, then at most once per interval, with how many times it stands for. */
export type Sparing = (key: string, say: (times: number) => void) => void

export const createSparing = (interval: number, now: () => number): Sparing => {
  const spoken = new Map<string, { at: number; times: number }>()

  const forgetOldest = () => {
    const [oldest] = spoken.keys()
    if (oldest !== undefined) spoken.delete(oldest)
  }

  return (key, say) => {
    const last = spoken.get(key)
    if (last !== undefined && now() - last.at < interval) {
      last.times += 1
      return
    }
    spoken.delete(key)
    if (spoken.size >= KEYS_MOST) forgetOldest()
    spoken.set(key, { at: now(), times: 0 })
    say(1 + (last?.times ?? 0))
  }
}
