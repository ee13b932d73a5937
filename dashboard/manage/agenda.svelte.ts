/** The appointments of one day, as the server has them, and calling one off. */
import type { Appointment } from '#contracts/appointments.ts'
import { type Answer, drawKey, type Problem } from '../live/asks.ts'

export interface AgendaParts {
  readonly read: (day: string) => Promise<Answer<{ appointments: Appointment[] }>>
  /** Sends one intention under its key. */
  readonly cancel: (key: string, code: string) => Promise<Answer<{ appointment: Appointment }>>
}

export class Agenda {
  /** Absent until they have been read once. */
  appointments = $state.raw<readonly Appointment[]>()
  /** Why they could not be read. */
  unread = $state.raw<Problem>()
  /** The code that is being called off. */
  busy = $state<string>()
  refused = $state.raw<{ readonly code: string; readonly problem: Problem }>()

  readonly #parts: AgendaParts
  readonly #keys = new Map<string, string>()
  #day = ''
  #asked = 0

  constructor(parts: AgendaParts) {
    this.#parts = parts
  }

  /** `day` as `2026-11-23`; the last one asked for wins. What was shown of the same day stays until it is there. */
  async read(day: string): Promise<void> {
    if (day !== this.#day) this.appointments = undefined
    this.#day = day
    this.#asked += 1
    const mine = this.#asked
    const answer = await this.#parts.read(day)
    if (mine !== this.#asked) return
    this.unread = answer.ok ? undefined : answer.problem
    if (answer.ok) this.appointments = answer.body.appointments
  }

  /** Does nothing while another is underway. */
  async cancel(code: string): Promise<void> {
    if (this.busy !== undefined) return
    this.busy = code
    this.refused = undefined
    const key = this.#keys.get(code) ?? drawKey()
    this.#keys.set(code, key)
    const answer = await this.#parts.cancel(key, code)
    if (answer.ok || answer.problem.status > 0) this.#keys.delete(code)
    if (!answer.ok) this.refused = { code, problem: answer.problem }
    await this.read(this.#day)
    this.busy = undefined
  }
}
