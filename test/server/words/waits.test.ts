import { describe, expect, it } from 'vitest'
import { Mission, Unfit } from '#contracts/missions.ts'
import { HeldUp, Robot } from '#contracts/robots.ts'
import { missionWaits, robotWaits } from '#server/words/waits.ts'

const asked = { missionId: 'M0001', kind: 'delivery', from: 'W1', to: 'W3', priority: 0, requestedAt: 1 }
const robot = (change: object = {}): Robot =>
  Robot.parse({
    robotId: 'R1',
    online: true,
    mode: 'automatic',
    batteryPercent: 80,
    charging: false,
    nodeId: 'at-W3',
    faults: [],
    ...change,
  })
const on = (state: 'assigned' | 'underway') => Mission.parse({ ...asked, state, robotId: 'R1', cancelAsked: false })
const waiting = (why: Record<string, Unfit[]>, robots: readonly Robot[] = []) =>
  missionWaits(Mission.parse({ ...asked, state: 'waiting', why }), (id) => robots.find((one) => one.robotId === id))
const held = (heldUp: object, state: 'assigned' | 'underway' = 'underway', change: object = {}) =>
  missionWaits(on(state), () => robot({ heldUp, ...change }))

const unfit: Record<Unfit, string> = {
  offline: 'R1 is out of reach.',
  notAutomatic: 'R1 is not in automatic mode.',
  paused: 'R1 is paused.',
  busy: 'R1 is busy.',
  wrongKind: 'R1 is not meant for such missions.',
  batteryLow: 'R1 is low on battery.',
  charging: 'R1 is charging.',
  placeUnknown: 'R1 is at no place that is known.',
  noRoute: 'R1 is without a way there.',
  liftOut: 'R1 is cut off by a lift that is out of order.',
  faulty: 'R1 is faulty.',
  refused: 'R1 is not sent again after trying in vain.',
}

describe('a mission that waits', () => {
  it.each(Unfit.options)('says that its only robot is %s', (reason) => {
    expect(waiting({ R1: [reason] })).toBe(unfit[reason])
  })

  it('says what keeps every robot, those alike together', () => {
    expect(waiting({ R1: ['busy'], R2: ['busy'], R3: ['offline'] })).toBe(
      'Every robot is busy (R1, R2) or out of reach (R3).',
    )
    expect(waiting({ R1: ['busy', 'batteryLow'], R2: ['charging'], R3: ['paused'] })).toBe(
      'Every robot is busy and low on battery (R1), charging (R2), or paused (R3).',
    )
  })

  it('says who could go, unless they are on their way for another one', () => {
    const elsewhere = robot({ missionId: 'M0002' })
    expect(waiting({ R1: [], R2: ['busy'] }, [robot()])).toBe('R1 is about to be sent.')
    expect(waiting({ R1: [], R2: [] })).toBe('R1 or R2 is about to be sent.')
    expect(waiting({ R1: [], R2: ['busy'] }, [elsewhere])).toBe(
      'Every robot is on its way for another mission (R1) or busy (R2).',
    )
    expect(waiting({})).toBe('No robot has been chosen yet.')
  })
})

const lift = (why: string) => ({ what: 'lift', liftId: 'L1', why })
const door = (why: string) => ({ what: 'door', doorId: 'D1', why })
/** One of each kind at least. */
const halts: [object, string][] = [
  [{ what: 'robot', robotId: 'R2', nodeId: 'at-W4' }, 'R1 waits at at-W3 for R2 to leave at-W4.'],
  [lift('coming'), 'R1 waits for lift L1, which is coming.'],
  [lift('busy'), 'R1 waits for lift L1, which is busy.'],
  [lift('outOfOrder'), 'R1 waits for lift L1, which is out of order.'],
  [door('opening'), 'R1 waits for door D1, which is opening.'],
  [door('outOfOrder'), 'R1 waits for door D1, which is out of order.'],
  [{ what: 'handover', placeId: 'W3' }, 'R1 waits at W3 for somebody to take what it brings.'],
  [{ what: 'obstacle', nodeId: 'n4' }, 'R1 is free to drive to n4 and does not get there.'],
  [{ what: 'noWay', to: 'n9' }, 'R1 finds no way to n9 past what cannot move aside.'],
  [{ what: 'order' }, 'R1 has not taken its order yet.'],
  [{ what: 'silent' }, 'R1 is out of reach.'],
  [{ what: 'paused' }, 'R1 is paused.'],
  [{ what: 'notAutomatic' }, 'R1 is not in automatic mode.'],
  [{ what: 'faulty' }, 'R1 is faulty.'],
  [{ what: 'placeUnknown' }, 'R1 is at no place that is known.'],
]

describe('a mission whose robot does not go on', () => {
  it.each(halts)('says of %j: %s', (heldUp, sentence) => {
    expect(held(heldUp)).toBe(sentence)
  })

  it('has a sentence for all that can hold a robot up', () => {
    const kinds = HeldUp.options.map(({ shape }) => shape.what.value)
    expect(new Set(halts.map(([heldUp]) => HeldUp.parse(heldUp).what))).toEqual(new Set(kinds))
  })

  it('tells loading from unloading, names the fault, and does without a place', () => {
    expect(held({ what: 'handover', placeId: 'W1' }, 'assigned')).toBe('R1 waits at W1 for somebody to load it.')
    expect(held({ what: 'faulty' }, 'underway', { faults: ['motor', 'laser'] })).toBe('R1 is faulty (motor, laser).')
    expect(held({ what: 'robot', robotId: 'R2', nodeId: 'n4' }, 'underway', { nodeId: undefined })).toBe(
      'R1 waits for R2 to leave n4.',
    )
  })
})

describe('nothing', () => {
  it('is said of a robot that goes on, and of a mission that is over', () => {
    expect(robotWaits(robot(), undefined)).toBeUndefined()
    expect(missionWaits(on('underway'), () => robot())).toBeUndefined()
    expect(missionWaits(on('underway'), () => undefined)).toBeUndefined()
    const over = Mission.parse({ ...asked, state: 'delivered', robotId: 'R1', finishedAt: 2 })
    expect(missionWaits(over, () => robot({ heldUp: { what: 'silent' } }))).toBeUndefined()
  })
})
