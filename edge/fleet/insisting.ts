/** Saying a thing again until it is answered: QoS 0 messages get lost, and nobody tells. */

import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'

const FIRST_PAUSE = SECOND
const LONGEST_PAUSE = 30 * SECOND

/** Something that is not answered yet; the same thing has the same key. */
export interface Wish {
  key: string
  say: () => void
  /** It is given up after so many times. */
  most?: number
  /** It waits until then. */
  notBefore?: Instant
}

/** Each wish is said when it is new, then after 1, 2, 4 … 30 s, for as long as it is among the wishes. */
export const createInsisting = () => {
  const said = new Map<string, { due: Instant; pause: number; times: number }>()

  const pursue = (wishes: readonly Wish[], now: Instant): void => {
    const keys = new Set(wishes.map(({ key }) => key))
    for (const key of said.keys()) if (!keys.has(key)) said.delete(key)
    for (const { key, say, most = Number.POSITIVE_INFINITY, notBefore = now } of wishes) {
      const { due, pause, times } = said.get(key) ?? { due: now, pause: FIRST_PAUSE, times: 0 }
      if (now < due || now < notBefore || times >= most) continue
      said.set(key, { due: now + pause, pause: Math.min(LONGEST_PAUSE, 2 * pause), times: times + 1 })
      say()
    }
  }

  /** Begins anew with all of them, since the one who should hear is back. */
  const hurry = (): void => said.clear()

  return { pursue, hurry }
}
