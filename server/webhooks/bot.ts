/** One bot: what it is to be told waits its turn, goes out together when there is much of it, and is tried again until it is taken. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Card } from '#contracts/cards.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { CardId } from '#contracts/ids.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createTokens } from './bucket.ts'
import { fits, messageOf } from './messages.ts'
import { post } from './posting.ts'
import { createTrouble } from './trouble.ts'
import type { Verdict } from './verdicts.ts'
import type { Webhook } from './webhooks.ts'

export interface BotNeeds {
  webhook: Webhook
  /** The card as it is now; nothing when the outside need not be told any more, for somebody has gone. */
  cardNow(cardId: CardId): Card | undefined
  /** One sentence for one card, a list for several; of `all` that wait the others follow in the next message. */
  write(cards: readonly Card[], all: number, language: Webhook['language']): string
  /** It has taken these. */
  noted(cardIds: readonly CardId[]): Promise<void>
  /** It refuses, and somebody has to mend its address or its secret; or it takes messages. */
  report(isRefused: boolean): void
  clock: Clock
  log: Log
  /** Usually 20: what WeCom and DingTalk allow, the latter under pain of ten minutes of silence. */
  perMinute?: number
  /** Before the first repeat; it doubles each time. */
  pauseMs?: number
  patienceMs?: number
  /** Before a bot that refused is tried again: somebody has to mend its address or its secret. */
  refusedMs?: number
}

export interface Bot {
  tell(cardId: CardId): void
  /** Cards that it has yet to be told of. */
  waiting(): number
  /** Why it was not told the last time; nothing when it was. */
  trouble(): string | undefined
  /** What has not gone out by then is lost. */
  close(): Promise<void>
}

const LONGEST_PAUSE = 60 * SECOND

/** As many as one message holds, those told first before the others. */
const batchOf = (
  cards: readonly Card[],
  textOf: (batch: readonly Card[]) => string,
): { batch: readonly Card[]; text: string } => {
  let batch = cards.slice(0, 1)
  let text = textOf(batch)
  for (let many = 2; many <= cards.length; many += 1) {
    const more = textOf(cards.slice(0, many))
    if (!fits(more)) break
    batch = cards.slice(0, many)
    text = more
  }
  return { batch, text }
}

export const openBot = (needs: BotNeeds): Bot => {
  const { webhook, cardNow, write, noted, report, clock, log, perMinute = 20 } = needs
  const { pauseMs = SECOND, patienceMs = 5 * SECOND, refusedMs = 10 * MINUTE } = needs
  const waiting = new Set<CardId>()
  const stop = new AbortController()
  const trouble = createTrouble({ kind: webhook.kind, report, log })
  const pause = (ms: number) => sleep(ms, undefined, { signal: stop.signal })
  const token = createTokens({ perMinute, clock, pause })
  let work: Promise<void> | undefined

  const owed = (): Card[] =>
    [...waiting].flatMap((cardId) => {
      const card = cardNow(cardId)
      if (!card) waiting.delete(cardId)
      return card ?? []
    })

  /** They wait until it is written down: who looks for what is yet to be told does not find them again. */
  const taken = async (cardIds: readonly CardId[]): Promise<void> => {
    await noted(cardIds)
    for (const cardId of cardIds) waiting.delete(cardId)
  }

  /** Cards that come while one message is on its way join the next. */
  const tellFirst = async (cards: readonly Card[]): Promise<Verdict> => {
    const { batch, text } = batchOf(cards, (some) => write(some, cards.length, webhook.language))
    const verdict = await post(messageOf(webhook, text, clock.now()), patienceMs, stop.signal)
    if (verdict.kind === 'taken') await taken(batch.map(({ cardId }) => cardId))
    stop.signal.throwIfAborted()
    trouble.hear(verdict, waiting.size)
    return verdict
  }

  const empty = async (): Promise<void> => {
    for (let failed = 0; owed().length > 0; ) {
      await token()
      const cards = owed()
      if (cards.length === 0) return
      const verdict = await tellFirst(cards)
      failed = verdict.kind === 'taken' ? 0 : failed + 1
      if (verdict.kind === 'refused') await pause(refusedMs)
      if (verdict.kind === 'later')
        await pause(Math.max(verdict.afterMs ?? 0, Math.min(pauseMs * 2 ** (failed - 1), LONGEST_PAUSE)))
    }
  }

  const begin = (): void => {
    work ??= empty()
      .catch((error: unknown) => {
        if (!stop.signal.aborted) log.error({ kind: webhook.kind, error }, 'a webhook broke')
      })
      .finally(() => {
        work = undefined
      })
  }

  return {
    tell: (cardId) => {
      waiting.add(cardId)
      begin()
    },
    waiting: () => owed().length,
    trouble: trouble.reason,
    close: async () => {
      stop.abort()
      await work
    },
  }
}
