/** Tells the outside of cards that nobody inside accepts: numbers and zones, never a person. */
import { createHash, randomUUID } from 'node:crypto'
import { type Card, OUTSIDE } from '#contracts/cards.ts'
import type { MachineCommand } from '#contracts/commands.ts'
import type { Hall } from '#contracts/hall.ts'
import { CommandId } from '#contracts/ids.ts'
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

interface Hook extends Bot {
  id: string
  partId: string
}

/** Where it stands in the file is how people know it. */
const openHook = (webhook: Webhook, at: number, needs: TellingNeeds): Hook => {
  const { hall, mirror, clock, log, pace } = needs
  const id = idOf(webhook)
  const partId = `webhook:${at + 1}:${webhook.kind}`
  const say = async (command: MachineCommand): Promise<void> => {
    await hall
      .send({ id: CommandId.parse(randomUUID()), by: 'server', command })
      .catch((error: unknown) => log.error({ error, webhook: id }, 'what a webhook answered was not written down'))
  }
  const bot = openBot({
    webhook,
    cardNow: (cardId) => {
      const card = mirror.record('card', cardId)?.card
      return card && isForOutside(card) ? card : undefined
    },
    write: (cards, all, language) => outsideText({ cards, all }, mirror.all('site')[0]?.site, language, clock.now()),
    noted: (cardIds) => say({ type: 'noteToldOutside', cardIds: [...cardIds], webhook: id }),
    report: (isRefused) => {
      const problem = isRefused && { problem: 'refuses' as const }
      void say({ type: 'reportDevice', deviceId: partId, since: clock.now(), ...problem })
    },
    clock,
    log,
    ...pace,
  })
  return { id, partId, ...bot }
}

/** Each card once for each time it rises so far: the hall remembers who has taken it. */
export const openTelling = (needs: TellingNeeds): Telling => {
  const { mirror, webhooks } = needs
  const hooks = webhooks.map((webhook, at) => openHook(webhook, at, needs))

  const look = (): void => {
    const cards = mirror.all('card').flatMap(({ card }) => (isForOutside(card) ? card : []))
    for (const { id, tell } of hooks)
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
    parts: () => hooks.map(partOf),
    waiting: () => hooks.map(({ partId, waiting }) => ({ partId, cards: waiting() })),
    close: async () => {
      unwatch()
      await Promise.all(hooks.map((bot) => bot.close()))
    },
  }
}

const partOf = ({ partId, ...bot }: Hook): PartHealth => {
  const trouble = bot.trouble()
  if (trouble === undefined) return { partId, state: 'fine' }
  return { partId, state: 'attention', detail: `${bot.waiting()} cards wait to be told outside: ${trouble}` }
}
