/** What a visitor does at the pad: a step, then perhaps what was wrong, then thanks. One visit at a time. */
import type { RatingAsked, Remark } from '#contracts/ratings.ts'
import { type Answer, post } from '../live/asks.ts'

/** Below this it is asked what went wrong before it is sent. */
const LOWEST_FINE = 3
const THANKED_MS = 5000

type Step = 'ask' | 'remarks' | 'sending' | 'thanks' | 'late' | 'away'

export class Pad {
  /** Whose visit it is; absent while nobody is asked. */
  asked = $state.raw<RatingAsked>()
  step = $state<Step>('ask')
  stars = $state(0)
  remarks = $state.raw<readonly Remark[]>([])

  readonly #send: (rating: object) => Promise<Answer<unknown>>
  /** The hall's time after which thanks give way. */
  #until = 0

  constructor(
    windowId: string,
    send = (rating: object) => post(`/api/windows/${encodeURIComponent(windowId)}/rate`, rating),
  ) {
    this.#send = send
  }

  /** To be called about once a second with what the hall says: thanks stay for some seconds, all else is the hall's. */
  see(asked: RatingAsked | undefined, now: number): void {
    const open = asked && asked.until > now ? asked : undefined
    if (this.step === 'sending' || (this.#isAnswered() && now < this.#until)) return
    if (open?.ticketId === this.asked?.ticketId && !this.#isAnswered()) return
    this.asked = open
    this.step = 'ask'
    this.stars = 0
    this.remarks = []
  }

  #isAnswered(): boolean {
    return ['thanks', 'late', 'away'].includes(this.step)
  }

  async choose(stars: number, now: number): Promise<void> {
    if (this.step !== 'ask') return
    this.stars = stars
    if (stars < LOWEST_FINE) this.step = 'remarks'
    else await this.send(now)
  }

  mark(remark: Remark): void {
    const has = this.remarks.includes(remark)
    this.remarks = has ? this.remarks.filter((one) => one !== remark) : [...this.remarks, remark]
  }

  back(): void {
    this.step = 'ask'
    this.remarks = []
  }

  async send(now: number): Promise<void> {
    if (!this.asked || this.step === 'sending') return
    this.step = 'sending'
    const remarks = this.remarks.length > 0 ? { remarks: this.remarks } : {}
    const answer = await this.#send({ ticketId: this.asked.ticketId, stars: this.stars, ...remarks })
    this.#until = now + THANKED_MS
    this.step = answer.ok ? 'thanks' : answer.problem.code === 'nobodyToRate' ? 'late' : 'away'
  }
}
