/** Whether this screen has the word in its hearing area: asked for once a second, had for less than it takes to be thought dark. */

export interface TurnTold {
  readonly speaks: boolean
  /** Calls that some screen of the area has said or, while it lives, is saying. */
  readonly said: readonly string[]
}

export interface TurnAsking {
  /** Said to their end by this screen. */
  readonly said: readonly string[]
  readonly saying: readonly string[]
  readonly leaves: boolean
}

export interface TurnParts {
  /** Nothing when the hall does not answer. */
  readonly ask: (asking: TurnAsking) => Promise<TurnTold | undefined>
  /** Monotonic milliseconds. */
  readonly now: () => number
}

/** Shorter than the server's patience, and counted from the asking: the next one never begins before this one ends. */
const HELD_MS = 2500
const REMEMBERED = 100

export interface Turn {
  /** To be called about once a second while the browser lets sound out. */
  ask(): Promise<void>
  speaks(): boolean
  /** Whether some screen of the area has said it, or is saying it. */
  isSaid(callId: string): boolean
  /** Whether some screen of the area has fallen silent in the middle of it. */
  isBrokenOff(callId: string): boolean
  /** This screen begins to say it: the others are told at once. */
  begin(callId: string): void
  /** It has been said to its end, or is no longer to be said. */
  end(callId: string): void
  /** This screen has fallen silent in the middle of it. */
  breakOff(callId: string): void
  leave(): void
}

export const openTurn = ({ ask, now }: TurnParts): Turn => {
  let until = Number.NEGATIVE_INFINITY
  let saying: readonly string[] = []
  let said: readonly string[] = []
  let others: readonly string[] = []
  let begun: readonly string[] = []
  const without = (callId: string) => saying.filter((one) => one !== callId)
  const remember = (callIds: readonly string[]) => {
    begun = [...new Set([...begun, ...callIds])].slice(-2 * REMEMBERED)
  }

  const turn: Turn = {
    ask: async () => {
      const askedAt = now()
      const told = await ask({ said, saying, leaves: false })
      if (!told) return
      others = told.said.filter((callId) => !saying.includes(callId))
      remember(others)
      until = told.speaks ? askedAt + HELD_MS : Number.NEGATIVE_INFINITY
    },
    speaks: () => now() < until,
    isSaid: (callId) => [saying, said, others].some((callIds) => callIds.includes(callId)),
    isBrokenOff: (callId) => begun.includes(callId) && !turn.isSaid(callId),
    begin: (callId) => {
      saying = [...without(callId), callId]
      remember([callId])
      void turn.ask()
    },
    end: (callId) => {
      saying = without(callId)
      said = [...said, callId].slice(-REMEMBERED)
    },
    breakOff: (callId) => {
      saying = without(callId)
    },
    leave: () => {
      until = Number.NEGATIVE_INFINITY
      void ask({ said, saying: [], leaves: true })
    },
  }
  return turn
}
