import { describe, expect, it } from 'vitest'
import { buzzesIn, type CareStory, careStory, GATHERED, K1, K2, staffId, typesIn, zoneId } from './careHall.ts'

/** To whom the card of somebody who stays in this zone goes. */
const toldOf = (story: CareStory, zone: string) => {
  story.stays(zone)
  return buzzesIn(story.seconds(GATHERED))
}

describe('a card goes', () => {
  it('to the nearest on duty', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z2')
    story.onDuty('S2', 'guide', 'Z1')
    expect(toldOf(story, 'Z1')).toEqual([['S2']])
  })

  it('rather across the hall than up the stairs', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z3')
    story.onDuty('S2', 'guide', 'Z2')
    expect(toldOf(story, 'Z1')).toEqual([['S2']])
  })

  it('to a guide, though the lead is nearer', () => {
    const story = careStory()
    story.onDuty('S1', 'lead', 'Z1')
    story.onDuty('S2', 'guide', 'Z2')
    expect(toldOf(story, 'Z1')).toEqual([['S2']])
  })

  it('to the lead when it is about a camera or a device', () => {
    const story = careStory()
    story.onDuty('S1', 'guide')
    story.onDuty('S2', 'lead')
    story.blind('Z1')
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S2']])
  })

  it('to somebody who is free, though whoever helps is nearer', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z1')
    story.onDuty('S2', 'guide', 'Z2')
    toldOf(story, 'Z1')
    story.does({ type: 'acceptCard', cardId: K1, staffId: staffId('S1') })
    story.crowds('Z1')
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S2']])
  })

  it('to two people when two come in the same second', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z1')
    story.onDuty('S2', 'guide', 'Z2')
    story.stays('Z1')
    story.crowds('Z1')
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S1'], ['S2']])
  })

  it('where they have moved', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z2')
    story.onDuty('S2', 'guide', 'Z3')
    story.does({ type: 'moveDuty', staffId: staffId('S2'), zoneId: zoneId('Z1') })
    expect(toldOf(story, 'Z1')).toEqual([['S2']])
  })

  it('to everybody when nobody is on duty, and to the first who comes', () => {
    const story = careStory()
    expect(toldOf(story, 'Z1')).toEqual([[]])
    story.onDuty('S1')
    expect(buzzesIn(story.seconds(1))).toEqual([['S1']])
  })
})

describe('whoever has had enough buzzes in the hour', () => {
  /** Two visitors came and went, and each of them buzzed. */
  const used = () => {
    const story = careStory({ buzzesPerHour: 3 })
    story.onDuty('S1', 'guide', 'Z1')
    for (const nth of [1, 2]) {
      story.stays('Z1', nth)
      story.seconds(GATHERED)
      story.leaves('Z1', nth)
      story.seconds(1)
    }
    return story
  }

  /** And the zone was crowded for a while. */
  const tired = () => {
    const story = used()
    story.crowds('Z1')
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S1']])
    story.crowds('Z1', 0)
    story.seconds(1)
    return story
  }

  it('has one left for other causes when it was all long waits', () => {
    const story = used()
    story.stays('Z1', 3)
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([])
    story.leaves('Z1', 3)
    story.crowds('Z1')
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S1']])
  })

  it('is passed over for somebody farther away', () => {
    const story = tired()
    story.onDuty('S2', 'guide', 'Z3')
    story.stays('Z1', 3)
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S2']])
  })

  it('is passed over for the lead, who is not meant for it but is free', () => {
    const story = tired()
    story.onDuty('S2', 'lead', 'Z3')
    story.stays('Z1', 3)
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S2']])
  })

  it('finds it on the list without a buzz when nobody else is there, for three minutes', () => {
    const story = tired()
    story.stays('Z1', 3)
    expect(typesIn(story.seconds(GATHERED))).toEqual(['cardOpened', 'cardShown'])
    expect(buzzesIn(story.seconds(179))).toEqual([[]])
    expect(buzzesIn(story.seconds(1))).toEqual([['S1']])
  })

  it('is spared also when it rises', () => {
    const story = tired()
    story.onDuty('S2', 'lead', 'Z3')
    story.stays('Z1', 3)
    story.seconds(GATHERED)
    expect(buzzesIn(story.seconds(90))).toEqual([['S2']])
  })

  it('is buzzed again when the hour is over', () => {
    const story = tired()
    story.wait(60)
    story.stays('Z1', 3)
    expect(buzzesIn(story.seconds(GATHERED))).toEqual([['S1']])
  })
})

describe('a card that is given back', () => {
  const accepted = () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z1')
    story.onDuty('S2', 'guide', 'Z2')
    toldOf(story, 'Z1')
    story.does({ type: 'acceptCard', cardId: K1, staffId: staffId('S1') })
    return story
  }

  it('goes to the next nearest at once', () => {
    const story = accepted()
    expect(buzzesIn(story.does({ type: 'handOverCard', cardId: K1 }))).toEqual([['S2']])
    expect(story.card()).toMatchObject({ state: 'open', to: ['S2'] })
    expect(story.card()).not.toHaveProperty('acceptedBy')
    expect([...story.hall.alerts.values()]).toMatchObject([{ state: 'open' }])
  })

  it('goes to a colleague who is asked for', () =>
    expect(buzzesIn(accepted().does({ type: 'handOverCard', cardId: K1, toStaffId: staffId('S2') }))).toEqual([['S2']]))

  it('is given back by whoever goes off duty', () => {
    const story = accepted()
    const events = story.does({ type: 'endDuty', staffId: staffId('S1') })
    expect(typesIn(events)).toEqual(['alertHandedOver', 'cardHandedOver', 'cardSent', 'staffOffDuty'])
    expect(story.card()).toMatchObject({ state: 'open', to: ['S2'] })
  })

  it('goes to others when those who knew of it go off duty', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z1')
    story.onDuty('S2', 'guide', 'Z2')
    toldOf(story, 'Z1')
    story.does({ type: 'endDuty', staffId: staffId('S1') })
    expect(buzzesIn(story.seconds(1))).toEqual([['S2']])
    expect(story.hall.cards.has(K2)).toBe(false)
  })
})
