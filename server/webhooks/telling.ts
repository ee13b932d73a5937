/** Tells the outside of cards that nobody inside accepts: numbers and zones, never a person. */
import type { Card } from '#contracts/cards.ts'
import type { LiveMessage } from '#contracts/live.ts'
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
  pace?: Pick<BotNeeds, 'perMinute' | 'pauseMs' | 'patienceMs'>
}

const OUTSIDE = 3

const isForOutside = ({ level, state, heldBy }: Card): boolean => level === OUTSIDE && state === 'open' && !heldBy

/** Each card once for each time it rises so far; after a restart of the server once more, rather than never. */
export const openTelling = ({ mirror, webhooks, clock, log, pace = {} }: TellingNeeds): { close(): Promise<void> } => {
  const told = new Map<string, number | undefined>()
  const site = () => mirror.all('site')[0]?.site
  const write: BotNeeds['write'] = (cards, language) => outsideText(cards, site(), language, clock.now())
  const bots: Bot[] = webhooks.map((webhook) => openBot({ webhook, write, clock, log, ...pace }))

  const look = (): void => {
    const cards = mirror.all('card').map(({ card }) => card)
    for (const card of cards.filter(isForOutside)) {
      if (told.get(card.cardId) === card.escalatedAt) continue
      told.set(card.cardId, card.escalatedAt)
      for (const bot of bots) bot.tell(card)
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
    close: async () => {
      unwatch()
      await Promise.all(bots.map((bot) => bot.close()))
    },
  }
}
