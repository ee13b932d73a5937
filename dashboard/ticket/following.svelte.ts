/** One ticket as its phone follows it: asked for every few seconds, kept as last told while nobody answers. */
import type { Names } from '#contracts/languages.ts'
import type { Site, SiteService, SiteWindow } from '#contracts/site.ts'
import type { Estimate, Ticket } from '#contracts/tickets.ts'
import { type Answer, holding, postAsHolder } from '../live/asks.ts'
import { askAgainAfter, STALE_MS } from './asking.ts'

export interface TicketTold {
  readonly ticket: Ticket
  readonly estimate?: Estimate
  /** Told instead of the services to who does not hold the ticket: what they are called before others. */
  readonly publicNames?: readonly Names[]
  /** The hall's time, epoch ms. */
  readonly at: number
}
export interface Visit extends Pick<Site, 'timeZone' | 'floors'> {
  readonly names: Names
  readonly requeueGraceMinutes: number
  readonly services: readonly Pick<SiteService, 'serviceId' | 'names' | 'documents'>[]
  readonly windows: readonly Pick<SiteWindow, 'windowId' | 'label' | 'place' | 'serviceIds'>[]
}

const PATIENCE_MS = 8000
const SECOND = 1000
const isOver = (ticket: Ticket | undefined): boolean =>
  ticket !== undefined && ['served', 'cancelled', 'expired'].includes(ticket.state)

export class Following {
  told = $state.raw<TicketTold>()
  visit = $state.raw<Visit>()
  /** The hall knows of no such ticket. */
  unknown = $state(false)
  stale = $state(false)
  online = $state(true)
  /** The hall's time, moving once a second; of its last word while it is silent for long. */
  time = $state<number>()

  readonly #ticketId: string
  readonly #secret: string | undefined
  #heardAt = 0
  #failures = $state(0)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ticketId: string, secret: string | undefined) {
    this.#ticketId = ticketId
    this.#secret = secret
  }

  /** Without the secret of the ticket the page only reads. */
  get mayChange(): boolean {
    return this.#secret !== undefined
  }

  get failing(): boolean {
    return this.#failures > 1
  }

  /** Starts it; gives back how to stop. */
  follow(): () => void {
    const wake = () => {
      this.online = navigator.onLine
      if (document.visibilityState === 'visible') void this.look()
    }
    const second = setInterval(() => this.#tick(), SECOND)
    const places = [
      [document, 'visibilitychange'],
      [globalThis, 'online'],
      [globalThis, 'offline'],
    ] as const
    for (const [place, name] of places) place.addEventListener(name, wake)
    wake()
    return () => {
      clearInterval(second)
      clearTimeout(this.#timer)
      for (const [place, name] of places) place.removeEventListener(name, wake)
    }
  }

  async look(): Promise<void> {
    clearTimeout(this.#timer)
    const [told, visit] = await Promise.all([
      get<TicketTold>(`/api/tickets/${encodeURIComponent(this.#ticketId)}`, this.#secret),
      this.visit ?? get<Visit>('/api/visit'),
    ])
    if (visit && visit !== 'none') this.visit = visit
    if (told === 'none') this.unknown = true
    else if (told) this.#take(told)
    this.#failures = told ? 0 : this.#failures + 1
    const hidden = document.visibilityState === 'hidden'
    clearTimeout(this.#timer)
    const over = isOver(this.told?.ticket)
    this.#timer = setTimeout(() => void this.look(), askAgainAfter({ failures: this.#failures, hidden, over }))
  }

  async send(deed: 'cancel' | 'requeue'): Promise<Answer<{ ticket: Ticket }>> {
    const path = `/api/tickets/${encodeURIComponent(this.#ticketId)}/${deed}`
    const answer = await postAsHolder<{ ticket: Ticket }>(this.#secret ?? '', path)
    await this.look()
    return answer
  }

  #take(told: TicketTold): void {
    this.told = told
    this.unknown = false
    this.stale = false
    this.#heardAt = performance.now()
    this.time = told.at
  }

  #tick(): void {
    const silence = performance.now() - this.#heardAt
    this.stale = this.told !== undefined && !isOver(this.told.ticket) && silence > STALE_MS
    if (this.told) this.time = this.told.at + silence
  }
}

/** `none` where the hall says that there is none; nothing where no answer came. */
const get = async <T>(path: string, secret?: string): Promise<T | 'none' | undefined> => {
  try {
    const headers = secret === undefined ? {} : holding(secret)
    const response = await fetch(path, { headers, signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' })
    if (response.status === 404 || response.status === 400) return 'none'
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}
