/** Tells the outside of cards that nobody inside accepts: numbers and zones, never a person. */
import type { Card } from '#contracts/cards.ts'
import type { CardId } from '#contracts/ids.ts'
import type { LiveMessage } from '#contracts/live.ts'
import type { PartHealth } from '../answers.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Mirror } from '../mirror.ts'
import { outsideText } from '../words/outside.ts'
import { type Bot, type BotNeeds, openBot } from './bot.ts'
import type { Webhook } from './webhooks.ts'

export interface TellingNeeds {
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
  close(): Promise<void>
}

const OUTSIDE = 3

const isForOutside = ({ level, state, heldBy }: Card): boolean => level === OUTSIDE && state === 'open' && !heldBy

/** Each card once for each time it rises so far; after a restart of the server once more, rather than never. */
export const openTelling = ({ mirror, webhooks, clock, log, pace = {} }: TellingNeeds): Telling => {
  const told = new Map<string, number | undefined>()
  const site = () => mirror.all('site')[0]?.site
  const write: BotNeeds['write'] = (cards, all, language) => outsideText({ cards, all }, site(), language, clock.now())
  const cardNow = (cardId: CardId): Card | undefined =>
    mirror.all('card').find(({ card }) => card.cardId === cardId && isForOutside(card))?.card
  const bots: Bot[] = webhooks.map((webhook) => openBot({ webhook, cardNow, write, clock, log, ...pace }))

  const look = (): void => {
    const cards = mirror.all('card').map(({ card }) => card)
    for (const card of cards.filter(isForOutside)) {
      if (told.get(card.cardId) === card.escalatedAt) continue
      told.set(card.cardId, card.escalatedAt)
      for (const bot of bots) bot.tell(card.cardId)
    }
    const live = new Set<string>(cards.map(({ cardId }) => cardId))
    for (const cardId of told.keys()) if (!live.has(cardId)) told.delete(cardId)
  }

  const mayTell = (message: LiveMessage): boolean =>
    message.type === 'snapshot' ||
    (message.type === 'change' && [...message.put, ...message.remove].some(({ kind }) => kind === 'card'))

  const unwatch = mirror.watch((message) => {
    if (mayTell(message)) look()
  })
  look()
  return {
    parts: () => bots.map((bot, at) => partOf(bot, `webhook:${at + 1}:${webhooks[at]?.kind}`)),
    close: async () => {
      unwatch()
      await Promise.all(bots.map((bot) => bot.close()))
    },
  }
}

const partOf = (bot: Bot, partId: string): PartHealth => {
  const trouble = bot.trouble()
  if (trouble === undefined) return { partId, state: 'fine' }
  return { partId, state: 'attention', detail: `${bot.waiting()} cards wait to be told outside: ${trouble}` }
}
