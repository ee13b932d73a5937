/** One bot: what it is to be told waits its turn, goes out together when there is much of it, and is tried again when it fails. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Card } from '#contracts/cards.ts'
import { SECOND } from '#contracts/durations.ts'
import type { CardId } from '#contracts/ids.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { drawnFrom, fullBucket } from './bucket.ts'
import { messageOf, type Verdict, verdictOf } from './messages.ts'
import type { Webhook } from './webhooks.ts'

export interface BotNeeds {
  webhook: Webhook
  /** One sentence for one card, a list for several. */
  write(cards: readonly Card[], language: Webhook['language']): string
  clock: Clock
  log: Log
  /** Usually 20: what WeCom and DingTalk allow, the latter under pain of ten minutes of silence. */
  perMinute?: number
  /** Before the first repeat; it doubles each time. */
  pauseMs?: number
  patienceMs?: number
}

export interface Bot {
  tell(card: Card): void
  /** What has not gone out by then is lost. */
  close(): Promise<void>
}

/** Of cards that wait to be told: the oldest are left out of the digest first. */
const MOST_WAITING = 100
const MOST_TRIES = 8
const LONGEST_PAUSE = 60 * SECOND

export const openBot = (needs: BotNeeds): Bot => {
  const { webhook, write, clock, log, perMinute = 20, pauseMs = SECOND, patienceMs = 5 * SECOND } = needs
  const waiting = new Map<CardId, Card>()
  const stop = new AbortController()
  let bucket = fullBucket(perMinute, clock.now())
  let work: Promise<void> | undefined

  const post = async (cards: readonly Card[]): Promise<Verdict> => {
    const { url, body } = messageOf(webhook, write(cards, webhook.language), clock.now())
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(patienceMs)])
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        redirect: 'error',
        signal,
      })
      return verdictOf(answer.status, (await answer.text()).slice(0, MOST_ANSWER))
    } catch {
      return 'later'
    }
  }

  const token = async (): Promise<void> => {
    for (;;) {
      const drawn = drawnFrom(bucket, perMinute, clock.now())
      if ('bucket' in drawn) {
        bucket = drawn.bucket
        return
      }
      await sleep(drawn.waitMs, undefined, { signal: stop.signal })
    }
  }

  /** All that waits goes in one message; what comes meanwhile joins the next try. */
  const empty = async (): Promise<void> => {
    for (let tries = 1; waiting.size > 0; ) {
      await token()
      const cards = [...waiting.values()]
      const verdict = await post(cards)
      if (verdict === 'later' && tries < MOST_TRIES) {
        await sleep(Math.min(pauseMs * 2 ** (tries - 1), LONGEST_PAUSE), undefined, { signal: stop.signal })
        tries += 1
        continue
      }
      if (verdict !== 'taken') log.error({ kind: webhook.kind, tries, cards: cards.length }, 'a webhook took nothing')
      for (const card of cards) if (waiting.get(card.cardId) === card) waiting.delete(card.cardId)
      tries = 1
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
    tell: (card) => {
      waiting.delete(card.cardId)
      waiting.set(card.cardId, card)
      const [oldest] = waiting.keys()
      if (waiting.size > MOST_WAITING && oldest) waiting.delete(oldest)
      begin()
    },
    close: async () => {
      stop.abort()
      await work
    },
  }
}

const MOST_ANSWER = 10_000
