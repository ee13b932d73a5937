/** Whether this screen has the word in its hearing area: asked for once a second, had for less than it takes to be thought dark. */

export interface TurnTold {
  readonly speaks: boolean
  /** Calls that some screen of the area has begun to say. */
  readonly said: readonly string[]
}

export interface TurnParts {
  /** Nothing when the hall does not answer. */
  readonly ask: (said: readonly string[], leaves: boolean) => Promise<TurnTold | undefined>
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
  /** Whether some screen of the area has begun to say it. */
  isSaid(callId: string): boolean
  /** This screen begins to say it: the others are told at once. */
  say(callId: string): void
  leave(): void
}

export const openTurn = ({ ask, now }: TurnParts): Turn => {
  let until = Number.NEGATIVE_INFINITY
  let mine: readonly string[] = []
  let others: readonly string[] = []

  const turn: Turn = {
    ask: async () => {
      const askedAt = now()
      const told = await ask(mine, false)
      if (!told) return
      others = told.said
      until = told.speaks ? askedAt + HELD_MS : Number.NEGATIVE_INFINITY
    },
    speaks: () => now() < until,
    isSaid: (callId) => mine.includes(callId) || others.includes(callId),
    say: (callId) => {
      mine = [...mine, callId].slice(-REMEMBERED)
      void turn.ask()
    },
    leave: () => {
      until = Number.NEGATIVE_INFINITY
      void ask(mine, true)
    },
  }
  return turn
}
