/** Tells the outside of cards that nobody inside accepts: numbers and zones, never a person. */
import { createHash, randomUUID } from 'node:crypto'
import { type Card, OUTSIDE } from '#contracts/cards.ts'
import type { Hall } from '#contracts/hall.ts'
import { type CardId, CommandId } from '#contracts/ids.ts'
import type { LiveMessage } from '#contracts/live.ts'
import type { PartHealth } from '../answers.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Mirror } from '../mirror.ts'
import { outsideText } from '../words/outside.ts'
import { type Bot, type BotNeeds, openBot } from './bot.ts'
import type { Webhook } from './webhooks.ts'

export interface TellingNeeds {
  hall: Pick<Hall, 'send'>
  mirror: Mirror
  webhooks: readonly Webhook[]
  clock: Clock
  log: Log
  /** How often and how patiently, where that is not as usual. */
  pace?: Pick<BotNeeds, 'perMinute' | 'pauseMs' | 'patienceMs' | 'refusedMs'>
}

export interface Telling {
  /** How each webhook is, in the order of their file. */
  parts(): PartHealth[]
  /** How many cards each has yet to be told of, by the same ids. */
  waiting(): { partId: string; cards: number }[]
  close(): Promise<void>
}

const isForOutside = ({ level, state, heldBy }: Card): boolean => level === OUTSIDE && state === 'open' && !heldBy

/** Known again after a restart, wherever it stands in the file; its address is a secret. */
const idOf = ({ kind, url }: Webhook): string => `${kind}-${createHash('sha256').update(url).digest('hex').slice(0, 8)}`

/** Each card once for each time it rises so far: the hall remembers who has taken it. */
export const openTelling = ({ hall, mirror, webhooks, clock, log, pace = {} }: TellingNeeds): Telling => {
  const site = () => mirror.all('site')[0]?.site
  const write: BotNeeds['write'] = (cards, all, language) => outsideText({ cards, all }, site(), language, clock.now())
  const cardNow = (cardId: CardId): Card | undefined => {
    const card = mirror.record('card', cardId)?.card
    return card && isForOutside(card) ? card : undefined
  }
  const bots = webhooks.map((webhook, at) => {
    const id = idOf(webhook)
    const noted = async (cardIds: readonly CardId[]): Promise<void> => {
      const command = { type: 'noteToldOutside' as const, cardIds: [...cardIds], webhook: id }
      await hall
        .send({ id: CommandId.parse(randomUUID()), by: 'server', command })
        .catch((error: unknown) => log.error({ error, webhook: id }, 'that a webhook was told was not written down'))
    }
    const partId = `webhook:${at + 1}:${webhook.kind}`
    return { id, partId, ...openBot({ webhook, cardNow, write, noted, clock, log, ...pace }) }
  })

  const look = (): void => {
    const cards = mirror.all('card').flatMap(({ card }) => (isForOutside(card) ? card : []))
    for (const { id, tell } of bots)
      for (const { cardId, toldOutside } of cards) if (!toldOutside?.includes(id)) tell(cardId)
  }

  const mayTell = (message: LiveMessage): boolean =>
    message.type === 'snapshot' ||
    (message.type === 'change' && [...message.put, ...message.remove].some(({ kind }) => kind === 'card'))

  const unwatch = mirror.watch((message) => {
    if (mayTell(message)) look()
  })
  look()
  return {
    parts: () => bots.map(partOf),
    waiting: () => bots.map(({ partId, waiting }) => ({ partId, cards: waiting() })),
    close: async () => {
      unwatch()
      await Promise.all(bots.map((bot) => bot.close()))
    },
  }
}

const partOf = ({ partId, ...bot }: Bot & { partId: string }): PartHealth => {
  const trouble = bot.trouble()
  if (trouble === undefined) return { partId, state: 'fine' }
  return { partId, state: 'attention', detail: `${bot.waiting()} cards wait to be told outside: ${trouble}` }
}
