import { describe, expect, it } from 'vitest'
import { buzzesIn, careStory, GATHERED, K1, K2, typesIn } from './careHall.ts'

describe('a card', () => {
  it('gathers for half a minute before anybody is told', () => {
    const story = careStory()
    story.onDuty('S1')
    story.stays('Z1')
    expect(typesIn(story.seconds(GATHERED - 1))).toEqual(['cardOpened'])
    expect(story.card()).toMatchObject({ cause: 'longWait', zoneId: 'Z1', state: 'gathering', count: 1 })
    expect(story.seconds(1)).toEqual([{ type: 'cardSent', cardId: K1, to: ['S1'], level: 0 }])
  })

  it('of somebody who stands before a robot is sent at once', () => {
    const story = careStory()
    story.onDuty('S1')
    story.asks()
    expect(buzzesIn(story.seconds(1))).toEqual([['S1']])
  })

  it('that heals while it gathers is never sent', () => {
    const story = careStory()
    story.onDuty('S1')
    story.stays('Z1')
    story.seconds(20)
    story.leaves('Z1')
    expect(story.seconds(60)).toEqual([{ type: 'cardOver', cardId: K1, how: 'healed' }])
  })

  it('takes in what comes later in its zone, without another buzz', () => {
    const story = careStory()
    story.onDuty('S1')
    story.stays('Z1')
    story.seconds(GATHERED)
    story.stays('Z1', 2)
    expect(typesIn(story.seconds(60))).toEqual(['cardJoined'])
    expect(story.card()).toMatchObject({ count: 2, alertIds: ['L0001', 'L0002'] })
  })

  it('is one for each zone and cause', () => {
    const story = careStory()
    story.stays('Z1')
    story.stays('Z2')
    story.crowds('Z1')
    story.seconds(1)
    expect([...story.hall.cards.values()].map(({ cause, zoneId }) => `${cause} ${zoneId}`)).toEqual([
      'longWait Z1',
      'longWait Z2',
      'crowding Z1',
    ])
  })

  it('counts who is left, and since when the longest', () => {
    const story = careStory()
    story.stays('Z1')
    story.seconds(30)
    story.stays('Z1', 2)
    story.seconds(2)
    const { longestSince } = story.card()
    story.leaves('Z1')
    expect(story.card()).toMatchObject({ count: 1, state: 'open' })
    expect(story.card().longestSince).toBeGreaterThan(longestSince)
  })

  it('is over when the last of them has gone, and a new one opens for the next', () => {
    const story = careStory()
    story.stays('Z1')
    story.seconds(GATHERED)
    story.leaves('Z1')
    expect(story.seconds(1)).toEqual([{ type: 'cardOver', cardId: K1, how: 'over' }])
    story.stays('Z1', 2)
    story.seconds(1)
    expect(story.card(K2)).toMatchObject({ state: 'gathering' })
  })

  it('of a robot lies in the zone around it, or the nearest', () => {
    const story = careStory()
    story.does({ type: 'reportDevice', deviceId: 'K1', problem: 'silent', since: story.at })
    story.blind('Z2')
    story.seconds(1)
    expect(story.card(K1)).toMatchObject({ cause: 'device' })
    expect(story.card(K1)).not.toHaveProperty('zoneId')
    expect(story.card(K2)).toMatchObject({ cause: 'camera', zoneId: 'Z2' })
  })
})

describe('midnight', () => {
  it('ends every card and every duty, in the facts too', () => {
    const story = careStory()
    story.onDuty('S1')
    story.stays('Z1')
    story.seconds(GATHERED)
    const types = typesIn(story.does({ type: 'tick' }, story.at + 24 * 3_600_000))
    expect(types).toEqual(['alertEnded', 'cardOver', 'staffOffDuty', 'dayBegan'])
    expect(story.hall.staff.size).toBe(0)
    story.stays('Z1', 2)
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([[]])
    expect(story.card(K2)).toMatchObject({ state: 'open' })
  })
})
