/** What was answered to whom: a repeated command gets its first receipt, also while that is still being written. */
import type { Receipt } from '#contracts/hall.ts'
import type { CommandId } from '#contracts/ids.ts'

/** A kiosk, a tablet or a clerk repeats within minutes; a busy hall sends some thousand commands in that time. */
const KEPT = 20_000

export interface Receipts {
  find(id: CommandId): Promise<Receipt> | undefined
  /** Kept once settled, unless nothing came of it; dropped when it rejects, so that a repeat tries again. */
  keep(id: CommandId, receipt: Promise<Receipt>): void
}

export const createReceipts = (): Receipts => {
  const kept = new Map<CommandId, Promise<Receipt>>()
  const trim = () => {
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  }
  const settle = (id: CommandId) => (receipt: Receipt) => {
    if (receipt.ok && receipt.facts.length === 0) kept.delete(id)
    else trim()
  }
  return {
    find: (id) => kept.get(id),
    keep: (id, receipt) => {
      kept.set(id, receipt)
      receipt.then(settle(id), () => kept.delete(id))
    },
  }
}
