/** What is wrong with a bot: written to the log, and told to the hall, when it begins, when it changes and when it is over. */
import type { Log } from '../log.ts'
import type { Verdict } from './verdicts.ts'

export interface Trouble {
  hear(verdict: Verdict, cards: number): void
  /** Why the last message was not taken; nothing when it was. */
  reason(): string | undefined
}

export interface TroubleNeeds {
  kind: string
  /** Somebody has to mend its address or its secret; or has. */
  report(isRefused: boolean): void
  log: Log
}

export const createTrouble = ({ kind, report, log }: TroubleNeeds): Trouble => {
  let before: Verdict = { kind: 'taken' }
  /** Of a bot that refused before a restart nothing is known until it answers. */
  let reported: boolean | undefined
  return {
    hear: (verdict, cards) => {
      const facts = { kind, cards, ...(verdict.kind !== 'taken' && { reason: verdict.reason }) }
      const isNew = verdict.kind !== before.kind
      if (isNew && verdict.kind === 'taken') log.info(facts, 'a webhook takes cards again')
      if (isNew && verdict.kind === 'later') log.warn(facts, 'a webhook takes nothing; its cards wait')
      if (isNew && verdict.kind === 'refused') log.error(facts, 'a webhook refuses; its cards wait until it is mended')
      before = verdict
      const isRefused = verdict.kind === 'refused'
      if (verdict.kind === 'later' || reported === isRefused) return
      reported = isRefused
      report(isRefused)
    },
    reason: () => (before.kind === 'taken' ? undefined : before.reason),
  }
}
