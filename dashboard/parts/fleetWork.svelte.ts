/** What people ask of robots, on its way to the hall: one thing at a time, and what the hall said no to. */
import type { MissionKind } from '#contracts/missions.ts'
import type { Answer, Problem } from '../live/asks.ts'

export interface Errand {
  readonly kind: MissionKind
  readonly from: string
  readonly to: string
  readonly priority: number
  readonly note?: string
  /** Wanted there by then, epoch ms. */
  readonly deadline?: number
}

/** Sends one command, such as `post('/api/robots/R1/pause')`. */
export type Post = (path: string, body?: object) => Promise<Answer<unknown>>

/** The name under which a new errand is asked for; others go by the id of their robot or mission. */
export const SENDING = 'send'

export class FleetWork {
  /** Whose command is underway. */
  busy = $state<string>()
  /** What the hall said no to last, and whose it was. */
  refused = $state.raw<{ readonly name: string; readonly problem: Problem }>()

  readonly #post: Post

  constructor(post: Post) {
    this.#post = post
  }

  setPause(robotId: string, pause: boolean): Promise<boolean> {
    return this.#once(robotId, `/api/robots/${encodeURIComponent(robotId)}/${pause ? 'pause' : 'resume'}`)
  }

  /** The things are on the robot, or have been taken from it. */
  confirm(missionId: string): Promise<boolean> {
    return this.#once(missionId, `/api/missions/${missionId}/confirm`)
  }

  cancel(missionId: string): Promise<boolean> {
    return this.#once(missionId, `/api/missions/${missionId}/cancel`)
  }

  send(errand: Errand): Promise<boolean> {
    return this.#once(SENDING, '/api/missions', errand)
  }

  /** Says whether the hall has done it; does nothing while another is underway. */
  async #once(name: string, path: string, body?: object): Promise<boolean> {
    if (this.busy !== undefined) return false
    this.busy = name
    this.refused = undefined
    const answer = await this.#post(path, body)
    this.busy = undefined
    if (!answer.ok) this.refused = { name, problem: answer.problem }
    return answer.ok
  }
}
