import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { Card } from '#contracts/cards.ts'
import { cardsToHelp } from '#dashboard/wall/helpCards.ts'

const MINUTE = 60_000
const NOW = 1_795_395_600_000

const card = (n: number, waited: number, more: object = {}) =>
  Card.parse({
    cardId: `K000${n}`,
    cause: 'longWait',
    alertIds: [`L000${n}`],
    count: 1,
    longestSince: NOW - waited * MINUTE,
    state: 'open',
    openedAt: NOW - MINUTE,
    to: [],
    level: 0,
    ...more,
  })
const shown = (cards: Card[], most = 5, alerts = new Map<string, { alert: Alert }>()) =>
  cardsToHelp({ cards, alerts, now: NOW, longWaitMinutes: 15 }, most)
const ids = (cards: Card[]) => shown(cards).cards.map((one) => one.card.cardId)

describe('the cards on the wall', () => {
  it('come with those nobody goes to first, however long others have waited', () => {
    expect(ids([card(1, 50, { state: 'accepted', acceptedBy: 'S1' }), card(2, 16)])).toEqual(['K0002', 'K0001'])
  })

  it('come with the escalated first, then the oldest, and the number of the others', () => {
    const { cards, all, more } = shown([card(1, 16), card(2, 20), card(3, 17, { level: 1 })], 2)
    expect(cards.map((one) => [one.card.cardId, one.minutes, one.state])).toEqual([
      ['K0003', 17, 'urgent'],
      ['K0002', 20, 'attention'],
    ])
    expect({ all, more }).toEqual({ all: 3, more: 1 })
  })

  it('are urgent from twice the long wait on, and fine once somebody goes', () => {
    const { cards } = shown([card(1, 30), card(2, 50, { state: 'accepted', acceptedBy: 'S1' })])
    expect(cards.map(({ state }) => state)).toEqual(['urgent', 'fine'])
  })

  it('stand last while a larger cause holds them, or while nobody suffers', () => {
    expect(ids([card(1, 29, { heldBy: 'K0009' }), card(2, 500, { cause: 'camera' }), card(3, 16)])).toEqual([
      'K0003',
      'K0002',
      'K0001',
    ])
  })

  it('leave out what is over, and what stands with the robots', () => {
    expect(ids([card(1, 20, { state: 'over' }), card(2, 20, { cause: 'robot' })])).toEqual([])
  })

  it('carry their alerts that are not over, the oldest first', () => {
    const alert = (n: number, waited: number, state: Alert['state']) =>
      Alert.parse({
        alertId: `L000${n}`,
        kind: 'longWait',
        source: { by: 'camera', cameraId: 'C1', stayId: `S${n}` },
        since: NOW - waited * MINUTE,
        raisedAt: NOW,
        state,
      })
    const alerts = new Map(
      [alert(1, 16, 'open'), alert(2, 30, 'open'), alert(3, 40, 'over')].map((one) => [one.alertId, { alert: one }]),
    )
    const [first] = shown([card(1, 30, { alertIds: ['L0001', 'L0002', 'L0003'] })], 5, new Map(alerts)).cards
    expect(first?.alerts.map(({ alertId }) => alertId)).toEqual(['L0002', 'L0001'])
  })
})
