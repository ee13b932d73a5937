/** Robots that are free to drive and do not get on. */
import { describe, expect, it } from 'vitest'
import { tick } from '#test/support/asking.ts'
import { lift, M1, R1, R2, says } from './floors.ts'
import { along, heldUp, sent, waits } from './ordered.ts'

describe('a robot that is free to drive and does not', () => {
  const blocked = () => {
    const story = sent('a1', 'a5')
    story.does(tick)
    waits(story, 61)
    return story
  }

  it('is planned around, gets no more orders, and loses what it has not begun', () => {
    const story = blocked()
    expect(heldUp(story)).toMatchObject({ what: 'obstacle' })
    story.does(says(R2, { lastNodeId: 'd2' }))
    const events = story.does(tick)
    expect(events).toContainEqual(expect.objectContaining({ type: 'missionHeld', after: 'robotUnfit' }))
    expect(events).toContainEqual({ type: 'missionAssigned', missionId: M1, robotId: 'R2' })
  })

  it('stays blocked until it moves, whoever has its mission now', () => {
    const story = blocked()
    for (let second = 0; second < 20; second++) waits(story, 1)
    expect(story.facts.filter(({ event }) => event.type === 'robotHeldUp')).toHaveLength(1)
    expect(story.hall.missions.get(M1)).toMatchObject({ state: 'waiting', why: { R1: ['noRoute'] } })
    story.does(along(story, 1))
    story.does(tick)
    expect(story.hall.missions.get(M1)).toMatchObject({ state: 'assigned', robotId: 'R1' })
  })

  it('is not blocked as soon as it may drive after a long wait for something else', () => {
    const story = sent('a5', 'b2')
    waits(story, 120)
    story.does(lift({ session: 'R1', door: 'open' }))
    story.does(along(story, 0))
    waits(story, 10)
    expect(heldUp(story)).toBeUndefined()
    waits(story, 60)
    expect(heldUp(story)?.what).toBe('obstacle')
  })

  it('is not blocked as soon as somebody lets it go on', () => {
    const story = sent('a1', 'a5')
    story.does({ type: 'pauseRobot', robotId: R1 })
    story.does(along(story, 0, { paused: true }))
    waits(story, 40)
    story.does({ type: 'resumeRobot', robotId: R1 })
    story.does(along(story, 0, { paused: false }))
    waits(story, 30)
    expect(heldUp(story)?.what).not.toBe('obstacle')
  })
})
