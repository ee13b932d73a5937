/** Who has the last word on a robot that stands still: the hall that asks, or the button on it. */
import { describe, expect, it } from 'vitest'
import type { HallEvent } from '#contracts/facts.ts'
import { RobotId, RouteNodeId } from '#contracts/ids.ts'
import { given, hallAfter } from '#test/support/given.ts'

const robotId = RobotId.parse('R1')
const robot = { robotId, online: true, mode: 'automatic' as const, batteryPercent: 80, charging: false, faults: [] }
const says = (paused: boolean): HallEvent => ({
  type: 'robotChanged',
  robotId,
  robot: { ...robot, nodeId: RouteNodeId.parse('n0'), paused },
})
const asked = (pause: boolean): HallEvent => ({ type: 'robotPauseAsked', robotId, pause })
const askedAfter = (...events: HallEvent[]) => hallAfter(...events).robots.get(robotId)?.pauseAsked?.pause

describe('a pause', () => {
  it('is asked for until the robot shows it, and a resume likewise', () => {
    expect(askedAfter(says(false), asked(true))).toBe(true)
    expect(askedAfter(says(false), asked(true), says(false))).toBe(true)
    expect(askedAfter(says(false), asked(true), says(true))).toBeUndefined()
    expect(askedAfter(says(true), asked(false), says(true))).toBe(false)
    expect(askedAfter(says(true), asked(false), says(false))).toBeUndefined()
  })

  it('by the button on the robot is not undone by a resume of before', () => {
    expect(askedAfter(says(true), asked(false), says(false), says(true))).toBeUndefined()
  })

  it('can be asked for once, and be ended by the hall whoever began it', () => {
    given(says(false)).when({ type: 'pauseRobot', robotId }).yields(asked(true))
    given(says(false), asked(true)).when({ type: 'pauseRobot', robotId }).yields()
    given(says(true)).when({ type: 'pauseRobot', robotId }).yields()
    given(says(true)).when({ type: 'resumeRobot', robotId }).yields(asked(false))
    given(says(false)).when({ type: 'resumeRobot', robotId }).yields()
  })

  it('is refused for a robot that is none of the hall', () => {
    const stranger = RobotId.parse('R9')
    given().when({ type: 'pauseRobot', robotId: stranger }).isRefused({ code: 'unknownRobot', robotId: stranger })
  })
})
