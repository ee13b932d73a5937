/** Robots on their way at midnight. */
import { describe, expect, it } from 'vitest'
import { HOUR, SECOND } from '#contracts/durations.ts'
import type { Fact } from '#contracts/facts.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { tick } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { commandId } from '#test/support/names.ts'
import { bring, heardAt, M1, R1, R2, says, twoFloors } from './floors.ts'
import { along, ordersIn } from './ordered.ts'

const MIDNIGHT = NINE + 15 * HOUR

/** R1 carries something from a1 to a5, R2 stands in its way; the next command is of the new day. */
const evening = () => {
  const story = heardAt(twoFloors({ robots: [{}, {}] }), 'a1', 'd2')
  story.does(bring('a1', 'a5'))
  story.happens({ type: 'missionAssigned', missionId: M1, robotId: R1 }, { type: 'missionUnderway', missionId: M1 })
  story.does(tick)
  story.does(along(story, 0))
  story.does(tick, MIDNIGHT - SECOND)
  return story
}

/** What is left for a box that has forgotten all days before. */
const replayed = (facts: readonly Fact[], heard: Fact[]): HallState => {
  const dawn = facts.findLastIndex(({ event }) => event.type === 'dayBegan')
  return [...facts.slice(dawn), ...heard].reduce(evolve, emptyHall(evening().hall.site))
}

describe('a robot on its way at midnight', () => {
  it('drives on by the same order, with the same mission', () => {
    const story = evening()
    const before = story.hall
    story.does(tick, MIDNIGHT + SECOND)
    expect(story.hall.day?.day).toBe('2026-11-24')
    expect(story.hall.courses.get(R1)?.order).toEqual(before.courses.get(R1)?.order)
    expect(story.hall.missions.get(M1)).toEqual(before.missions.get(M1))
    expect(story.hall.robots).toEqual(before.robots)
    const [update] = ordersIn([...story.does(along(story, 1)), ...story.does(tick)])
    expect(update).toMatchObject({ orderId: before.courses.get(R1)?.order?.orderId, orderUpdateId: 1 })
  })

  it('is all in what the new day says, so that the days before may be forgotten', () => {
    const story = evening()
    story.does(tick, MIDNIGHT + SECOND)
    const { hall, at } = story
    const heard = [R1, R2].flatMap((robotId): Fact[] => {
      const robot = hall.robots.get(robotId)
      return robot
        ? [{ seq: 1, at, by: 'test', cause: commandId(0), event: { type: 'robotChanged', robotId, robot } }]
        : []
    })
    const short = replayed(story.facts, heard)
    expect(short.courses).toEqual(hall.courses)
    expect(short.missions).toEqual(hall.missions)
    expect(short.counted).toEqual(hall.counted)
    expect(short.robots.get(R1)).toMatchObject({ missionId: M1 })
    expect(short.turn).toBeGreaterThan(
      Math.max(...[...short.courses.values()].flatMap(({ steps }) => steps.map(({ turn }) => turn))),
    )
    const decision = decide(says(R1, { lastNodeId: 'a2', orderId: 'other' }), short, at + SECOND)
    expect(decision.ok && decision.events.map(({ type }) => type)).toContain('stepsPassed')
  })
})
