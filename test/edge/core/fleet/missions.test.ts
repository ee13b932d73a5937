/** Missions in the core: asked for, assigned, carried, failed, taken back. */
import { describe, expect, it } from 'vitest'
import type { HallEvent } from '#contracts/facts.ts'
import { RobotId, RouteNodeId } from '#contracts/ids.ts'
import { type Errand, Errand as ErrandShape } from '#contracts/missions.ts'
import type { RobotReport } from '#contracts/robots.ts'
import { given, hallAfter, NINE } from '#test/support/given.ts'
import { missionId, placeId } from '#test/support/names.ts'

const R1 = RobotId.parse('R1')
const M1 = missionId('M0001')

const ask = {
  type: 'requestMission',
  kind: 'delivery',
  from: placeId('W1'),
  to: placeId('back-office'),
  priority: 0,
} as const
const requested: HallEvent = { ...ask, type: 'missionRequested', missionId: M1, why: { [R1]: ['offline'] } }

const robotAt = (nodeId: string, more = {}): HallEvent => ({
  type: 'robotChanged',
  robotId: R1,
  robot: {
    robotId: R1,
    online: true,
    mode: 'automatic',
    batteryPercent: 80,
    charging: false,
    nodeId: RouteNodeId.parse(nodeId),
    faults: [],
    ...more,
  },
})

const errand: Errand = ErrandShape.parse({
  robotId: 'R1',
  orderId: 'M0001-1',
  orderUpdateId: 0,
  path: ['n0', 'n1', 'n2', 'n3'],
  pickAt: 1,
  dropAt: 3,
  acknowledged: false,
})
const assigned: HallEvent = { type: 'missionAssigned', missionId: M1, errand }
const acknowledged: HallEvent = { type: 'orderAcknowledged', missionId: M1, orderId: errand.orderId, orderUpdateId: 0 }
const underway: HallEvent = { type: 'missionUnderway', missionId: M1 }
const cancelAsked: HallEvent = { type: 'missionCancelAsked', missionId: M1 }

const report = (more: Partial<RobotReport> = {}): RobotReport => ({
  orderId: errand.orderId,
  orderUpdateId: 0,
  mode: 'automatic',
  batteryPercent: 82,
  charging: false,
  lastNodeId: 'n0',
  nodesLeft: 3,
  edgesLeft: 3,
  actions: [],
  faults: [],
  rejections: [],
  ...more,
})
const reports = (more: Partial<RobotReport> = {}) =>
  ({ type: 'reportRobot', robotId: R1, online: true, report: report(more) }) as const
const action = (what: string, status: RobotReport['actions'][number]['status']) => ({
  actionId: `${errand.orderId}-${what}`,
  status,
})
const over = { nodesLeft: 0, edgesLeft: 0 }

describe('asking for a mission', () => {
  it('writes down what speaks against each robot', () => given().when(ask).yields(requested))

  it('counts on over all missions', () =>
    given(requested)
      .when(ask)
      .yields({ ...requested, missionId: 'M0002' }))

  it('is refused where no robot can stop, is known, or can go', () => {
    given()
      .when({ ...ask, to: placeId('moon') })
      .isRefused({ code: 'unknownPlace', placeId: placeId('moon') })
    given()
      .when({ ...ask, from: placeId('W3') })
      .isRefused({ code: 'noRobotStop', placeId: placeId('W3') })
    given()
      .when({ ...ask, from: placeId('n3') })
      .isRefused({ code: 'samePlace', placeId: placeId('back-office') })
  })
})

describe('a tick', () => {
  const at = NINE + 60_000

  it('sends the free robot by the soonest way', () =>
    given(requested, robotAt('n0'))
      .when({ type: 'tick' }, at)
      .yields({
        type: 'missionAssigned',
        missionId: M1,
        errand: { ...errand, orderId: `M0001-${at}` },
      }))

  it('tells of changed reasons once', () => {
    const [battery, manual] = [
      robotAt('n0', { batteryPercent: 15 }),
      robotAt('n0', { batteryPercent: 15, mode: 'manual' }),
    ]
    given(requested, battery)
      .when({ type: 'tick' })
      .yields({ type: 'missionHeld', missionId: M1, why: { R1: ['batteryLow'] } })
    const held: HallEvent = { type: 'missionHeld', missionId: M1, why: { [R1]: ['notAutomatic', 'batteryLow'] } }
    given(requested, manual, held).when({ type: 'tick' }).yields()
  })

  it('does not send a robot that has a mission, a fault, or an order nobody knows', () => {
    const second: HallEvent = { ...requested, missionId: missionId('M0002') }
    const why = (reason: string) => ({ type: 'missionHeld', missionId: second.missionId, why: { R1: [reason] } })
    given(robotAt('n0'), requested, assigned, second).when({ type: 'tick' }).yields(why('busy'))
    given(robotAt('n0', { faults: ['laser'] }), second)
      .when({ type: 'tick' })
      .yields(why('faulty'))
    given(robotAt('n0', { strayOrderId: 'X' }), second)
      .when({ type: 'tick' })
      .yields(why('busy'))
  })

  it('gives the robot to the most urgent mission, then to the oldest', () => {
    const urgent: HallEvent = { ...requested, missionId: missionId('M0002'), priority: 5 }
    given(requested, urgent, robotAt('n0'))
      .when({ type: 'tick' })
      .yields(expect.objectContaining({ type: 'missionAssigned', missionId: 'M0002' }), {
        type: 'missionHeld',
        missionId: M1,
        why: { R1: ['busy'] },
      })
  })
})

describe('a report', () => {
  const start = [robotAt('n0'), requested, assigned] as const

  it('that says nothing new yields nothing', () =>
    given(...start, acknowledged)
      .when(reports({ batteryPercent: 84.9 }))
      .yields())

  it('acknowledges the order by its ids', () => {
    given(...start)
      .when(reports())
      .yields(acknowledged)
    given(...start)
      .when(reports({ orderId: '', ...over }))
      .yields()
  })

  it('tells when things are taken up, and when they are handed over', () => {
    given(...start, acknowledged)
      .when(reports({ actions: [action('pick', 'running')] }))
      .yields()
    given(...start, acknowledged)
      .when(reports({ actions: [action('pick', 'finished')] }))
      .yields(underway)
    const done = [action('pick', 'finished'), action('drop', 'finished')]
    given(...start, acknowledged, underway)
      .when(reports({ ...over, actions: done }))
      .yields({ type: 'missionDelivered', missionId: M1 })
  })

  it('catches up when all before was lost', () =>
    given(...start)
      .when(reports({ ...over, actions: [action('pick', 'finished'), action('drop', 'finished')] }))
      .yields(acknowledged, underway, { type: 'missionDelivered', missionId: M1 }))

  it('fails the mission with the reason, and keeps the robot busy while the order goes on in it', () =>
    given(...start, acknowledged)
      .when(reports({ actions: [action('pick', 'failed'), action('drop', 'waiting')] }))
      .yields(robotAt('n0', { strayOrderId: errand.orderId }), {
        type: 'missionFailed',
        missionId: M1,
        reason: 'pickFailed',
      }))

  it('fails a rejected mission by the order the rejection names, and no other', () => {
    const rejecting = (orderId: string) =>
      reports({ ...over, orderId: 'M0000-9', rejections: [{ errorType: 'noRouteError', orderId }] })
    given(...start)
      .when(rejecting('M0000-9'))
      .yields()
    given(...start)
      .when(rejecting(errand.orderId))
      .yields({ type: 'missionFailed', missionId: M1, reason: 'rejected: noRouteError' })
  })

  it('puts a mission back in line when its robot forgot it before taking things up, and fails it after', () => {
    const forgotten = reports({ ...over, orderId: '' })
    given(...start, acknowledged)
      .when(forgotten)
      .yields({ type: 'missionHeld', missionId: M1, why: {} })
    given(...start, acknowledged, underway)
      .when(forgotten)
      .yields({ type: 'missionFailed', missionId: M1, reason: 'orderLost' })
  })

  it('of a fatal error fails the mission', () => {
    const blind = robotAt('n0', { faults: ['laser'], strayOrderId: errand.orderId })
    given(...start, acknowledged)
      .when(reports({ faults: ['laser'] }))
      .yields(blind, { type: 'missionFailed', missionId: M1, reason: 'fault: laser' })
  })
})

describe('cancelling a mission', () => {
  const start = [robotAt('n0'), requested, assigned, acknowledged] as const
  const cancel = { type: 'cancelMission', missionId: M1 } as const
  const cancelled = { type: 'missionCancelled', missionId: M1 }

  it('is over at once while it waits', () => given(requested).when(cancel).yields(cancelled))

  it('is over when the robot says so: not when it merely lists the cancel', () => {
    given(...start)
      .when(cancel)
      .yields(cancelAsked)
    given(...start, cancelAsked)
      .when(reports({ actions: [action('cancel', 'running')] }))
      .yields()
    given(...start, cancelAsked)
      .when(reports({ ...over, actions: [action('cancel', 'running')] }))
      .yields()
    given(...start, cancelAsked)
      .when(reports({ ...over, actions: [action('cancel', 'finished')] }))
      .yields(cancelled)
  })

  it('is over when nothing of the order is left, though the cancel waits for ever', () =>
    given(...start, cancelAsked)
      .when(reports({ ...over, actions: [action('cancel', 'waiting')] }))
      .yields(cancelled))

  it('is a delivery after all when the robot was quicker', () =>
    given(...start, underway, cancelAsked)
      .when(reports({ ...over, actions: [action('pick', 'finished'), action('drop', 'finished')] }))
      .yields({ type: 'missionDelivered', missionId: M1 }))

  it('does not wait for a robot that is out of reach, when asked twice', () => {
    given(...start, cancelAsked)
      .when(cancel)
      .yields()
    given(...start, cancelAsked, robotAt('n0', { online: false }))
      .when(cancel)
      .yields(cancelled)
  })

  it('frees the robot', () => {
    const hall = hallAfter(...start, cancelAsked, { type: 'missionCancelled', missionId: M1 })
    expect(hall.robots.get(R1)?.missionId).toBeUndefined()
    expect(hall.missions.get(M1)).toMatchObject({ state: 'cancelled', robotId: 'R1' })
    given(...start, cancelAsked, { type: 'missionCancelled', missionId: M1 })
      .when(cancel)
      .isRefused({ code: 'missionOver', missionId: M1, state: 'cancelled' })
  })
})
