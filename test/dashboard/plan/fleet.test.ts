/** Robots with their courses, lifts and doors, as the plan draws them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Course } from '#contracts/courses.ts'
import { DoorState, HallDoor, HallLift } from '#contracts/lifts.ts'
import { Mission } from '#contracts/missions.ts'
import { RobotPose } from '#contracts/readings.ts'
import { Robot } from '#contracts/robots.ts'
import { fleetSaying } from '#dashboard/parts/fleetSaying.ts'
import { doorSaid, liftSaid } from '#dashboard/plan/liftSaying.ts'
import { doorsOn, liftSight } from '#dashboard/plan/lifts.ts'
import { labelWidth, lieOnEachOther, robotLabels } from '#dashboard/plan/robotLabels.ts'
import { robotSight } from '#dashboard/plan/robots.ts'
import { fleetSite } from '../parts/fleetSite.ts'

const site = fleetSite()
const saying = fleetSaying(site, 'en')
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
const courseOver = (nodes: readonly string[], more: object) =>
  Course.parse({ steps: nodes.map((nodeId, turn) => ({ nodeId, turn })), ...more })
const seen = (one: Robot, more: { pose?: RobotPose; mission?: Mission; course?: Course } = {}) =>
  robotSight({ robot: one, troubled: false, criticalPercent: 15, ...more }, more.pose, site)
const pose = RobotPose.parse({
  type: 'robotPose',
  robotId: 'R1',
  floorId: 'F1',
  x: 7,
  y: 16,
  theta: 1,
  driving: true,
})

describe('a robot on the plan', () => {
  it('is where it says, else at its last node, else nowhere', () => {
    expect(seen(robot(), { pose })).toMatchObject({ place: { x: 7, y: 16 }, theta: 1 })
    expect(seen(robot())).toMatchObject({ place: { x: 5, y: 16 } })
    expect(seen(robot({ nodeId: undefined }))).toBeUndefined()
  })

  it('shows what it may drive apart from what is only planned, and where it is bound', () => {
    const course = courseOver(['n1', 'n2', 'n3', 'far'], { released: 2, goal: 'far' })
    expect(seen(robot(), { pose, course })).toMatchObject({
      condition: 'driving',
      released: [
        {
          floorId: 'F1',
          points: [
            { x: 5, y: 16 },
            { x: 10, y: 16 },
          ],
        },
      ],
      planned: [
        {
          floorId: 'F1',
          points: [
            { x: 10, y: 16 },
            { x: 24, y: 10 },
            { x: 29, y: 1 },
          ],
        },
      ],
      goal: { floorId: 'F1', x: 29, y: 1 },
    })
  })

  it('has no line while it stands where it is bound, and a line on each floor it crosses', () => {
    const there = courseOver(['n1'], { released: 1, goal: 'n1' })
    expect(seen(robot(), { course: there })).toMatchObject({ released: [], planned: [] })
    expect(seen(robot(), { course: there })).not.toHaveProperty('goal')
    const up = courseOver(['n0', 'lift-1', 'lift-2', 'upper'], { released: 4, goal: 'upper' })
    expect(seen(robot({ nodeId: 'n0' }), { course: up })?.released.map(({ floorId }) => floorId)).toEqual(['F1', 'F2'])
  })

  it('shows what it is about', () => {
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
    expect(seen(robot(), { mission })).toMatchObject({
      errand: { kind: 'delivery', to: 'back-office', carrying: true },
    })
  })
})

describe('the name of a robot', () => {
  const widths = [100, 60]
  const floor = { width: 600, height: 300 }

  it('is written below it, or beside it where the floor ends, and stays on the floor', () => {
    expect(robotLabels([{ x: 300, y: 100, widths }], 30, floor, [])).toEqual([{ x: 300, y: 133, cut: 0 }])
    expect(robotLabels([{ x: 10, y: 280, widths }], 30, floor, [])).toEqual([{ x: 78, y: 280, cut: 0 }])
  })

  it('never lies on another name, a robot, a pin or a window, at a full dock either', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 300 }) })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), fc.array(point, { maxLength: 8 }), (dock, others) => {
        const taken = others.map((other) => ({ ...other, width: 72, height: 68 }))
        const symbols = dock.map((robot) => ({ ...robot, width: 36, height: 36 }))
        const names = robotLabels(
          dock.map((robot) => ({ ...robot, widths })),
          30,
          floor,
          taken,
        ).flatMap((name) => (name ? [{ ...name, width: widths[name.cut] ?? 0, height: 30 }] : []))
        for (const [i, name] of names.entries())
          for (const other of [...taken, ...symbols, ...names.slice(i + 1)])
            expect(lieOnEachOther(name, other)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('is cut short where it does not fit, and left out where nothing does', () => {
    const beside = (width: number) => [
      { x: 300, y: 60, width: 600, height: 100 },
      { x: 300, y: 240, width: 600, height: 100 },
      { x: 600 - width / 2, y: 150, width, height: 80 },
    ]
    const placed = (width: number) => robotLabels([{ x: 100, y: 150, widths }], 30, floor, beside(width))[0]
    expect([300, 400, 590].map((width) => placed(width)?.cut)).toEqual([0, 1, undefined])
  })

  it('takes more room the longer it is, and more in Chinese letter by letter', () => {
    expect(labelWidth('小递')).toBe(64)
    expect(labelWidth('Runner 1')).toBe(120)
  })
})

describe('a lift on the plan', () => {
  const lift = (more: object = {}) => HallLift.parse({ liftId: 'lift', floor: 'F1', door: 'open', ...more })
  const said = (told: HallLift | undefined, floorId: string) => liftSaid('lift', liftSight(told, floorId, site), saying)

  it('says where the cabin is, how its door stands, and that it serves a robot', () => {
    expect(said(lift(), 'F1')).toEqual(['the lift is here', 'door open'])
    expect(said(lift({ door: 'moving', session: 'R1' }), 'F1')).toEqual([
      'the lift is here',
      'door moving',
      'serves a robot',
    ])
    expect(said(lift(), 'F2')).toEqual(['the lift at Ground floor'])
    expect(liftSight(lift(), 'F2', site).cabin).toBe('below')
    expect(liftSight(lift({ floor: 'F2' }), 'F1', site).cabin).toBe('above')
  })

  it('is out of order or unheard of, never simply here', () => {
    expect(said(lift({ inService: false }), 'F1')).toEqual(['the lift out of order'])
    expect(said(undefined, 'F1')).toEqual(['the lift not heard of'])
  })
})

describe('a door on the plan', () => {
  const doors = (more: object) =>
    new Map([['door', { door: HallDoor.parse({ doorId: 'door', ...DoorState.parse({ door: 'closed', ...more }) }) }]])

  it('stands in the middle of its way, across it', () => {
    const [door] = doorsOn(site, 'F1', doors({}))
    expect(door).toMatchObject({ leaf: 'closed', place: { x: 17, y: 13 } })
    expect(door?.heading).toBeCloseTo(Math.atan2(-6, 14))
    expect(doorsOn(site, 'F2', doors({}))).toEqual([])
  })

  it('says how it stands, and when that is not known', () => {
    const saidOf = (told: ReturnType<typeof doors>) =>
      doorsOn(site, 'F1', told).map(({ doorId, leaf }) => doorSaid(doorId, leaf, saying))
    expect(saidOf(doors({ door: 'open' }))).toEqual(['the back door open'])
    expect(saidOf(doors({ inService: false }))).toEqual(['the back door out of order'])
    expect(saidOf(new Map())).toEqual(['the back door not heard of'])
  })
})
