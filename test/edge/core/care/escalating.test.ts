import { describe, expect, it } from 'vitest'
import { RobotId } from '#contracts/ids.ts'
import { alertId } from '#test/support/names.ts'
import { buzzesIn, careStory, GATHERED, K1, K2, staffId, typesIn } from './careHall.ts'

/** A guide beside it, one farther away, a lead and a manager; the card has just been sent. */
const sent = (care: object = {}) => {
  const story = careStory(care)
  story.onDuty('S1', 'guide', 'Z1')
  story.onDuty('S2', 'guide', 'Z2')
  story.onDuty('S3', 'lead', 'Z3')
  story.onDuty('S4', 'manager', 'Z3')
  story.stays('Z1')
  story.seconds(GATHERED)
  return story
}

describe('a card that nobody accepts', () => {
  it('rises to a second guide, to the lead, and to everybody and outside', () => {
    const story = sent()
    expect(story.seconds(89)).toEqual([])
    expect(story.seconds(1)).toEqual([{ type: 'cardSent', cardId: K1, to: ['S2'], level: 1 }])
    expect(buzzesIn(story.seconds(90))).toEqual([['S3']])
    expect(story.seconds(120)).toEqual([{ type: 'cardSent', cardId: K1, to: ['S4'], level: 3 }])
    expect(story.card()).toMatchObject({ level: 3, to: ['S1', 'S2', 'S3', 'S4'] })
  })

  it('buzzes once more each ten minutes', () => {
    const story = sent()
    story.seconds(300)
    expect(story.seconds(599)).toEqual([])
    expect(buzzesIn(story.seconds(1))).toEqual([['S1', 'S2', 'S3', 'S4']])
  })

  it('buzzes the two nearest and the lead again when all three know of it', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z1')
    story.onDuty('S2', 'lead', 'Z2')
    story.stays('Z1')
    expect(buzzesIn(story.seconds(GATHERED + 180))).toEqual([['S1'], ['S2'], ['S1', 'S2']])
  })

  it('buzzes the same person again where there is nobody else', () => {
    const story = careStory()
    story.onDuty('S1')
    story.stays('Z1')
    expect(buzzesIn(story.seconds(GATHERED + 300))).toEqual([['S1'], ['S1'], ['S1'], []])
  })

  it('rises all the same when nobody is on duty', () => {
    const story = careStory()
    story.stays('Z1')
    story.seconds(GATHERED + 300)
    expect(story.card()).toMatchObject({ level: 3, to: [] })
  })
})

describe('a card that is accepted', () => {
  it('buzzes nobody any more', () => {
    const story = sent()
    story.does({ type: 'acceptCard', cardId: K1, staffId: staffId('S1') })
    expect(story.seconds(599)).toEqual([])
  })

  it('is open again when it is not ended in ten minutes', () => {
    const story = sent()
    story.does({ type: 'acceptCard', cardId: K1, staffId: staffId('S1') })
    const events = story.seconds(600)
    expect(typesIn(events)).toEqual(['alertHandedOver', 'cardReopened', 'cardSent'])
    expect(story.card()).toMatchObject({ state: 'open', level: 0 })
  })

  it('cannot be accepted once it is resolved', () => {
    const story = sent()
    story.does({ type: 'resolveCard', cardId: K1, measure: 'assist' })
    expect(story.cannot({ type: 'acceptCard', cardId: K1 })).toEqual({ code: 'cardOver', cardId: K1, how: 'resolved' })
    expect(story.seconds(1200)).toEqual([])
  })
})

describe('one alert of a card', () => {
  const two = () => {
    const story = careStory()
    story.stays('Z1')
    story.stays('Z1', 2)
    story.seconds(GATHERED)
    const [first, second] = story.card().alertIds
    if (!first || !second) throw new Error('two alerts expected')
    return { story, first, second }
  }

  it('that is accepted accepts the card, given back it opens it', () => {
    const { story, first, second } = two()
    story.does({ type: 'acceptAlert', alertId: first, measure: 'soothe' })
    expect(story.card()).toMatchObject({ state: 'accepted', acceptedBy: 'test', measure: 'soothe' })
    story.does({ type: 'acceptAlert', alertId: second })
    expect(typesIn(story.does({ type: 'handOverAlert', alertId: first }))).toEqual(['alertHandedOver'])
    story.does({ type: 'handOverAlert', alertId: second })
    expect(story.card()).toMatchObject({ state: 'open' })
  })

  it('that is resolved ends the card only when it is the last', () => {
    const { story, first, second } = two()
    story.does({ type: 'resolveAlert', alertId: first })
    expect(story.card()).toMatchObject({ state: 'open', count: 1 })
    story.does({ type: 'resolveAlert', alertId: second, outcome: 'left' })
    expect(story.card()).toMatchObject({ state: 'over', how: 'resolved', outcome: 'left', count: 0 })
  })
})

describe('a larger cause', () => {
  it('holds what a camera has told that no longer sees, and sends it when it does', () => {
    const story = careStory()
    story.onDuty('S1', 'guide', 'Z1')
    story.blind('Z1')
    story.stays('Z1')
    const events = story.seconds(GATHERED)
    expect(events).toContainEqual({ type: 'cardHeld', cardId: K2, heldBy: K1 })
    expect(buzzesIn(events)).toEqual([['S1']])
    story.seconds(600)
    expect(story.card(K2)).toMatchObject({ state: 'open', heldBy: K1, level: 0 })
    story.blind('Z1', false)
    expect(typesIn(story.seconds(2))).toContain('cardFreed')
    expect(story.card(K2)).toMatchObject({ state: 'open', to: ['S1'] })
  })

  it('leaves alone what another camera or a ticket tells', () => {
    const story = careStory()
    story.blind('Z1')
    story.stays('Z2')
    story.does({
      type: 'issueTicket',
      serviceIds: story.hall.site.services.slice(0, 1).map((one) => one.serviceId),
      lane: 'walkIn',
    })
    story.wait(16)
    expect(typesIn(story.seconds(GATHERED + 1))).not.toContain('cardHeld')
  })

  it('of the whole hall tells for all its zones: only the first rush buzzes', () => {
    const story = careStory()
    story.onDuty('S1')
    story.onDuty('S2')
    for (const zone of ['Z1', 'Z2']) story.crowds(zone)
    story.stays('Z3')
    const events = story.seconds(GATHERED)
    expect(buzzesIn(events)).toEqual([['S1']])
    expect(events.filter(({ type }) => type === 'cardHeld')).toHaveLength(2)
    story.crowds('Z2', 0)
    expect(buzzesIn(story.seconds(2))).toEqual([['S2']])
  })

  it('of a robot tells also for the visitor who asks it', () => {
    const story = careStory()
    const robotId = RobotId.parse('R1')
    const source = { by: 'robot' as const, robotId, problem: 'load' as const }
    story.seconds(1)
    story.happens({ type: 'helpAsked', alertId: alertId('L0001'), source, since: story.at })
    story.asks('R1')
    const events = story.seconds(GATHERED)
    expect(events).toContainEqual({ type: 'cardHeld', cardId: K2, heldBy: K1 })
    expect(buzzesIn(events)).toEqual([[]])
  })

  it('stops what had been sent before from rising', () => {
    const story = sent()
    story.blind('Z1')
    expect(typesIn(story.seconds(60))).toContain('cardHeld')
    story.seconds(300)
    expect(story.card()).toMatchObject({ heldBy: K2, level: 0 })
  })
})
