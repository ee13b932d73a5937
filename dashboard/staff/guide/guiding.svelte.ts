/** One visitor at the guide desk: what it is about, which papers are there, and the number in the end. */
import type { Language, Names } from '#contracts/languages.ts'
import type { SiteService } from '#contracts/site.ts'
import type { Estimate, PriorityReason, Ticket } from '#contracts/tickets.ts'
import { type Answer, drawKey, type Problem } from '../../live/asks.ts'

/** What the hall gives for a number. `secret` opens the visitor's own page. */
export interface Given {
  readonly ticket: Ticket
  readonly estimate?: Estimate
  readonly secret?: string
}

export interface GuidingParts {
  /** Under a key of its own, so that a second touch gives the same number. */
  take(key: string, wish: object): Promise<Answer<Given>>
  checkIn(key: string, code: string): Promise<Answer<Given>>
}

const MOST_SERVICES = 5

export class Guiding {
  query = $state('')
  chosen = $state.raw<readonly SiteService[]>([])
  /** Papers that the visitor has shown, by their Chinese name. */
  seen = $state.raw<ReadonlySet<string>>(new Set())
  reason = $state<PriorityReason>()
  language = $state<Language>('zh')
  code = $state('')
  asking = $state(false)
  given = $state.raw<Given>()
  problem = $state.raw<Problem>()

  readonly papers = $derived<readonly Names[]>([
    ...new Map(this.chosen.flatMap(({ documents }) => documents.map((paper) => [paper.zh, paper] as const))).values(),
  ])
  readonly missing = $derived(this.papers.filter(({ zh }) => !this.seen.has(zh)).length)
  readonly mayAdd = $derived(this.chosen.length < MOST_SERVICES)

  readonly #parts: GuidingParts
  #key = drawKey()

  constructor(parts: GuidingParts) {
    this.#parts = parts
  }

  choose(service: SiteService): void {
    if (!this.chosen.includes(service) && this.mayAdd) this.chosen = [...this.chosen, service]
    this.query = ''
    this.#anew()
  }

  drop(service: SiteService): void {
    this.chosen = this.chosen.filter((one) => one !== service)
    this.#anew()
  }

  check({ zh }: Names): void {
    const seen = new Set(this.seen)
    if (!seen.delete(zh)) seen.add(zh)
    this.seen = seen
  }

  chooseReason(reason: PriorityReason | undefined): void {
    this.reason = reason
    this.#anew()
  }

  take(): Promise<void> {
    const lane = this.reason ? { lane: 'priority', priorityReason: this.reason } : { lane: 'walkIn' }
    const serviceIds = this.chosen.map(({ serviceId }) => serviceId)
    return this.#ask(() => this.#parts.take(this.#key, { serviceIds, language: this.language, ...lane }))
  }

  checkIn(): Promise<void> {
    return this.#ask(() => this.#parts.checkIn(this.#key, this.code.trim()))
  }

  /** Nothing of this visitor stays. */
  next(): void {
    this.query = ''
    this.chosen = []
    this.seen = new Set()
    this.reason = undefined
    this.language = 'zh'
    this.code = ''
    this.given = undefined
    this.#anew()
  }

  /** What is asked from here on is a new intention. */
  #anew(): void {
    this.problem = undefined
    this.#key = drawKey()
  }

  async #ask(asked: () => Promise<Answer<Given>>): Promise<void> {
    if (this.asking) return
    this.asking = true
    this.problem = undefined
    const answer = await asked()
    this.asking = false
    if (answer.ok) this.given = answer.body
    else this.problem = answer.problem
  }
}
