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
  /** Calls that it has said to their end. */
  said: readonly string[]
  /** Calls that it is saying; free again for the others when it goes dark before their end. */
  saying?: readonly string[]
  /** It says nothing more. */
  leaves?: boolean | undefined
}
export interface Turn {
  speaks: boolean
  /** What has been said in the area by whichever screen, latest last, and then what a living one is saying. */
  said: readonly string[]
}

export interface Speaking {
  /** To be asked about once a second by each screen that could speak. The first that lives has the word. */
  turn(asked: TurnAsked): Turn
}

interface Voice {
  heardAt: Instant
  saying: readonly string[]
}
interface Area {
  voices: ReadonlyMap<string, Voice>
  said: readonly string[]
}

export const createSpeaking = ({ now }: { now(): Instant }): Speaking => {
  const areas = new Map<string, Area>()
  return {
    turn: ({ area, voiceId, said, saying = [], leaves = false }) => {
      const at = now()
      const known = areas.get(area) ?? { voices: new Map(), said: [] }
      const living = new Map([...known.voices].filter(([, { heardAt }]) => at - heardAt < DARK_AFTER))
      if (leaves) living.delete(voiceId)
      else living.set(voiceId, { heardAt: at, saying })
      const ended = [...new Set([...known.said, ...said])].slice(-MOST_SAID)
      areas.delete(area)
      areas.set(area, { voices: living, said: ended })
      for (const oldest of [...areas.keys()].slice(0, -MOST_AREAS)) areas.delete(oldest)
      const begun = [...living.values()].flatMap((voice) => voice.saying)
      return { speaks: living.keys().next().value === voiceId, said: [...new Set([...ended, ...begun])] }
    },
  }
}
