/** The robots put together from the records, what they have saved, and what their alerts ask of people. */
import { describe, expect, it } from 'vitest'
import { Alert } from '#contracts/alerts.ts'
import { Course } from '#contracts/courses.ts'
import type { HallRecord } from '#contracts/live.ts'
import { Mission } from '#contracts/missions.ts'
import { Robot } from '#contracts/robots.ts'
import { HallScreen } from '#dashboard/live/hallScreen.svelte.ts'
import { fleetOf, memberSaid } from '#dashboard/parts/fleet.ts'
import { fleetSaying } from '#dashboard/parts/fleetSaying.ts'
import { savedIn } from '#dashboard/parts/saving.ts'
import { isOfPerson, isRobotAlert, troubleSaid } from '#dashboard/parts/troubles.ts'
import { isUrgent } from '#dashboard/parts/urgency.ts'
import { worstOf } from '#dashboard/wall/fleet.ts'
import { zh } from '#dashboard/words/robots/zh.ts'
import { fleetSite } from './fleetSite.ts'

const site = fleetSite()
const saying = fleetSaying(site, 'en')
const robot = (robotId: string, more: object = {}) =>
  Robot.parse({
    robotId,
    online: true,
    mode: 'automatic',
    batteryPercent: 60,
    charging: false,
    nodeId: 'n2',
    faults: [],
    ...more,
  })
const mission = Mission.parse({
  missionId: 'M0001',
  kind: 'delivery',
  from: 'W1',
  to: 'back-office',
  priority: 0,
  requestedAt: 5,
  state: 'underway',
  cancelAsked: false,
  robotId: 'R1',
})
const alert = (problem: string, more: object = {}) =>
  Alert.parse({
    alertId: 'L0001',
    kind: 'robot',
    source: { by: 'robot', robotId: 'R1', missionId: 'M0001', problem },
    since: 5,
    raisedAt: 5,
    state: 'open',
    ...more,
  })
const recordsOf = (...records: HallRecord[]) => {
  const screen = new HallScreen(() => 0)
  screen.take({ type: 'snapshot', seq: 1, at: 1, records, readings: [] })
  return screen.records
}
const sayings = (...records: HallRecord[]) => {
  const known = recordsOf(...records)
  return fleetOf(site, known).map((member) => memberSaid(member, saying, known))
}
const robotRecord = (one: Robot): HallRecord => ({ kind: 'robot', id: one.robotId, robot: one })
const alertRecord = (one: Alert): HallRecord => ({ kind: 'alert', id: one.alertId, alert: one })
const missionRecord: HallRecord = { kind: 'mission', id: 'M0001', mission }

describe('the robots of the hall', () => {
  it('are all there in the order of the site, also those that have never reported', () =>
    expect(sayings(robotRecord(robot('R2'))).map(({ condition, why }) => [condition, why])).toEqual([
      ['outOfReach', 'has not reported yet'],
      ['free', ''],
      ['outOfReach', 'has not reported yet'],
    ]))

  it('need a person while one is called for them, and say what for where they are well themselves', () => {
    const one = robotRecord(robot('R1'))
    expect(sayings(one, missionRecord, alertRecord(alert('failed')))[0]).toMatchObject({
      state: 'urgent',
      why: 'Runner could not deliver to Back office',
    })
    expect(
      sayings(one, alertRecord(alert('failed', { source: { by: 'robot', robotId: 'R2', problem: 'load' } })))[0],
    ).toMatchObject({ condition: 'free' })
  })

  it('say of a silent one what a person is called for', () => {
    const silent = robotRecord(robot('R1', { online: false, missionId: 'M0001' }))
    expect(sayings(silent, missionRecord)[0]?.why).toBe('has not been heard of')
    expect(sayings(silent, missionRecord, alertRecord(alert('lost')))[0]).toMatchObject({
      state: 'unknown',
      why: 'Runner is out of reach with things on it, last seen near window 2',
    })
  })

  it('go to charge where nothing else is to be done', () => {
    const charger = { nodeId: 'n0', at: 5 }
    const course: HallRecord = {
      kind: 'course',
      id: 'R1',
      course: Course.parse({
        steps: [
          { nodeId: 'n2', turn: 0 },
          { nodeId: 'n0', turn: 1 },
        ],
        released: 1,
      }),
    }
    expect(sayings(robotRecord(robot('R1', { charger })), course)[0]).toMatchObject({ word: 'going to charge' })
    expect(sayings(robotRecord(robot('R1')), course)[0]).toMatchObject({ word: 'driving' })
  })

  it('have a mission only as long as it goes on', () => {
    const known = recordsOf(robotRecord(robot('R1', { missionId: 'M0001' })), missionRecord)
    expect(fleetOf(site, known)[0]?.situation?.mission?.missionId).toBe('M0001')
    const over = Mission.parse({ ...mission, state: 'delivered', finishedAt: 9 })
    const later = recordsOf(robotRecord(robot('R1', { missionId: 'M0001' })), {
      kind: 'mission',
      id: 'M0001',
      mission: over,
    })
    expect(fleetOf(site, later)[0]?.situation?.mission).toBeUndefined()
  })

  it('are shown worst first where there is no room for all, yet stay in their order', () => {
    const robots = (['fine', 'urgent', 'fine', 'attention'] as const).map((state, n) => ({ n, state }))
    expect(worstOf(robots, 3).map(({ n }) => n)).toEqual([0, 1, 3])
  })
})

describe('the alert of a robot', () => {
  it('says what is wrong and what to do for each problem, in Chinese and in English', () => {
    for (const language of ['zh', 'en'] as const) {
      const said = Object.keys(zh.trouble).flatMap((problem) => {
        const one = alert(problem)
        if (!isRobotAlert(one)) return []
        const { what, todo } = troubleSaid(one, { robot: robot('R1'), mission }, fleetSaying(site, language))
        return [what, todo]
      })
      expect(new Set(said).size).toBe(16)
      expect(said.filter((sentence) => /undefined|^\s*$| {2}/.test(sentence))).toEqual([])
    }
  })

  it('says where it is, and what way is blocked', () => {
    const one = alert('obstacle')
    if (!isRobotAlert(one)) throw new Error('an alert of a robot')
    expect(troubleSaid(one, { robot: robot('R1'), mission: undefined }, saying)).toEqual({
      what: 'Runner is stopped near window 2, its way is blocked',
      todo: 'Clear the way; it goes on by itself.',
    })
  })

  it('does not speak of an errand where there is none', () => {
    const one = Alert.parse({ ...alert('load'), source: { by: 'robot', robotId: 'R1', problem: 'load' } })
    if (!isRobotAlert(one)) throw new Error('an alert of a robot')
    expect(troubleSaid(one, { robot: robot('R1'), mission: undefined }, saying)).toEqual({
      what: 'Runner has things on it that no errand asks for',
      todo: 'Take them off.',
    })
  })

  it('is not of a person, as one of a visitor who has asked a robot is', () => {
    expect(isOfPerson(alert('lost'))).toBe(false)
    expect(isOfPerson(Alert.parse({ ...question, kind: 'question' }))).toBe(true)
  })
})

const question = { ...alert('lost'), source: { by: 'question', robotId: 'R1', language: 'ja' } }

describe('an alert that nobody has accepted', () => {
  it('is urgent sooner for a visitor beside a robot than for one who sits and waits', () => {
    const asks = Alert.parse({ ...question, kind: 'question' })
    const waits = Alert.parse({ ...question, kind: 'longWait', source: { by: 'camera', cameraId: 'C1', stayId: 'S1' } })
    expect([2, 3].map((minutes) => isUrgent(asks, minutes, 15))).toEqual([false, true])
    expect([29, 30].map((minutes) => isUrgent(waits, minutes, 15))).toEqual([false, true])
    expect([9, 10].map((minutes) => isUrgent(alert('lost'), minutes, 15))).toEqual([false, true])
  })
})

describe('what robots have saved', () => {
  it('is told in minutes below an hour, and then in hours with a tenth', () => {
    expect([0, 0.4, 0.99].map((hours) => savedIn(hours))).toEqual([
      { value: '0', unit: 'minutes' },
      { value: '24', unit: 'minutes' },
      { value: '59', unit: 'minutes' },
    ])
    expect([0.995, 1.26, 12].map((hours) => savedIn(hours).value)).toEqual(['1.0', '1.3', '12.0'])
  })
})
