/** One look back: the report of a period, and of the period before, as they are told. */
import { Told } from '../told.svelte.ts'
import { before, type PeriodOfDays } from './periods.ts'
import { reportPath } from './reports.ts'
import { type ReportOf, type Topic, viewOf } from './topics.ts'
import type { Saying, View } from './views/view.ts'

export class Sight<T extends Topic> {
  readonly #topic: T
  readonly #now = new Told<ReportOf<T>>()
  readonly #then = new Told<ReportOf<T>>()

  constructor(topic: T) {
    this.#topic = topic
  }

  /** Why the period itself could not be read; the one before only lacks. */
  get problem() {
    return this.#now.problem
  }

  async look(period: PeriodOfDays): Promise<void> {
    await Promise.all([
      this.#now.look(reportPath(this.#topic, period)),
      this.#then.look(reportPath(this.#topic, before(period))),
    ])
  }

  /** Absent until it was told. */
  view(saying: Saying): View | undefined {
    return this.#now.body && viewOf(this.#topic, this.#now.body, this.#then.body, saying)
  }
}
