/** The one doorway between the edge, which runs the hall, and whoever asks or watches. */
import type { CommandEnvelope } from './commands.ts'
import type { Fact } from './facts.ts'
import type { HallRecord, LiveMessage } from './live.ts'
import type { Refusal } from './refusals.ts'

/** `records` are those the facts touched, as they were right after: also tickets that have left the hall. */
export type Receipt = { ok: true; facts: Fact[]; records: HallRecord[] } | { ok: false; refusal: Refusal }

export type Unfollow = () => void

export interface Hall {
  /** Resolves once the facts are in the journal. Rejects only when the journal fails. */
  send(envelope: CommandEnvelope): Promise<Receipt>
  /** Every fact after `seq`, old ones first, then each new one, in order. For those who remember. */
  follow(seq: number, listener: (fact: Fact) => void): Unfollow
  /** The whole state as records, then changes of records and passing readings. For those who look. */
  watch(listener: (message: LiveMessage) => void): Unfollow
}
