/** Which queue screen says the calls of a hearing area: two that can be heard together never speak at the same time. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'

/** A screen that has not asked for so long has gone dark. One that speaks stops by itself before: half a second earlier. */
export const DARK_AFTER = 3 * SECOND
const MOST_SAID = 100
const MOST_AREAS = 200

export interface TurnAsked {
  area: string
  voiceId: string
  /** Calls that it has begun to say. */
  said: readonly string[]
  /** It says nothing more. */
  leaves?: boolean | undefined
}
export interface Turn {
  speaks: boolean
  /** What has been begun in the area by whichever screen, latest last. */
  said: readonly string[]
}

export interface Speaking {
  /** To be asked about once a second by each screen that could speak. The first that lives has the word. */
  turn(asked: TurnAsked): Turn
}

interface Area {
  heardAt: ReadonlyMap<string, Instant>
  said: readonly string[]
}

export const createSpeaking = ({ now }: { now(): Instant }): Speaking => {
  const areas = new Map<string, Area>()
  return {
    turn: ({ area, voiceId, said, leaves = false }) => {
      const at = now()
      const known = areas.get(area) ?? { heardAt: new Map(), said: [] }
      const living = new Map([...known.heardAt].filter(([, heard]) => at - heard < DARK_AFTER))
      if (leaves) living.delete(voiceId)
      else living.set(voiceId, at)
      const begun = [...new Set([...known.said, ...said])].slice(-MOST_SAID)
      areas.delete(area)
      areas.set(area, { heardAt: living, said: begun })
      for (const oldest of [...areas.keys()].slice(0, -MOST_AREAS)) areas.delete(oldest)
      return { speaks: living.keys().next().value === voiceId, said: begun }
    },
  }
}
