/** How the tablet's list stands, and when the tablet buzzes. */
import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { Card, StaffMember } from '#contracts/cards.ts'
import type { Session } from '#dashboard/entry/entering.ts'
import { cardsOf } from '#dashboard/staff/cards.ts'
import { colleaguesOf, Duty, numberSaid } from '#dashboard/staff/duty.svelte.ts'
import { buzzesFor, groupsOf, sentTo, unfolded } from '#dashboard/staff/grouping.ts'
import { holdingOf } from '#dashboard/staff/holding.ts'
import { smallSite } from '#test/support/smallSite.ts'

const NOW = 1_795_395_600_000
const alert = (alertId: string, waited: number, state = 'open') =>
  Alert.parse({
    alertId,
    kind: 'longWait',
    source: { by: 'camera', cameraId: 'C1', stayId: 's1' },
    zoneId: 'Z1',
    since: NOW - waited * 60_000,
    raisedAt: NOW,
    state,
  })
const card = (cardId: string, alertIds: string[], more: object = {}) =>
  Card.parse({
    cardId,
    cause: 'longWait',
    alertIds,
    count: alertIds.length,
    longestSince: NOW,
    state: 'open',
    openedAt: NOW,
    to: [],
    level: 0,
    ...more,
  })
const seen = (...alerts: Alert[]) =>
  cardsOf({ alerts, taps: [], mine: new Set(['L0009']), now: NOW, site: smallSite() })
const keys = (groups: ReturnType<typeof groupsOf>) => groups.map(({ key, cards }) => [key, cards.length])

describe('the list', () => {
  it('puts those of one card together, where the first of them stands', () => {
    const alerts = seen(alert('L0001', 40), alert('L0002', 30), alert('L0003', 20))
    expect(keys(groupsOf(alerts, [card('K0001', ['L0001', 'L0003']), card('K0002', ['L0002'])], 'S1'))).toEqual([
      ['K0001', 2],
      ['K0002', 1],
    ])
  })

  it('begins with what this person does, and what is meant for them', () => {
    const alerts = seen(alert('L0001', 40), alert('L0002', 20), alert('L0009', 16, 'accepted'))
    const told = [card('K0001', ['L0001']), card('K0002', ['L0002'], { to: ['S1'] }), card('K0003', ['L0009'])]
    expect(keys(groupsOf(alerts, told, 'S1')).map(([key]) => key)).toEqual(['K0003', 'K0002', 'K0001'])
  })

  it('shows the first of those that wait in full, and everybody whom somebody goes to', () => {
    const alerts = seen(alert('L0001', 40), alert('L0002', 30), alert('L0009', 16, 'accepted'))
    const [group] = groupsOf(alerts, [card('K0001', ['L0001', 'L0002', 'L0009'])], 'S1')
    expect(group && unfolded(group).map(({ alert: { alertId } }) => alertId)).toEqual(['L0009', 'L0001'])
  })

  it('has what was passed on as urgent, as the wall does', () => {
    const urgent = (level: number) =>
      groupsOf(seen(alert('L0001', 16)), [card('K0001', ['L0001'], { level })], 'S1')[0]?.cards[0]?.urgent
    expect([urgent(0), urgent(1)]).toEqual([false, true])
  })

  it('says nothing of what gathers or is on no card yet', () => {
    const alerts = seen(alert('L0001', 40))
    expect(groupsOf(alerts, [card('K0001', ['L0001'], { state: 'gathering' })], 'S1')).toEqual([])
    expect(groupsOf(alerts, [], 'S1')).toEqual([])
    expect(keys(groupsOf(seen(alert('L0009', 16, 'accepted')), [], 'S1'))).toEqual([['L0009', 1]])
  })
})

describe('a buzz', () => {
  const sent = (sentAt: number, to: string[], more: object = {}) => card('K0001', ['L0001'], { sentAt, to, ...more })
  const heard = (...cards: Card[]) => sentTo(cards, 'S1')

  it('comes for a card sent to this person or to everybody, and when it rises', () => {
    expect(buzzesFor(heard(), heard(sent(1, ['S1'])))).toEqual(['K0001'])
    expect(buzzesFor(heard(), heard(sent(1, [])))).toEqual(['K0001'])
    expect(buzzesFor(heard(sent(1, ['S1'])), heard(sent(90, ['S1', 'S2'])))).toEqual(['K0001'])
  })

  it('does not come for others, for what has not changed, or for what somebody has accepted', () => {
    expect(buzzesFor(heard(), heard(sent(1, ['S2'])))).toEqual([])
    expect(buzzesFor(heard(sent(1, ['S1'])), heard(sent(1, ['S1'], { count: 3 })))).toEqual([])
    expect(buzzesFor(heard(), heard(sent(1, ['S1'], { state: 'accepted' })))).toEqual([])
  })

  it('does not come for all of them when the tablet is opened', () =>
    expect(buzzesFor(undefined, heard(sent(1, ['S1'])))).toEqual([]))
})

const member = (staffId: string, tabletId?: string) =>
  StaffMember.parse({ staffId, role: 'guide', since: NOW, buzzes: [], tabletId })
const done = async () => ({ ok: true as const, body: {} })
const dutyParts = (staff: StaffMember[]) => ({ staff: () => staff, begin: done, end: done })

describe('duty', () => {
  it('is of the person who has signed in, or of the tablet', () => {
    const tablet = { role: 'tablet', by: 'T1' }
    const of = (...badges: Session['badges']) => {
      const duty = new Duty(dutyParts([]))
      duty.holding = holdingOf({ badges, pages: [] })
      return duty.staffId
    }
    expect(of(tablet, { role: 'staff', by: 'S7' })).toBe('S7')
    expect(of(tablet)).toBe('T1')
    expect(of({ role: 'wall', by: 'wall-1' })).toBeUndefined()
  })

  it('is of whoever went on duty with the tablet, as long as nobody else signs in', () => {
    const duty = new Duty(dutyParts([member('S12', 'T1'), member('S13', 'T2')]))
    duty.holding = { tabletId: 'T1' }
    expect([duty.staffId, duty.names, duty.mayChange]).toEqual(['S12', ['S12', 'T1'], true])
    duty.holding = { tabletId: 'T1', personId: 'S7' }
    expect([duty.staffId, duty.mayChange]).toEqual(['S7', false])
  })

  it('takes one’s own number with or without its letter', () =>
    expect(['12', 's12', ' S012 ', 'T1', ''].map(numberSaid)).toEqual(['S12', 'S12', 'S12', undefined, undefined]))

  it('says no as the hall does, and asks once at a time', async () => {
    const asked: string[] = []
    const duty = new Duty({
      ...dutyParts([]),
      begin: async (staffId, { role }) => {
        asked.push(`${staffId} ${role}`)
        return { ok: false, problem: { code: 'unknownZone', title: '', status: 404 } }
      },
    })
    await duty.begin('guide', 'Z1')
    duty.holding = { personId: 'S7' }
    await Promise.all([duty.begin('guide', 'Z1'), duty.begin('lead', 'Z1')])
    expect([asked, duty.refused?.code]).toEqual([['S7 guide'], 'unknownZone'])
    await duty.end()
    expect(duty.refused).toBeUndefined()
  })

  it('knows whom a card may be handed to', () => {
    expect(colleaguesOf([member('S1'), member('S2')], 'S1')).toHaveLength(1)
  })
})
