/** What a robot still has to be told. */
import { describe, expect, it } from 'vitest'
import { Course } from '#contracts/courses.ts'
import { isOngoing } from '#contracts/missionLife.ts'
import type { Mission } from '#contracts/missions.ts'
import { Mission as MissionShape } from '#contracts/missions.ts'
import { Robot, RobotReport } from '#contracts/robots.ts'
import { isUnderstood, type Known, wanted } from '#edge/core/fleet/wanting.ts'

const robot = (more: object = {}) =>
  Robot.parse({
    robotId: 'R1',
    online: true,
    mode: 'automatic',
    batteryPercent: 80,
    charging: false,
    nodeId: 'n0',
    faults: [],
    limits: {},
    ...more,
  })

const report = (more: object = {}) =>
  RobotReport.parse({
    orderId: '',
    orderUpdateId: 0,
    mode: 'automatic',
    batteryPercent: 80,
    charging: false,
    lastNodeId: 'n0',
    nodesLeft: 0,
    edgesLeft: 0,
    actions: [],
    faults: [],
    rejections: [],
    ...more,
  })

const course = (order: object = {}) =>
  Course.parse({
    steps: [
      { nodeId: 'n0', turn: 0 },
      { nodeId: 'n1', turn: 1 },
    ],
    released: 2,
    order: {
      orderId: 'R1-a-1',
      orderUpdateId: 3,
      from: 0,
      nodes: ['n0', 'n1'],
      released: 2,
      at: 0,
      acknowledged: false,
      ...order,
    },
  })

const mission = (more: object = {}): Known['mission'] => {
  const read: Mission = MissionShape.parse({
    missionId: 'M0001',
    kind: 'delivery',
    from: 'W1',
    to: 'back-office',
    priority: 0,
    requestedAt: 0,
    state: 'assigned',
    robotId: 'R1',
    cancelAsked: false,
    ...more,
  })
  if (!isOngoing(read)) throw new Error('a mission on its way')
  return read
}

const known = (more: Partial<Known> = {}): Known => ({
  robot: robot(),
  course: undefined,
  mission: undefined,
  online: true,
  report: report(),
  ...more,
})
const said = (more: Partial<Known>) => wanted(known(more)).map(({ say }) => say)
const driving = { orderId: 'R1-a-1', orderUpdateId: 3, nodesLeft: 1, edgesLeft: 1 }

describe('an order', () => {
  it('is said until it is shown or acknowledged', () => {
    expect(wanted(known({ course: course() }))).toEqual([{ say: 'order', order: course().order }])
    expect(said({ course: course(), report: undefined })).toEqual(['stateRequest', 'order'])
    expect(said({ course: course(), report: report({ ...driving, orderUpdateId: 2 }) })).toEqual(['order'])
    expect(said({ course: course(), report: report(driving) })).toEqual([])
    expect(said({ course: course({ acknowledged: true }) })).toEqual([])
  })

  it('waits until an order of before is over, which is stopped when it is of this hall', () => {
    const other = (orderId: string) => report({ ...driving, orderId })
    expect(wanted(known({ course: course(), report: other('R1-a-0') }))).toEqual([
      { say: 'cancelOrder', actionId: 'R1-a-0-stop' },
    ])
    expect(said({ report: other('R1-a-0') })).toEqual(['cancelOrder'])
    expect(said({ course: course(), report: other('workshop-7') })).toEqual([])
    expect(said({ course: course(), report: other('R2-a-0') })).toEqual([])
  })

  it('is cancelled with its mission, and when a stop of it is nobody’s any more', () => {
    const acknowledged = { course: course({ acknowledged: true }), report: report(driving) }
    const cancelled = { ...acknowledged, mission: mission({ cancelAsked: true }) }
    expect(wanted(known(cancelled))).toEqual([{ say: 'cancelOrder', actionId: 'R1-a-1-cancel' }])
    expect(said({ ...acknowledged, course: course({ acknowledged: true, stop: 'pick' }) })).toEqual(['cancelOrder'])
    expect(said(acknowledged)).toEqual([])
  })

  it('is not cancelled twice', () => {
    const actions = [{ actionId: 'R1-a-1-cancel', status: 'running' }]
    const cancelled = { course: course(), mission: mission({ cancelAsked: true }) }
    expect(said({ ...cancelled, report: report({ ...driving, actions }) })).toEqual([])
  })
})

describe('a pause', () => {
  const asked = (pause: boolean) => ({ robot: robot({ pauseAsked: { pause, at: 7 } }) })

  it('is said until the state shows it', () => {
    expect(wanted(known({ ...asked(true), report: report({ paused: false }) }))).toEqual([
      { say: 'startPause', actionId: 'R1-startPause-7' },
    ])
    expect(said({ ...asked(true), report: report({ paused: true }) })).toEqual([])
    expect(said({ ...asked(false), report: report({ paused: true }) })).toEqual(['stopPause'])
    expect(said({ ...asked(false), report: report({ paused: false }) })).toEqual([])
  })

  it('is said until the action is listed by a robot that does not say whether it is paused', () => {
    expect(said({ ...asked(false), report: report() })).toEqual(['stopPause'])
    const actions = [{ actionId: 'R1-stopPause-7', status: 'finished' }]
    expect(said({ ...asked(false), report: report({ actions }) })).toEqual([])
  })
})

describe('a robot in somebody’s hands', () => {
  it.each(['manual', 'service', 'teachin'])('is told nothing in %s mode', (mode) => {
    const paused = robot({ mode, pauseAsked: { pause: true, at: 7 } })
    expect(said({ robot: paused, course: course(), report: report({ mode }) })).toEqual([])
    expect(said({ robot: paused, course: course(), report: undefined })).toEqual(['stateRequest'])
  })

  it('is told things in semiautomatic mode, where it only drives as fast as somebody lets it', () => {
    expect(said({ course: course(), report: report({ mode: 'semiautomatic' }) })).toEqual(['order'])
  })
})

describe('charging', () => {
  const charger = { nodeId: 'n0', at: 7 }
  const standing = Course.parse({ steps: [{ nodeId: 'n0', turn: 0 }], released: 1 })

  it('begins on the charger it was sent to, and nowhere else', () => {
    const sent = { robot: robot({ charger }) }
    expect(said({ ...sent, course: standing })).toEqual(['startCharging'])
    expect(said({ ...sent, course: standing, report: report({ charging: true }) })).toEqual([])
    expect(said({ robot: robot({ charger: { ...charger, nodeId: 'n1' } }), course: standing })).toEqual([])
  })

  it('ends when it is called away', () => {
    const charged = report({ charging: true })
    expect(said({ course: standing, mission: mission(), report: charged })).toEqual(['stopCharging'])
    expect(said({ course: standing, report: charged })).toEqual([])
  })
})

describe('a question', () => {
  it('is how it is when it is there and has not said', () => {
    expect(said({ report: undefined })).toEqual(['stateRequest'])
    expect(said({ report: undefined, online: false })).toEqual([])
  })

  it('is what it can do when it has not said', () => {
    const { limits: _, ...unknown } = robot()
    expect(said({ robot: unknown })).toEqual(['factsheetRequest'])
  })
})

describe('what a robot understands', () => {
  const pause = { say: 'startPause', actionId: 'x' } as const
  it.each([
    ['anything, when it does not say', true, undefined],
    ['what it lists', true, ['cancelOrder', 'startPause']],
    ['not what it does not list', false, ['cancelOrder']],
    ['anything, when its list is of node actions alone', true, ['pick', 'drop']],
  ])('is %s', (_, expected, actions) => expect(isUnderstood(pause, actions ? { actions } : {})).toBe(expected))

  it('is an order, and always to cancel it', () => {
    expect(isUnderstood({ say: 'cancelOrder', actionId: 'x' }, { actions: ['cancelOrder'] })).toBe(true)
    const { order } = course()
    if (!order) throw new Error('a course with an order')
    expect(isUnderstood({ say: 'order', order }, { actions: ['cancelOrder'] })).toBe(true)
  })
})
