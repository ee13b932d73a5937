import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CallReason } from '#contracts/callReasons.ts'
import type { Command } from '#contracts/commands.ts'
import { CurrentEvent, Fact } from '#contracts/facts.ts'
import { CommandId, RobotId } from '#contracts/ids.ts'
import { HeldUp, RobotReport } from '#contracts/robots.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { smallSite } from '../../support/smallSite.ts'

/** Written once and never changed: a box that is updated still reads what it wrote before. */
const lines = readFileSync(join(import.meta.dirname, 'journal2026-11.jsonl'), 'utf8')
  .trim()
  .split('\n')

const facts = lines.map((line) => Fact.parse(JSON.parse(line)))
const dawns = facts.flatMap(({ event }, i) => (event.type === 'dayBegan' ? [i] : []))
const hallOfDays = (days: number) => facts.slice(0, dawns[days]).reduce(evolve, emptyHall(smallSite()))

/** What was written otherwise until the fleet drove by courses. */
const asToday = (line: string): unknown => {
  const told = JSON.parse(line)
  const { event } = told
  if (event.errand) {
    const { errand, ...assigned } = event
    return { ...told, event: { ...assigned, robotId: errand.robotId } }
  }
  return event.counted ? { ...told, event: { ...event, counted: { orders: 0, cards: 0, ...event.counted } } } : told
}

describe('a journal written long ago', () => {
  it('holds one of every event there is', () => {
    const written = new Set(lines.map((line) => JSON.parse(line).event.type))
    const known = CurrentEvent.options.map(({ shape }) => shape.type.value)
    expect(known.filter((type) => !written.has(type))).toEqual([])
  })

  it.each(lines.map((line) => [JSON.parse(line).event.type, line]))('is read word for word: %s', (_, line) =>
    expect(Fact.parse(JSON.parse(line))).toEqual(asToday(line)),
  )

  it('holds one of every reason for a call, and for a halt', () => {
    const calls = facts.flatMap(({ event }) => (event.type === 'ticketCalled' ? [event.reason.code] : []))
    const halts = facts.flatMap(({ event }) => (event.type === 'robotHeldUp' ? [event.heldUp?.what] : []))
    expect(new Set(calls)).toEqual(new Set(CallReason.options.map(({ shape }) => shape.code.value)))
    expect(new Set(halts)).toEqual(new Set([undefined, ...HeldUp.options.map(({ shape }) => shape.what.value)]))
  })

  it('still makes a hall', () => {
    const hall = hallOfDays(1)
    expect(hall.tally).toMatchObject({ served: 1, delivered: 1, told: 1, kept: 1 })
    expect(hall.missions.size).toBeGreaterThan(0)
  })

  it('still makes the hall of the next day, with what was booked and learned', () => {
    const hall = hallOfDays(2)
    expect(hall.day?.day).toBe('2026-11-24')
    expect([...hall.appointments.keys()]).toEqual(['12345671'])
    expect(hall.learned.mix).toEqual({ social: 0.6, tax: 0.4 })
    expect([...hall.pace]).toEqual([['social', { minutes: 9.871, seen: 42 }]])
    expect(hall.tally).toMatchObject({ delivered: 1, savedSeconds: 158 })
  })

  it('still makes the hall of the day after, with a robot on its way', () => {
    const hall = facts.reduce(evolve, emptyHall(smallSite()))
    expect(hall.day?.day).toBe('2026-11-25')
    expect([...hall.courses.values()]).toMatchObject([{ released: 1, order: { at: 1, acknowledged: true } }])
    expect([...hall.robots.values()]).toMatchObject([{ robotId: 'R1', missionId: 'M0006' }])
    expect(hall.counted.orders).toBe(1)
  })

  it('still makes the camera that has been set up, and the calls to see to a crowd and a camera', () => {
    const hall = facts.reduce(evolve, emptyHall(smallSite()))
    expect(hall.site.cameras[0]?.privacy.assessment).toBe('PIA-1, 2026-11-24')
    expect([...hall.alerts.values()].map(({ kind }) => kind).slice(0, 2)).toEqual(['crowding', 'camera'])
  })
})

describe('cards and duty in it', () => {
  const hall = facts.reduce(evolve, emptyHall(smallSite()))

  it('still make the card as it was left, and the one that is over', () =>
    expect([...hall.cards.values()]).toMatchObject([
      { cardId: 'K0001', state: 'open', count: 1, alertIds: ['L0005', 'L0007'], to: [], level: 0 },
      { cardId: 'K0002', state: 'over', how: 'resolved', count: 0 },
    ]))

  it('still make who is on duty, with their buzzes', () =>
    expect([...hall.staff.values()]).toMatchObject([
      { staffId: 'S12', role: 'guide', zoneId: 'Z1', buzzes: [expect.any(Number)] },
      { staffId: 'S13', role: 'guide', zoneId: 'Z1', tabletId: 'T2', buzzes: [] },
    ]))
})

describe('a mission that was under way by an errand', () => {
  const before = facts.slice(
    0,
    facts.findIndex(({ event }) => event.type === 'missionDelivered'),
  )
  const heard = facts.filter(({ event }) => event.type === 'robotChanged').slice(0, 1)
  const hall = [...before, ...heard].reduce(evolve, emptyHall(smallSite()))
  const at = Number(heard[0]?.at)

  it('is still its robot’s', () => {
    expect([...hall.missions.values()]).toContainEqual(
      expect.objectContaining({ missionId: 'M0001', state: 'underway', robotId: 'R1' }),
    )
    expect([...hall.robots.values()]).toMatchObject([{ robotId: 'R1', missionId: 'M0001' }])
  })

  it('goes on when the robot has said where it stands', () => {
    const robotId = RobotId.parse('R1')
    const report = RobotReport.parse({
      orderId: '',
      orderUpdateId: 0,
      mode: 'automatic',
      batteryPercent: 85,
      charging: false,
      lastNodeId: 'n1',
      nodesLeft: 0,
      edgesLeft: 0,
      actions: [],
      faults: [],
      rejections: [],
    })
    const told = after(hall, { type: 'reportRobot', robotId, online: true, report })
    const course = after(told, { type: 'tick' }).courses.get(robotId)
    expect(course?.order).toMatchObject({ nodes: ['n1', 'n2', 'n3'], released: 3, stop: 'drop' })
  })

  const after = (before: HallState, command: Command): HallState => {
    const decision = decide(command, before, at)
    if (!decision.ok) throw new Error(decision.refusal.code)
    const cause = CommandId.parse('test:0')
    return decision.events.map((event): Fact => ({ seq: 1, at, by: 'test', cause, event })).reduce(evolve, before)
  }
})
