import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { Card } from '#contracts/cards.ts'
import { ServiceWindow } from '#contracts/windows.ts'
import { pinsOn } from '#dashboard/plan/pins.ts'
import { drawnAt, planScale } from '#dashboard/plan/scale.ts'
import { spread } from '#dashboard/plan/spreading.ts'
import { tilesAt } from '#dashboard/plan/tiles.ts'
import { windowSight } from '#dashboard/plan/windowSight.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = smallSite()
const [ground = site.floors[0]] = site.floors
if (!ground) throw new Error('the small site has a floor')
const NOW = 1_795_395_600_000
const MINUTE = 60_000

describe('the scale of the plan', () => {
  it('is one for all floors, as large as width and height together allow', () => {
    const box = { width: 600, height: 416 }
    expect(planScale([ground, ground], box, 16)).toBe(10)
    expect(planScale([ground, ground], { ...box, width: 240 }, 16)).toBe(8)
  })

  it('draws metres that go up as pixels that go down', () => {
    expect(drawnAt(ground, 10)({ x: 5, y: 18 })).toEqual({ x: 50, y: 20 })
  })
})

describe('labels on the plan', () => {
  const label = { width: 40, height: 20 }
  const box = { width: 800, height: 400 }

  it('stay where their things are while there is room', () => {
    const anchors = [
      { x: 100, y: 100 },
      { x: 160, y: 100 },
    ]
    expect(spread(anchors, label, box, 20)).toEqual(anchors)
  })

  it('never lie on each other, leave the plan, or stray from their things', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 400 }) })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (anchors) => {
        const placed = spread(anchors, label, box, 60)
        for (const [i, a] of (placed ?? []).entries()) {
          const anchor = anchors[i] ?? a
          expect(Math.hypot(a.x - anchor.x, a.y - anchor.y)).toBeLessThanOrEqual(60)
          expect(a.x).toBeGreaterThanOrEqual(20)
          expect(a.x).toBeLessThanOrEqual(780)
          for (const b of placed?.slice(i + 1) ?? [])
            expect(Math.abs(a.x - b.x) > 39.9 || Math.abs(a.y - b.y) > 19.9).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('show less of each window the closer they stand', () => {
    const rowOf = (step: number) => Array.from({ length: 8 }, (_, i) => ({ x: 60 + i * step, y: 60 }))
    const detail = (step: number) => tilesAt(rowOf(step), { width: 900, height: 120 }).detail
    expect([76, 70, 62, 50, 20].map(detail)).toEqual(['full', 'full', 'line', 'line', 'mark'])
  })
})

describe('pins of long waits', () => {
  const seen = (n: number, x: number, y: number, waited: number, state: Alert['state'] = 'open') =>
    Alert.parse({
      alertId: `L000${n}`,
      kind: 'longWait',
      source: { by: 'camera', cameraId: 'C1', stayId: `S${n}` },
      zoneId: 'Z1',
      place: { floorId: 'F1', x, y },
      since: NOW - waited * MINUTE,
      raisedAt: NOW,
      state,
    })
  const label = { width: 3, height: 2 }
  const pinned = (alerts: Alert[], cards: Card[] = [], floorId = 'F1') =>
    pinsOn(alerts, { cards, site, floorId, now: NOW, label })

  it('stand where people are, and join when their labels would touch', () => {
    const pins = pinned([seen(1, 5, 5, 18), seen(2, 7, 6, 31), seen(3, 12, 9, 16)])
    expect(pins.map(({ people, minutes, state }) => [people, minutes, state])).toEqual([
      [2, 31, 'urgent'],
      [1, 16, 'attention'],
    ])
  })

  it('are no calmer than the one nobody goes to', () => {
    const pins = pinned([seen(1, 5, 5, 40, 'accepted'), seen(2, 5, 5, 16)])
    expect(pins).toMatchObject([{ people: 2, minutes: 16, state: 'attention' }])
  })

  it('have the shape of their card, which may have been passed on or taken', () => {
    const card = (more: object) =>
      Card.parse({
        cardId: 'K0001',
        cause: 'longWait',
        alertIds: ['L0001'],
        count: 1,
        longestSince: NOW - 16 * MINUTE,
        state: 'open',
        openedAt: NOW,
        to: [],
        level: 0,
        ...more,
      })
    const stateOf = (more: object) => pinned([seen(1, 5, 5, 16)], [card(more)]).map(({ state }) => state)
    expect([{}, { level: 1 }, { state: 'accepted' }].map(stateOf)).toEqual([['attention'], ['urgent'], ['fine']])
  })

  it('stand in the middle of the zone for a ticket, which has no place', () => {
    const { place: _, ...alert } = seen(1, 0, 0, 20)
    const ticket = Alert.parse({
      ...alert,
      source: { by: 'ticket', ticketId: '20261123-A001', number: 'A001', serviceId: 'social' },
    })
    expect(pinned([ticket])).toMatchObject([{ place: { x: 10, y: 8 } }])
    expect(pinned([ticket], [], 'F2')).toEqual([])
  })
})

describe('a window on the plan', () => {
  const counter = (state: string, ticketId?: string) =>
    ServiceWindow.parse({ windowId: 'W1', state, serviceIds: ['tax'], since: NOW, ...(ticketId && { ticketId }) })

  it('is unknown while nobody has told of it', () => expect(windowSight(undefined, undefined).doing).toBe('unknown'))

  it('is free only when it is open and has nobody', () => {
    expect(windowSight(counter('open'), undefined)).toEqual({ doing: 'free' })
    expect(windowSight(counter('paused'), undefined)).toEqual({ doing: 'paused' })
    expect(windowSight(counter('closed'), undefined)).toEqual({ doing: 'closed' })
    expect(windowSight(counter('open', '20261123-B001'), undefined)).toEqual({ doing: 'serving' })
  })
})
