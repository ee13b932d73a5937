/** The list of people to help, and what becomes of it by taps that the hall has not heard of yet. */
import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { type Card, cardsOf, floorOf } from '#dashboard/staff/cards.ts'
import { bodyOf, isUnconfirmed, mineAfter, outcomesOf, pathOf, readTaps, type Tap } from '#dashboard/staff/tapping.ts'
import { smallSite } from '#test/support/smallSite.ts'

const NOW = 1_795_395_600_000
const small = smallSite()
const [floor] = small.floors
const site = floor
  ? { ...small, floors: [floor, { ...floor, floorId: 'F2' as typeof floor.floorId, level: 1 }] }
  : small

const alert = (alertId: string, waited: number, more: object = {}) =>
  Alert.parse({
    alertId,
    kind: 'longWait',
    source: { by: 'camera', cameraId: 'C1', stayId: 's1' },
    zoneId: 'Z1',
    since: NOW - waited * 60_000,
    raisedAt: NOW,
    state: 'open',
    ...more,
  })
const upstairs = { place: { floorId: 'F2', x: 1, y: 1 }, zoneId: undefined }
const camera = (alertId: string, waited: number) =>
  alert(alertId, waited, {
    kind: 'camera',
    source: { by: 'sight', cameraId: 'C1', problem: 'covered' },
    zoneId: undefined,
  })
const crowd = (alertId: string, waited: number) =>
  alert(alertId, waited, { kind: 'crowding', source: { by: 'zone', zoneId: 'Z1', people: 30 } })
const tap = (alertId: string, deed: Tap['deed'], more: Partial<Tap> = {}): Tap => ({
  key: `${alertId}-${deed}`,
  alertId,
  deed,
  ...more,
})
const cards = (
  alerts: readonly Alert[],
  more: Partial<Parameters<typeof cardsOf>[0]> = {},
): readonly (readonly [string, Card['stage']])[] =>
  cardsOf({ alerts, taps: [], mine: new Set(), now: NOW, site, ...more }).map(
    ({ alert: { alertId }, stage }) => [alertId, stage] as const,
  )

describe('the list of people to help', () => {
  it('has whoever has waited longest first', () =>
    expect(cards([alert('L0001', 16), alert('L0002', 40), alert('L0003', 20)]).map(([id]) => id)).toEqual([
      'L0002',
      'L0003',
      'L0001',
    ]))

  it('puts the floor one is on before the others', () =>
    expect(cards([alert('L0001', 40), alert('L0002', 16, upstairs)], { floorId: 'F2' }).map(([id]) => id)).toEqual([
      'L0002',
      'L0001',
    ]))

  it('begins with those one has accepted and ends with those a colleague goes to', () =>
    expect(
      cards(
        [
          alert('L0001', 40, { state: 'accepted', acceptedBy: 'staff' }),
          alert('L0002', 30),
          alert('L0003', 16, { state: 'accepted', acceptedBy: 'staff' }),
        ],
        { mine: new Set(['L0003']) },
      ),
    ).toEqual([
      ['L0003', 'mine'],
      ['L0002', 'open'],
      ['L0001', 'theirs'],
    ]))

  it('leaves out who has been helped', () => expect(cards([alert('L0001', 40, { state: 'resolved' })])).toEqual([]))

  it('puts a visitor who stands beside a robot before those who sit and wait', () => {
    const asks = alert('L0002', 4, { kind: 'question', source: { by: 'question', robotId: 'R1', language: 'ja' } })
    expect(cards([alert('L0001', 20), asks]).map(([id]) => id)).toEqual(['L0002', 'L0001'])
  })

  it('puts a camera last, also one on the floor one is on, and a crowd among the people', () => {
    const alerts = [camera('L0001', 300), crowd('L0002', 3), alert('L0003', 16, upstairs)]
    expect(cards(alerts, { floorId: 'F1' }).map(([id]) => id)).toEqual(['L0002', 'L0003', 'L0001'])
  })

  it('knows a camera’s floor, and counts a crowd as urgent after ten minutes and a camera never', () => {
    expect(floorOf(camera('L0001', 1), site)).toBe('F1')
    const alerts = [camera('L0001', 300), crowd('L0002', 10), crowd('L0003', 9)]
    const sights = cardsOf({ alerts, taps: [], mine: new Set(), now: NOW, site })
    expect(sights.map(({ urgent }) => urgent)).toEqual([true, false, false])
  })

  it('is urgent from twice the long wait on', () => {
    const [first, second] = cardsOf({
      alerts: [alert('L0001', 29), alert('L0002', 30)],
      taps: [],
      mine: new Set(),
      now: NOW,
      site,
    })
    expect([first?.urgent, second?.urgent]).toEqual([true, false])
  })
})

describe('whose an accepted alert is', () => {
  const accepted = alert('L0001', 20, { state: 'accepted', acceptedBy: 'S7' })
  it('is said by who accepted it, on whatever tablet', () =>
    expect(cards([accepted], { names: ['S7', 'T2'] })).toEqual([['L0001', 'mine']]))

  it('is nothing that a tablet keeps for its next holder', () =>
    expect(cards([accepted], { names: ['S12', 'T1'], mine: new Set(['L0001']) })).toEqual([['L0001', 'theirs']]))
})

describe('a tap the hall has not heard of', () => {
  it('shows at once, and as pending', () => {
    const [card] = cardsOf({
      alerts: [alert('L0001', 20)],
      taps: [tap('L0001', 'accept', { measure: 'guide' })],
      mine: new Set(),
      now: NOW,
      site,
    })
    expect(card).toMatchObject({ stage: 'mine', pending: true, alert: { measure: 'guide' } })
  })

  it('gives an accepted person back to the list', () =>
    expect(
      cards([alert('L0001', 20, { state: 'accepted' })], {
        taps: [tap('L0001', 'hand-over')],
        mine: new Set(['L0001']),
      }),
    ).toEqual([['L0001', 'open']]))

  it('goes with the taps after it in their order', () =>
    expect(cards([alert('L0001', 20)], { taps: [tap('L0001', 'accept'), tap('L0001', 'resolve')] })).toEqual([
      ['L0001', 'ended'],
    ]))

  it('says in its path and body what it asks for', () => {
    const done = tap('L0001', 'resolve', { measure: 'assist', outcome: 'papersReady' })
    expect(pathOf(done)).toBe('/api/alerts/L0001/resolve')
    expect(bodyOf(done)).toEqual({ measure: 'assist', outcome: 'papersReady' })
    expect(bodyOf(tap('L0001', 'accept'))).toEqual({})
  })

  it('has an outcome that fits what it was about', () => {
    const robot = alert('L0002', 5, { kind: 'robot', source: { by: 'robot', robotId: 'R1', problem: 'obstacle' } })
    const asks = alert('L0003', 5, { kind: 'question', source: { by: 'question', robotId: 'R1', language: 'ja' } })
    expect(outcomesOf(alert('L0001', 20))).toContain('papersReady')
    expect(outcomesOf(robot)).toContain('wayCleared')
    expect(outcomesOf(robot)).not.toContain('reassured')
    expect(outcomesOf(asks)).toContain('answered')
    expect(outcomesOf(camera('L0004', 5))).toContain('uncovered')
    expect(outcomesOf(crowd('L0005', 5))).toContain('windowOpened')
  })

  it('goes to a colleague with its whole card', () => {
    const handed = tap('L0001', 'hand-over', { to: { cardId: 'K0001', staffId: 'S2' } })
    expect([pathOf(handed), bodyOf(handed)]).toEqual(['/api/cards/K0001/hand-over', { toStaffId: 'S2' }])
  })

  it('can end at once what nobody has confirmed to be a person', () => {
    const source = { by: 'camera', cameraId: 'C1', stayId: 's1', unconfirmed: true }
    expect(isUnconfirmed(alert('L0001', 20, { source }))).toBe(true)
    expect(isUnconfirmed(alert('L0001', 20))).toBe(false)
  })

  it('is read again after a reload, and nonsense is left out', () => {
    const kept = [tap('L0001', 'accept')]
    expect(readTaps(JSON.stringify([...kept, { key: 1 }, null]))).toEqual(kept)
    expect(readTaps('nonsense')).toEqual([])
    expect(readTaps(null)).toEqual([])
  })
})

describe('whose somebody is', () => {
  it('is the device that accepted, until it hands over or ends it', () => {
    const mine = mineAfter(new Set(), tap('L0001', 'accept'))
    expect([...mine]).toEqual(['L0001'])
    expect([...mineAfter(mine, tap('L0001', 'hand-over'))]).toEqual([])
  })
})
