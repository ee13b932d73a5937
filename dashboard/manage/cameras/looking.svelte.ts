/** One look through a camera: for a minute, a frame every two seconds, and nothing of it left afterwards. */
import type { Box } from '#contracts/boxes.ts'
import type { Answer, Problem } from '../../live/asks.ts'

/** As the server sends it: a frame and whom the detector finds in it. */
export interface Frame {
  /** A `data:` address. */
  readonly jpeg: string
  readonly at: number
  readonly width: number
  readonly height: number
  /** In pixels of the frame, best first. */
  readonly boxes: readonly Box[]
  /** Model input pixels for one pixel of the frame. */
  readonly scale: number
  readonly until: number
}

export interface Grant {
  readonly lookId: string
  readonly until: number
}

export interface LookingParts {
  readonly grant: (reason: string) => Promise<Answer<Grant>>
  readonly read: (lookId: string) => Promise<Answer<Frame>>
  /** Calls `deed` once, later; returns how to call it off. */
  readonly after: (delay: number, deed: () => void) => () => void
}

const AGAIN_MS = 2000
/** The hall has closed the look. */
const GONE = ['lookOver', 'unknownLook']

export class Looking {
  /** Absent unless a look is open and a frame has come. */
  frame = $state.raw<Frame>()
  /** The hall's time at which it closes; absent unless a look is open. */
  until = $state<number>()
  isAsking = $state(false)
  /** Why it is not open, or why there is no frame. */
  problem = $state.raw<Problem>()

  readonly #parts: LookingParts
  #turn = 0
  #callOff: (() => void) | undefined

  constructor(parts: LookingParts) {
    this.#parts = parts
  }

  async open(reason: string): Promise<void> {
    this.close()
    const mine = this.#turn
    this.isAsking = true
    const answer = await this.#parts.grant(reason)
    if (mine !== this.#turn) return
    this.isAsking = false
    if (!answer.ok) {
      this.problem = answer.problem
      return
    }
    this.until = answer.body.until
    await this.#read(answer.body.lookId, mine)
  }

  /** What was seen is gone from the page at once. */
  close(): void {
    this.#turn += 1
    this.#callOff?.()
    this.#callOff = undefined
    this.frame = undefined
    this.until = undefined
    this.isAsking = false
    this.problem = undefined
  }

  /** To be called as the hall's time goes on. */
  tick(now: number): void {
    if (this.until !== undefined && now >= this.until) this.close()
  }

  async #read(lookId: string, mine: number): Promise<void> {
    const answer = await this.#parts.read(lookId)
    if (mine !== this.#turn) return
    if (!answer.ok && GONE.includes(answer.problem.code)) {
      this.close()
      return
    }
    if (answer.ok) this.frame = answer.body
    this.problem = answer.ok ? undefined : answer.problem
    this.#callOff = this.#parts.after(AGAIN_MS, () => void this.#read(lookId, mine))
  }
}
