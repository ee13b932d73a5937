/** What is advised now, each in one sentence, as the server says it: read again whenever the hall has worked it out anew. */
import type { Advice } from '#contracts/advice.ts'
import type { Figures } from '#contracts/live.ts'
import type { Instant } from '#contracts/time.ts'
import { ask } from '../live/asks.ts'

export interface AdviceSaid extends Advice {
  readonly sentence: { readonly zh: string; readonly en: string }
}

export interface AdvisedSaid {
  /** When it was worked out. */
  readonly at: Instant
  /** Best first. */
  readonly advice: readonly AdviceSaid[]
  readonly horizonMinutes: number
  readonly seconds: number
}

/** The hall advises twice a minute; what it said so long ago is about another hall. */
const OUTDATED_MS = 10 * 60_000

export const isOutdated = (at: Instant, now: Instant): boolean => now - at > OUTDATED_MS

/** What it means that nothing is advised: all is well, nothing would help, or there is nobody to serve those who wait. */
export const whyNothing = (figures: Figures | undefined): 'nothingAdvised' | 'nothingHelps' | 'nobodyServes' => {
  if (!figures || figures.waiting === 0) return 'nothingAdvised'
  if (figures.openWindows === 0) return 'nobodyServes'
  return figures.overdue > 0 ? 'nothingHelps' : 'nothingAdvised'
}

export class Advising {
  /** Absent until the hall has worked something out. */
  said = $state.raw<AdvisedSaid>()

  #asked = 0

  /** To be called whenever the reading `advised` has changed; the last one asked for wins. */
  async look(): Promise<void> {
    this.#asked += 1
    const mine = this.#asked
    const answer = await ask<AdvisedSaid>('GET', '/api/advice')
    if (mine === this.#asked && answer.ok) this.said = answer.body
  }
}
