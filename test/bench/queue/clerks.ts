/** Clerks differ, and from day to day: by how much each takes longer than usual. */
import type { WindowId } from '#contracts/ids.ts'
import { createDice } from '#simulators/random.ts'
import { windowIdOf } from './halls.ts'

/** Standard deviation of the logarithm of how long they take. */
const CLERK_TO_CLERK = 0.1

/** Those of one day: 1 is usual. The first windows have the same clerks in a hall with more of them. */
export const slownessOn = (seed: number, day: number, windows: number): ((windowId: WindowId) => number) => {
  const slow = new Map(
    Array.from({ length: windows }, (_, i) => [
      windowIdOf(i),
      createDice(seed, day, i + 1).lognormal(1, CLERK_TO_CLERK),
    ]),
  )
  return (windowId) => slow.get(windowId) ?? 1
}
