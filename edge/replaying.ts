/** Old facts, told again: to the hall at its start, and to followers that come late. */
import type { Fact } from '#contracts/facts.ts'
import type { Unfollow } from '#contracts/hall.ts'
import type { Journal, Log } from './ports.ts'

/** The facts of one command lie side by side in the journal; this hands them out together. */
export async function* byCause(facts: AsyncIterable<Fact>): AsyncGenerator<Fact[]> {
  let group: Fact[] = []
  for await (const fact of facts) {
    if (group[0] && group[0].cause !== fact.cause) {
      yield group
      group = []
    }
    group.push(fact)
  }
  if (group.length > 0) yield group
}

interface Following {
  from: number
  listener: (fact: Fact) => void
  journal: Journal
  /** Those who hear each new fact as it is remembered. */
  followers: Set<(fact: Fact) => void>
  /** The last fact that followers have heard. */
  last: () => number
  log: Log
}

/** Reads up to the present, and joins the others in the same breath as it is reached: nothing is missed or heard twice. */
export const followFrom = ({ from, listener, journal, followers, last, log }: Following): Unfollow => {
  let told = from
  let stopped = false
  const join = (fact: Fact): void => {
    if (fact.seq <= told || stopped) return
    told = fact.seq
    try {
      listener(fact)
    } catch (error) {
      log.error({ error, seq: fact.seq }, 'a follower of the hall failed')
    }
  }
  const catchUp = async (): Promise<void> => {
    while (!stopped && told < last())
      for await (const fact of journal.read(told + 1)) if (fact.seq <= last()) join(fact)
    if (!stopped) followers.add(join)
  }
  catchUp().catch((error: unknown) => log.error({ error }, 'old facts could not be read'))
  return () => {
    stopped = true
    followers.delete(join)
  }
}
