import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { createMetrics } from '#server/metrics.ts'
import { openTelling, type Telling } from '#server/webhooks/telling.ts'
import { Webhook } from '#server/webhooks/webhooks.ts'
import { eventually } from '#test/support/eventually.ts'
import { type OpenedHouse, openHouse } from '#test/support/openHouse.ts'
import { type BotListener, listenAsBot } from './botListener.ts'

let house: OpenedHouse
let bot: BotListener
let telling: Telling

const open = (perMinute = 20) => {
  const webhooks = [Webhook.parse({ kind: 'wecom', url: bot.url, language: 'en' })]
  const pace = { perMinute, pauseMs: 10, patienceMs: 300, refusedMs: 10 }
  telling = openTelling({ ...house, webhooks, pace })
}

beforeEach(async () => {
  house = await openHouse()
  bot = await listenAsBot()
})
afterEach(async () => {
  await telling.close()
  await house.close()
  await bot.close()
})

const pass = async (ms: number) => {
  house.clock.advance(ms)
  await house.tick()
}

/** Somebody waits, and nobody goes: after five minutes the card is one for the outside. */
const nobodyGoes = async () => {
  await house.ask('POST', '/api/tickets', { serviceIds: ['social'], lane: 'walkIn' })
  for (const ms of [15 * MINUTE + SECOND, SECOND, 30 * SECOND, 90 * SECOND, 90 * SECOND]) await pass(ms)
  expect(bot.heard).toEqual([])
  await pass(120 * SECOND)
}
const toldOf = ({ mirror }: OpenedHouse) => mirror.all('card').flatMap(({ card }) => card.toldOutside ?? [])
const texts = () => JSON.stringify(bot.heard.map(({ body }) => body))

describe('a card that nobody inside accepts', () => {
  it('is told outside once, with numbers and the zone', async () => {
    open()
    await nobodyGoes()
    await eventually(() => bot.heard.length === 1)
    expect(bot.heard[0]?.body).toEqual({
      msgtype: 'text',
      text: {
        content:
          '[Test hall] Nobody has gone. Seats: waiting too long, 1 of them, the longest for 20 min. Please send somebody.',
      },
    })
    await pass(SECOND)
    expect(bot.heard).toHaveLength(1)
  })

  it('is not told again after a restart, and is once it has been given back and risen again', async () => {
    open()
    await nobodyGoes()
    await eventually(() => telling.parts()[0]?.state === 'fine' && toldOf(house).length === 1)
    await telling.close()
    open()
    await pass(SECOND)
    const cardId = house.mirror.all('card')[0]?.id
    for (const deed of ['accept', 'hand-over'])
      expect((await house.ask('POST', `/api/cards/${cardId}/${deed}`, {})).status).toBe(200)
    for (const ms of [90 * SECOND, 90 * SECOND, 120 * SECOND]) await pass(ms)
    await eventually(() => toldOf(house).length === 1)
    expect(bot.heard.map(({ body }) => /longest for (\d+) min/.exec(JSON.stringify(body))?.[1])).toEqual(['20', '25'])
  })

  it('never says the number of a ticket', async () => {
    open()
    await nobodyGoes()
    await eventually(() => bot.heard.length === 1)
    expect(texts()).not.toMatch(/A001|K0001|L0001/)
  })

  it.each([{ status: 429 }, { status: 500 }, { status: 200, body: '{"errcode":45009}' }, 'never' as const])(
    'is told again when the bot answers %o',
    async (reply) => {
      open()
      bot.answerWith(reply, reply)
      await nobodyGoes()
      await eventually(() => bot.heard.length === 3)
      expect(new Set(bot.heard.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    },
  )

  it('waits, and health says so, while the bot will have none of it; then it is told', async () => {
    open()
    bot.answerWith({ status: 403 }, { status: 403 })
    await nobodyGoes()
    await eventually(() => telling.parts()[0]?.state === 'attention')
    expect(telling.parts()).toEqual([
      { partId: 'webhook:1:wecom', state: 'attention', detail: '1 cards wait to be told outside: status 403' },
    ])
    expect(await createMetrics({ ...house, telling }).text()).toContain(
      'hallkeeper_outside_waiting_cards{webhook="webhook:1:wecom"} 1\n',
    )
    await eventually(() => telling.parts()[0]?.state === 'fine')
    expect(bot.heard).toHaveLength(3)
  })

  it('is joined by another that says that the bot refuses, until it takes messages again', async () => {
    open()
    bot.answerWith({ status: 403 }, { status: 403 })
    const refusals = () =>
      house.mirror
        .all('alert')
        .flatMap(({ alert: { source, state } }) => (source.by === 'device' ? { ...source, state } : []))
    await nobodyGoes()
    await eventually(() => refusals().length === 1)
    expect(refusals()).toMatchObject([{ deviceId: 'webhook:1:wecom', problem: 'refuses' }])
    await eventually(() => refusals().every(({ state }) => state === 'over'))
  })

  it('is not told any more once somebody has gone', async () => {
    open()
    bot.answerWith('never')
    await nobodyGoes()
    await eventually(() => bot.heard.length === 1)
    const [{ cardId = '' } = {}] = house.mirror.all('card').map(({ card }) => card)
    expect((await house.ask('POST', `/api/cards/${cardId}/accept`, { staffId: 'A1' })).status).toBe(200)
    await eventually(() => telling.parts()[0]?.detail === '0 cards wait to be told outside: no answer')
    expect(bot.heard).toHaveLength(1)
  })
})
