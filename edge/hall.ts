/** The hall at work: one command at a time is decided, written down, remembered and told. */
import type { CommandEnvelope } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { Site } from '#contracts/site.ts'
import { advance } from './core/advance.ts'
import { emptyHall } from './core/state.ts'
import { type Broken, type Decided, decideInTurn, receiptOf } from './deciding.ts'
import { createForgetting } from './forgetting.ts'
import type { Clock, EdgeHall, Journal, Log } from './ports.ts'
import { createReceipts } from './receipts.ts'
import { byCause, followFrom } from './replaying.ts'
import { createTurns } from './turns.ts'
import { createWatching, type Moment } from './watching.ts'

/** Commands that waited while the last group was written share one sync of the disk: at most this many. */
const GROUP = 256

interface Waiting {
  envelope: CommandEnvelope
  resolve: (receipt: Receipt) => void
  reject: (fault: unknown) => void
}

export interface Needs {
  site: Site
  clock: Clock
  journal: Journal
  log: Log
  group?: number
}

/** Beside what everybody sees: the state itself, for those inside the box who look ahead. */
export interface OpenHall extends EdgeHall {
  moment(): Moment
}

export const openHall = async ({ site, clock, journal, log, group = GROUP }: Needs): Promise<OpenHall> => {
  const receipts = createReceipts()
  const forgetting = createForgetting(journal, log)
  const followers = new Set<(fact: Fact) => void>()
  let moment: Moment = { hall: emptyHall(site), seq: 0, at: 0 }

  const reach = (hall: Moment['hall'], facts: readonly Fact[]): void => {
    const last = facts.at(-1)
    moment = { hall, seq: last?.seq ?? moment.seq, at: last?.at ?? moment.at }
    for (const fact of facts) forgetting.noted(fact)
  }

  for await (const facts of byCause(journal.read(1))) {
    const step = advance(moment.hall, facts)
    if (facts[0]) receipts.keep(facts[0].cause, Promise.resolve(receiptOf(step, facts)))
    reach(step.hall, facts)
  }

  /** A clock put back never makes a fact older than the one before it. */
  const now = () => Math.max(clock.now(), moment.at)
  const presently = (): Moment => ({ ...moment, at: now() })
  const watching = createWatching({ now: presently, log })

  const answer = (decided: Decided | Broken | undefined, { envelope, resolve, reject }: Waiting): void => {
    if (!decided || 'bug' in decided) {
      log.error({ error: decided?.bug, command: envelope.command }, 'a command broke the core')
      reject(decided?.bug)
      return
    }
    const { step, facts, receipt } = decided
    reach(step.hall, facts)
    for (const { event, ...fact } of facts) log.info({ ...fact, ...event }, 'fact')
    for (const fact of facts) for (const tell of followers) tell(fact)
    watching.changed(step, facts)
    if (envelope.command.type === 'tick') watching.refresh()
    resolve(receipt)
  }

  const handle = async (group: Waiting[]): Promise<void> => {
    const decided = decideInTurn(group, moment, now)
    try {
      const fresh = decided.flatMap((one) => ('facts' in one ? one.facts : []))
      if (fresh.length > 0) await journal.append(fresh)
    } catch (fault) {
      for (const { reject } of group) reject(fault)
      return
    }
    group.forEach((asked, i) => {
      answer(decided[i], asked)
    })
  }

  const turns = createTurns(group, handle)

  return {
    send: (envelope) => {
      const known = receipts.find(envelope.id)
      if (known) return known
      const receipt = new Promise<Receipt>((resolve, reject) => turns.take({ envelope, resolve, reject }))
      receipts.keep(envelope.id, receipt)
      return receipt
    },
    follow: (from, listener) => followFrom({ from, listener, journal, followers, last: () => moment.seq, log }),
    watch: watching.watch,
    pass: watching.pass,
    moment: presently,
    close: turns.idle,
  }
}
