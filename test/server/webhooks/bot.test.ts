import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '#contracts/cards.ts'
import { CardId } from '#contracts/ids.ts'
import { type Bot, openBot } from '#server/webhooks/bot.ts'
import { Webhook } from '#server/webhooks/webhooks.ts'
import { eventually } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { keptLog } from '#test/support/log.ts'
import { alertId } from '#test/support/names.ts'
import { type BotListener, listenAsBot } from './botListener.ts'

let listener: BotListener
let bot: Bot

beforeEach(async () => {
  listener = await listenAsBot()
  bot = openBot({
    webhook: Webhook.parse({ kind: 'slack', url: listener.url }),
    write: (cards) => cards.map(({ cardId }) => cardId).join(' '),
    clock: { now: () => NINE },
    log: keptLog(),
    perMinute: 12,
    pauseMs: 10,
  })
})
afterEach(async () => {
  await bot.close()
  await listener.close()
})

const card = (nth: number): Card => ({
  cardId: CardId.parse(`K${String(nth).padStart(4, '0')}`),
  cause: 'longWait',
  alertIds: [alertId('L0001')],
  count: 1,
  longestSince: NINE,
  state: 'open',
  openedAt: NINE,
  to: [],
  level: 3,
})
const texts = () => listener.heard.map(({ body }) => body)
const told = (count: number) => eventually(() => listener.heard.length === count)

describe('a bot', () => {
  it('is told several things in one message', async () => {
    for (const nth of [1, 2, 3]) bot.tell(card(nth))
    await told(1)
    expect(texts()).toEqual([{ text: 'K0001 K0002 K0003' }])
  })

  it('is told what has come meanwhile when it is tried again', async () => {
    listener.answerWith({ status: 500 })
    bot.tell(card(1))
    await told(1)
    bot.tell(card(2))
    await told(2)
    expect(texts()[1]).toEqual({ text: 'K0001 K0002' })
  })

  it('is not written to more often than it takes', async () => {
    for (const nth of [1, 2, 3]) {
      bot.tell(card(nth))
      await told(nth)
    }
    bot.tell(card(4))
    await bot.close()
    expect(listener.heard).toHaveLength(3)
  })

  it('is told of a hundred at most', async () => {
    for (let nth = 1; nth <= 150; nth += 1) bot.tell(card(nth))
    await told(1)
    expect(JSON.stringify(texts()[0])).toMatch(/^{"text":"K0051 .* K0150"}$/)
  })

  it('closes while it does not answer', async () => {
    listener.answerWith('never')
    bot.tell(card(1))
    await told(1)
    await bot.close()
  })
})
