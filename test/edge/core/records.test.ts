import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallRecord } from '#contracts/live.ts'
import { advance } from '#edge/core/advance.ts'
import { allRecords, isPresent, recordOf, timedRecords } from '#edge/core/records.ts'
import {
  callNext,
  finish,
  handOn,
  issue,
  open,
  park,
  recall,
  social,
  start,
  tax,
  tick,
  transfer,
  undo,
  W1,
  W2,
} from '#test/support/asking.ts'
import { ticketId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'
import { bring, heardAt, lift, M1, R1, R2, says, twoFloors } from './fleet/floors.ts'

const A001 = ticketId('A001')
const morning = (): Story => {
  const story = storyOf(siteWith({ services: { social: { issuingWindowIds: ['W2'] } } }))
  for (const command of [open(W1), issue(social), issue(social), issue(tax)]) story.does(command)
  return story
}
/** Which records the last command has touched. */
const touchedBy = (story: Story, command: Parameters<Story['does']>[0]): string[] => {
  const before = story.hall
  const known = story.facts.length
  story.does(command)
  return advance(before, story.facts.slice(known)).keys.map(({ kind, id }) => `${kind} ${id}`)
}
const kindOf = <K extends HallRecord['kind']>(records: HallRecord[], kind: K) =>
  records.filter((record): record is Extract<HallRecord, { kind: K }> => record.kind === kind)

describe('what a deed touches', () => {
  it('is the ticket, the window and the announcements, at a call', () => {
    const story = morning()
    expect(touchedBy(story, callNext()).sort()).toEqual([`call ${A001}/1`, `ticket ${A001}`, 'window W1'])
    expect(touchedBy(story, recall())).toContain(`call ${A001}/2`)
    expect(touchedBy(story, undo())).toEqual(
      expect.arrayContaining([`call ${A001}/1`, `call ${A001}/2`, `ticket ${A001}`, 'window W1']),
    )
  })

  it('is the window that becomes free, wherever the ticket goes', () => {
    for (const command of [finish(), park(A001), transfer(A001, { serviceIds: [tax] }), handOn(W1)]) {
      const story = morning()
      for (const before of [callNext(), start()]) story.does(before)
      expect(touchedBy(story, command)).toEqual(expect.arrayContaining([`ticket ${A001}`, 'window W1']))
    }
  })

  it('is named once, however many facts speak of it', () => {
    const story = morning()
    const keys = touchedBy(story, { type: 'serveDirectly', windowId: W1, serviceIds: [tax] })
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is nothing that screens show, when numbers are set aside', () =>
    expect(touchedBy(morning(), { type: 'leaseNumbers', kioskId: 'K1' as never, letter: 'A', count: 3 })).toEqual([]))
})

describe('what robots touch', () => {
  const named = (story: Story, command: Parameters<Story['does']>[0]) => new Set(touchedBy(story, command))

  it('is the mission with its robot, and the course when it is told or passed, not when it is only planned', () => {
    const story = heardAt(twoFloors(), 'a1')
    expect(named(story, bring('a4', 'a1'))).toEqual(new Set(['mission M0001']))
    expect(named(story, tick)).toEqual(new Set(['mission M0001', 'robot R1', 'course R1']))
    story.does({ type: 'reportLift', lift: lift().lift })
    story.happens({ type: 'plansDropped' })
    expect(named(story, tick)).toEqual(new Set())
    expect(named(story, says(R1, { lastNodeId: 'a2' }))).toEqual(new Set(['robot R1', 'course R1']))
    expect(named(story, { type: 'cancelMission', missionId: M1 })).toEqual(new Set(['mission M0001', 'robot R1']))
  })

  it('is both robots when a mission changes hands', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}] }), 'a1')
    for (const command of [bring('a5', 'a1'), tick, says(R2, { lastNodeId: 'a5' })]) story.does(command)
    expect([...named(story, tick)]).toEqual(expect.arrayContaining(['mission M0001', 'robot R1', 'robot R2']))
  })

  it('is a lift that says something new, or is to be asked for something else', () => {
    const story = heardAt(twoFloors(), 'a4')
    expect([...named(story, lift())]).toContain('lift L1')
    story.does(bring('b1', 'a1'))
    expect([...named(story, tick)]).toContain('lift L1')
    expect(kindOf(allRecords(story.hall), 'lift')).toMatchObject([{ request: { session: 'R1' } }])
  })
})

describe('the record of a ticket', () => {
  it('says why it was called, as long as it is in the hall', () => {
    const story = morning()
    story.does(callNext())
    expect(recordOf(story.hall, { kind: 'ticket', id: A001 })).toMatchObject({ reason: { code: 'waitedLongest' } })
    for (const command of [start(), finish()]) story.does(command)
    const gone = recordOf(story.hall, { kind: 'ticket', id: A001 })
    expect(gone).toMatchObject({ ticket: { state: 'served' } })
    expect(gone && isPresent(story.hall, gone)).toBe(false)
  })
})

describe('what screens start from', () => {
  it('is the site, every window, and every ticket in the hall', () => {
    const records = allRecords(morning().hall)
    expect(kindOf(records, 'site')).toHaveLength(1)
    expect(kindOf(records, 'window').map(({ id }) => id)).toEqual(['W1', 'W2', 'W3'])
    expect(kindOf(records, 'ticket').map(({ ticket }) => ticket.number)).toEqual(['A001', 'A002', 'B001'])
  })
})

describe('what changes with the time alone', () => {
  const records = (story: Story) => timedRecords(story.hall, story.at + 5 * MINUTE)

  it('is whom each open window would call, in this order, and why', () => {
    const next = kindOf(records(morning()), 'next')
    expect(next).toHaveLength(1)
    expect(next[0]?.next.tickets.map(({ ticketId }) => ticketId.slice(-4))).toEqual(['A001', 'A002', 'B001'])
    expect(next[0]?.next.tickets[0]?.reason).toMatchObject({ code: 'waitedLongest' })
  })

  it('is how long each still waits whom a window can serve, and each who might come', () => {
    const story = morning()
    story.does({ type: 'setWindowServices', windowId: W1, serviceIds: [social] })
    expect(
      kindOf(records(story), 'ticket')
        .map(({ ticket }) => ticket.number)
        .sort(),
    ).toEqual(['A001', 'A002'])
    expect(kindOf(records(story), 'line').map(({ line }) => [line.serviceId, line.estimate !== undefined])).toEqual([
      [social, true],
      [tax, false],
    ])
  })

  it('is nothing of a window that calls nobody', () => {
    const story = morning()
    story.does({ type: 'pauseWindow', windowId: W1 })
    story.does(open(W2))
    expect(kindOf(records(story), 'next').map(({ id }) => id)).toEqual([W2])
  })
})
