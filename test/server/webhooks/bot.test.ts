import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '#contracts/cards.ts'
import { CardId } from '#contracts/ids.ts'
import { type Bot, type BotNeeds, openBot } from '#server/webhooks/bot.ts'
import { Webhook } from '#server/webhooks/webhooks.ts'
import { outsideText } from '#server/words/outside.ts'
import { type HandClock, handClock } from '#test/support/clock.ts'
import { eventually } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { type KeptLog, keptLog } from '#test/support/log.ts'
import { alertId } from '#test/support/names.ts'
import { type BotListener, listenAsBot } from './botListener.ts'

let listener: BotListener
let bot: Bot
let clock: HandClock
let log: KeptLog
let gone: Set<string>

const idOf = (nth: number): CardId => CardId.parse(`K${String(nth).padStart(4, '0')}`)

const card = (cardId: CardId): Card => ({
  cardId,
  cause: 'longWait',
  alertIds: [alertId('L0001')],
  count: 1,
  longestSince: NINE,
  state: 'open',
  openedAt: NINE,
  to: [],
  level: 3,
})

const open = (how: Partial<BotNeeds> = {}): Bot =>
  openBot({
    webhook: Webhook.parse({ kind: 'slack', url: listener.url }),
    cardNow: (cardId) => (gone.has(cardId) ? undefined : card(cardId)),
    write: (cards) => cards.map(({ cardId }) => cardId).join(' '),
    noted: async () => {},
    report: () => {},
    clock,
    log,
    perMinute: 12,
    pauseMs: 10,
    refusedMs: 10,
    ...how,
  })

beforeEach(async () => {
  listener = await listenAsBot()
  clock = handClock(NINE)
  log = keptLog()
  gone = new Set()
  bot = open()
})
afterEach(async () => {
  await bot.close()
  await listener.close()
})

const tidyMemory = () => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

const tell = (...nths: number[]) => {
  for (const nth of nths) bot.tell(idOf(nth))
}
const texts = () => listener.heard.map(({ body }) => body)
const told = (count: number) => eventually(() => listener.heard.length === count)
const said = () => log.lines.map(({ words }) => words)

describe('a bot', () => {
  it('is told several things in one message', async () => {
    tell(1, 2, 3)
    await told(1)
    expect(texts()).toEqual([{ text: 'K0001 K0002 K0003' }])
  })

  it('is told what has come meanwhile when it is tried again, and not what is done', async () => {
    listener.answerWith({ status: 500 })
    tell(1, 2)
    await told(1)
    tell(3)
    gone.add(idOf(2))
    await told(2)
    expect(texts()[1]).toEqual({ text: 'K0001 K0003' })
  })

  it('is not written to more often than it takes', async () => {
    for (const nth of [1, 2, 3]) {
      tell(nth)
      await told(nth)
    }
    tell(4)
    await bot.close()
    expect(listener.heard).toHaveLength(3)
  })

  it('is tried again after as long as it asks for, and never sooner', async () => {
    listener.answerWith({ status: 429, headers: { 'retry-after': '3600' } })
    tell(1)
    await eventually(() => bot.trouble() === 'status 429')
    await bot.close()
    expect(listener.heard).toHaveLength(1)
  })

  it('is given up when it does not answer, also when memory has been tidied meanwhile', async () => {
    bot = open({ patienceMs: 100 })
    listener.answerWith('never')
    tell(1)
    await told(1)
    tidyMemory()
    await told(2)
  })

  it('closes while it does not answer', async () => {
    listener.answerWith('never')
    tell(1)
    await told(1)
    await bot.close()
  })
})

describe('a storm of two hundred cards', () => {
  const storm = Array.from({ length: 200 }, (_, nth) => nth + 1)

  it('is told wholly, in messages that are not too long, each with how many there are', async () => {
    bot = open({
      perMinute: 400,
      write: (cards, all) =>
        `${all}: ${outsideText({ cards, all }, undefined, 'zh', NINE)}${cards.map(({ cardId }) => cardId)}`,
    })
    tell(...storm)
    await eventually(() => bot.waiting() === 0)
    const messages = listener.heard.map(({ body }) => JSON.stringify(body))
    expect(messages.join(' ').match(/K\d{4}/g)).toEqual(storm.map(idOf))
    expect(messages.length).toBeLessThan(20)
    for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThan(2_100)
    expect(messages[0]).toMatch(/200 项无人接单.*另有 1\d\d 项，见下一条/)
    expect(messages.at(-1)).not.toContain('另有')
  })

  it('waits while the bot refuses, is told once it is mended, and the log says both once', async () => {
    listener.answerWith(...Array.from({ length: 12 }, () => ({ status: 403 })))
    bot = open({ perMinute: 400 })
    tell(...storm)
    await eventually(() => bot.trouble() === 'status 403')
    expect(bot.waiting()).toBe(200)
    await eventually(() => bot.waiting() === 0)
    expect(JSON.stringify(texts().at(-1))).toContain('K0200')
    expect(bot.trouble()).toBeUndefined()
    expect(said()).toEqual(['a webhook refuses; its cards wait until it is mended', 'a webhook takes cards again'])
  })
})
