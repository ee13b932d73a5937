/** A clerk's deeds on their way to the hall: one at a time, and what the hall said no to. */
import type { Ticket } from '#contracts/tickets.ts'
import type { Break } from '#contracts/windows.ts'
import { type Answer, ask, type Problem, post } from '../live/asks.ts'
import type { Deed } from './deeds.ts'

/** Deeds that say no more than who it is about. */
export type PlainDeed = Exclude<Deed, 'transfer' | 'direct' | 'park' | 'finishAndCall'>

const paths: Readonly<Record<PlainDeed, string>> = {
  open: 'open',
  callNext: 'call-next',
  start: 'start',
  recall: 'recall',
  noShow: 'no-show',
  finish: 'finish',
  handOn: 'hand-on',
  pause: 'pause',
  resume: 'resume',
  close: 'close',
  rate: 'ask-rating',
  undo: 'undo',
}

const ticketPaths = { park: 'park', return: 'recall', requeue: 'requeue', transfer: 'transfer' } as const

type MissedTicket = Extract<Ticket, { state: 'missed' }>
const KEPT = 10

export class DeskWork {
  /** What is underway, by a word of the sender. */
  busy = $state<string>()
  /** What the hall said no to, and to which deed. */
  refused = $state.raw<{ readonly name: string; readonly problem: Problem }>()
  /** Who missed the call here while this page was open, the last one first: the hall's records have lost them. */
  missed = $state.raw<readonly MissedTicket[]>([])

  /** Papers that no robot carries, to this window. */
  carry = $state<string>()

  readonly #path: string
  readonly #done: () => Promise<unknown>

  /** `done` is called after each answer of the hall, for a screen whose live line is down. */
  constructor(windowId: string, done: () => Promise<unknown>) {
    this.#path = `/api/windows/${encodeURIComponent(windowId)}`
    this.#done = done
  }

  /** `ticketId` is whom the clerk sees at the window, so that the deed never meets somebody else. */
  async do(deed: PlainDeed | 'finishAndCall', ticketId?: string): Promise<void> {
    const meant = ticketId === undefined ? {} : { ticketId }
    if (deed === 'finishAndCall') return this.ask(deed, () => this.#finishAndCall(meant))
    await this.#withVisitor(deed, paths[deed], meant)
  }

  async #finishAndCall(meant: object): Promise<Answer<unknown>> {
    const finished = await post(`${this.#path}/finish`, meant)
    return finished.ok ? post(`${this.#path}/call-next`) : finished
  }

  /** To a window of the clerk's choice instead of the hall's. */
  handOnTo(toWindowId: string): Promise<void> {
    return this.#withVisitor('handOn', paths.handOn, { toWindowId })
  }

  async #withVisitor(deed: PlainDeed, path: string, meant: object): Promise<void> {
    const answer = await this.#once(deed, () => post<{ ticket?: Ticket }>(`${this.#path}/${path}`, meant))
    const ticket = answer?.ok ? answer.body.ticket : undefined
    if (deed === 'noShow' && ticket?.state === 'missed') this.missed = [ticket, ...this.missed].slice(0, KEPT)
    if (deed === 'handOn' && ticket?.state === 'parked' && !ticket.missionId) this.carry = ticket.onlyAt
  }

  direct(serviceId: string): Promise<void> {
    return this.ask('direct', () => post(`${this.#path}/direct`, { serviceIds: [serviceId] }))
  }

  call(ticketId: string): Promise<void> {
    return this.ask('call', () => post(`${this.#path}/call`, { ticketId }))
  }

  /** With a ticket wherever it is: gone for something, back again, or sent elsewhere. */
  withTicket(deed: keyof typeof ticketPaths, ticketId: string, where: object = {}): Promise<void> {
    return this.ask(deed, () => post(`/api/tickets/${ticketId}/${ticketPaths[deed]}`, where))
  }

  setServices(serviceIds: readonly string[]): Promise<void> {
    return this.ask('services', () => ask('PUT', `${this.#path}/services`, { serviceIds }))
  }

  setBreaks(breaks: readonly Break[]): Promise<void> {
    return this.ask('services', () => ask('PUT', `${this.#path}/breaks`, { breaks }))
  }

  async sendPapers(errand: { from: string; to: string; note?: string; priority: number }): Promise<boolean> {
    const answer = await this.#once('papers', () => post('/api/missions', { kind: 'delivery', ...errand }))
    return answer?.ok ?? false
  }

  cancelMission(missionId: string): Promise<void> {
    return this.ask('papers', () => post(`/api/missions/${missionId}/cancel`))
  }

  /** The papers are on the robot, or have been taken from it. */
  confirmHandover(missionId: string): Promise<void> {
    return this.ask('handover', () => post(`/api/missions/${missionId}/confirm`))
  }

  /** Has a robot carry delivered papers back to where they came from. */
  returnPapers(missionId: string): Promise<void> {
    return this.ask('papers', () => post(`/api/missions/${missionId}/return`))
  }

  /** Does nothing while another deed is underway. */
  async ask(name: string, send: () => Promise<Answer<unknown>>): Promise<void> {
    await this.#once(name, send)
  }

  async #once<T>(name: string, send: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
    if (this.busy !== undefined) return undefined
    this.busy = name
    this.refused = undefined
    this.carry = undefined
    const answer = await send()
    if (answer.ok || answer.problem.status > 0) await this.#done()
    this.busy = undefined
    if (!answer.ok) this.refused = { name, problem: answer.problem }
    return answer
  }
}
