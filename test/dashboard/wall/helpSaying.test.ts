import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { Card } from '#contracts/cards.ts'
import { helpSaying } from '#dashboard/wall/helpSaying.ts'
import { siteWith } from '../../support/smallSite.ts'

const NOW = 1_795_395_600_000
const card = Card.parse({
  cardId: 'K0001',
  cause: 'longWait',
  alertIds: ['L0001'],
  count: 1,
  longestSince: NOW,
  state: 'open',
  openedAt: NOW,
  to: [],
  level: 0,
})
const alert = Alert.parse({
  alertId: 'L0001',
  kind: 'longWait',
  source: { by: 'ticket', ticketId: '20261123-A001', number: 'A001', serviceId: 'social' },
  since: NOW,
  raisedAt: NOW,
  state: 'open',
})

describe('a long wait for a discreet service', () => {
  it('stands on the wall under its department, as its number does', () => {
    const department = { zh: '民政', en: 'Civil affairs' }
    const site = siteWith({ services: { social: { discreet: true, department } } })
    const said = helpSaying(site, 'zh').what({ card, alerts: [alert], minutes: 16, state: 'urgent' })
    expect(said).toBe('民政')
  })
})
