/** Why a robot does not go on, where it stands, and how it is in one word. */
import { describe, expect, it } from 'vitest'
import { Course } from '#contracts/courses.ts'
import { Mission } from '#contracts/missions.ts'
import { FloorPoint } from '#contracts/places.ts'
import { HeldUp, Robot } from '#contracts/robots.ts'
import { stateOf } from '#dashboard/parts/condition.ts'
import { fleetSaying } from '#dashboard/parts/fleetSaying.ts'
import { heldUpCode, heldUpSaid, hindranceOf, whySaid } from '#dashboard/parts/holdUps.ts'
import { conditionOf } from '#dashboard/parts/situation.ts'
import { spotAt, spotOf } from '#dashboard/parts/spots.ts'
import { zh } from '#dashboard/words/robots/zh.ts'
import { fleetSite } from './fleetSite.ts'

const site = fleetSite()
const saying = { zh: fleetSaying(site, 'zh'), en: fleetSaying(site, 'en') }
const robot = (more: object = {}) =>
  Robot.parse({
    robotId: 'R1',
    online: true,
    mode: 'automatic',
    batteryPercent: 60,
    charging: false,
    nodeId: 'n1',
    faults: [],
    ...more,
  })
const mission = (more: object = {}) =>
  Mission.parse({
    missionId: 'M0001',
    kind: 'delivery',
    from: 'W1',
    to: 'back-office',
    priority: 0,
    requestedAt: 1000,
    state: 'underway',
    robotId: 'R1',
    cancelAsked: false,
    ...more,
  })
/** One of each kind and of each cause within it. */
const all = [
  { what: 'robot', robotId: 'R2', nodeId: 'n2' },
  { what: 'lift', liftId: 'lift', why: 'coming' },
  { what: 'lift', liftId: 'lift', why: 'busy' },
  { what: 'lift', liftId: 'lift', why: 'outOfOrder' },
  { what: 'door', doorId: 'door', why: 'opening' },
  { what: 'door', doorId: 'door', why: 'outOfOrder' },
  { what: 'handover', placeId: 'back-office' },
  { what: 'obstacle', nodeId: 'n2' },
  { what: 'noWay', to: 'n3' },
  { what: 'order' },
  { what: 'silent' },
  { what: 'paused' },
  { what: 'notAutomatic' },
  { what: 'faulty' },
  { what: 'placeUnknown' },
].map((told) => HeldUp.parse(told))

describe('why a robot does not go on', () => {
  it('is said for every cause there is, in Chinese and in English, with nothing left open', () => {
    expect(new Set(all.map(({ what }) => what)).size).toBe(HeldUp.options.length)
    for (const language of ['zh', 'en'] as const) {
      const said = all.map((heldUp) => heldUpSaid(heldUp, robot(), mission(), saying[language]))
      expect(new Set(said).size).toBe(all.length)
      expect(said.filter((sentence) => /undefined|^\s*$| {2}/.test(sentence))).toEqual([])
    }
  })

  it('has no words for causes that never come', () => {
    const codes = all.flatMap((heldUp) => [
      heldUpCode(heldUp, undefined),
      heldUpCode(heldUp, mission()),
      heldUpCode(heldUp, mission({ state: 'assigned' })),
    ])
    expect(new Set([...codes, 'stray'])).toEqual(new Set(Object.keys(zh.heldUp)))
  })

  it('names where it stands, for whom, and what it waits for', () => {
    const said = (heldUp: object, at: object = {}) => heldUpSaid(HeldUp.parse(heldUp), robot(at), mission(), saying.zh)
    expect(said({ what: 'robot', robotId: 'R2', nodeId: 'n2' })).toBe('在 1 号窗口旁等 Walker 让开')
    expect(said({ what: 'robot', robotId: 'R2', nodeId: 'n2' }, { nodeId: undefined })).toBe('等 Walker 让开')
    expect(said({ what: 'handover', placeId: 'W2' })).toBe('在 2 号窗口等人取件')
    expect(heldUpSaid(HeldUp.parse({ what: 'noWay', to: 'n3' }), robot(), mission(), saying.en)).toBe(
      'waits until one of the ways to Back office is clear',
    )
  })

  it('is what it says of itself before what the hall has worked out', () => {
    const heldUp = { what: 'robot', robotId: 'R2', nodeId: 'n2' }
    expect(hindranceOf(robot({ online: false, heldUp }), mission())).toEqual({ what: 'silent' })
    expect(hindranceOf(robot({ pauseAsked: { pause: true, at: 1 }, heldUp }), mission())).toEqual({ what: 'paused' })
    expect(hindranceOf(robot({ paused: true, pauseAsked: { pause: false, at: 1 } }), mission())).toBeUndefined()
    expect(hindranceOf(robot({ heldUp }), mission())).toMatchObject({ what: 'robot' })
  })

  it('is a strange order where nothing else keeps it', () => {
    expect(whySaid(robot({ strayOrderId: 'x' }), undefined, saying.en)).toMatch(/has not asked/)
    expect(whySaid(robot(), undefined, saying.en)).toBe('')
  })
})

describe('where something is', () => {
  it('is a stop by its own name, a lift, a charger, or what is near', () => {
    expect(spotOf(site, 'n2')).toEqual({ by: 'place', id: 'W2' })
    expect(spotOf(site, 'lift-2')).toEqual({ by: 'lift', liftId: 'lift' })
    expect(spotOf(site, 'n0')).toEqual({ by: 'charger' })
    expect(spotOf(site, 'nowhere')).toBeUndefined()
  })

  it('is the nearest window or place of that floor, or the floor alone where none is near', () => {
    expect(spotAt(site, FloorPoint.parse({ floorId: 'F1', x: 14, y: 14 }))).toEqual({ by: 'place', id: 'W3' })
    expect(spotOf(site, 'far')).toEqual({ by: 'floor', floorId: 'F1' })
    expect(saying.en.where('far')).toBe('on Ground floor')
    expect(saying.zh.where('n2')).toBe('2 号窗口旁')
  })
})

describe('how a robot is', () => {
  const course = (more: object = {}) =>
    Course.parse({
      steps: [
        { nodeId: 'n1', turn: 0 },
        { nodeId: 'n2', turn: 1 },
      ],
      released: 2,
      ...more,
    })
  const standing = { steps: [{ nodeId: 'n1', turn: 0 }], released: 1 }
  const order = { orderId: 'o', orderUpdateId: 0, from: 0, nodes: ['n1'], released: 1, stop: 'pick', at: 0 }
  const how = (more: object, situation: object = {}) =>
    conditionOf({ robot: robot(more), troubled: false, criticalPercent: 15, ...situation })

  it.each([
    ['free', {}, {}],
    ['driving', {}, { mission: mission() }],
    ['driving', {}, { course: course() }],
    ['free', {}, { course: Course.parse(standing) }],
    ['handover', {}, { mission: mission({ arrivedAt: 3 }) }],
    [
      'handover',
      {},
      { mission: mission(), course: Course.parse({ ...standing, order: { ...order, acknowledged: true } }) },
    ],
    ['charging', { charging: true, batteryPercent: 5 }, {}],
    ['heldUp', { heldUp: { what: 'lift', liftId: 'lift', why: 'coming' } }, { mission: mission() }],
    ['heldUp', { heldUp: { what: 'noWay', to: 'n3' } }, { mission: mission() }],
    ['needsPerson', { heldUp: { what: 'lift', liftId: 'lift', why: 'outOfOrder' } }, { mission: mission() }],
    ['needsPerson', { faults: ['motor'] }, {}],
    ['needsPerson', {}, { troubled: true }],
    ['paused', { paused: true }, {}],
    ['byHand', { mode: 'manual' }, {}],
    ['batteryLow', { batteryPercent: 10 }, {}],
    ['outOfReach', { online: false, faults: ['motor'] }, { troubled: true }],
  ])('is %s with %o', (condition, more, situation) => expect(how(more, situation)).toBe(condition))

  it('is never fine while it is silent or somebody has to come', () => {
    expect(stateOf('outOfReach')).toBe('unknown')
    expect(stateOf('needsPerson')).toBe('urgent')
  })
})
