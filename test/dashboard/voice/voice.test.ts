/** What the voice says, and when. */
import { describe, expect, it } from 'vitest'
import { type Clip, planOf, type Speech } from '#dashboard/voice/planning.ts'
import { readingOf, readingsOf } from '#dashboard/voice/reading.ts'
import { hearingAreaOf } from '#dashboard/voice/settings.ts'
import { openTurn } from '#dashboard/voice/turn.ts'
import { DARK_AFTER } from '#server/speaking.ts'

describe('a reading', () => {
  it('says the number sign by sign and the window, as each language puts it', () => {
    const said = (language: 'zh' | 'en' | 'ja') => readingOf(language, 'A012', '3').clips.join(' ')
    expect(said('zh')).toBe('lead A 0 1 2 middle 3 end')
    expect(said('en')).toBe('lead A 0 1 2 middle 3')
    expect(said('ja')).toBe('A 0 1 2 middle 3 end')
  })

  it('spells a label that is not a digit', () => {
    expect(readingOf('en', 'A012', '3a').clips.slice(-2)).toEqual(['3', 'A'])
    expect(readingOf('en', 'A012', 'B-12').clips.slice(-3)).toEqual(['B', '1', '2'])
  })

  it('sends nobody to a window whose label it cannot say', () => {
    expect(readingOf('zh', 'A012', '东3').clips).toEqual(['lead', 'A', '0', '1', '2', 'look'])
    expect(readingOf('zh', 'A012', '').clips.at(-1)).toBe('look')
  })

  it('is Chinese first and then in the visitor’s language, which is English unless told', () => {
    const languages = (...told: ('ko' | 'zh' | undefined)[]) =>
      told.map((language) => readingsOf('A012', '3', language).map((one) => one.language))
    expect(languages(undefined, 'ko', 'zh')).toEqual([
      ['zh', 'en'],
      ['zh', 'ko'],
      ['zh', 'zh'],
    ])
  })
})

describe('a plan', () => {
  const SECOND = 1000
  const lengthOf = ({ name }: Clip) => (name === 'chime' ? 600 : 400)
  const speech = (change: Partial<Speech> = {}): Speech => ({
    readings: readingsOf('A012', '3', undefined),
    from: 100 * SECOND,
    until: 110 * SECOND,
    free: 0,
    now: 99 * SECOND,
    again: false,
    lengthOf,
    ...change,
  })
  const languagesOf = (change?: Partial<Speech>) => [
    ...new Set(planOf(speech(change))?.cues.map(({ language }) => language)),
  ]

  it('joins the chime and two readings, each clip where the one before ends', () => {
    const plan = planOf(speech())
    expect(plan?.cues[0]).toEqual({ name: 'chime', at: 100 * SECOND })
    const clips = plan?.cues.slice(1) ?? []
    expect(clips.map(({ language, name }) => `${language} ${name}`)).toHaveLength(8 + 7)
    const gaps = clips.slice(1).map(({ at }, i) => at - (clips[i]?.at ?? 0))
    expect(gaps.filter((gap) => gap !== 400)).toEqual([650])
    expect(plan?.until).toBeLessThanOrEqual(110 * SECOND)
  })

  it('waits for the call’s time, and for the end of what is being said', () => {
    expect(planOf(speech())?.cues[0]?.at).toBe(100 * SECOND)
    expect(planOf(speech({ free: 102 * SECOND }))?.cues[0]?.at).toBe(102 * SECOND)
  })

  it('says it once where twice does not fit into its time', () => {
    expect(languagesOf({ until: 106 * SECOND })).toEqual([undefined, 'zh'])
    expect(languagesOf({ free: 103.5 * SECOND })).toEqual([undefined, 'zh'])
  })

  it('says it once where a reading takes longer than eight seconds', () => {
    const slow = ({ name }: Clip) => (name === 'chime' ? 600 : 1100)
    expect(languagesOf({ lengthOf: slow, until: 200 * SECOND })).toEqual([undefined, 'zh'])
  })

  it('is none for a call that comes too late, and none without clips', () => {
    expect(planOf(speech({ now: 105 * SECOND }))).toBeUndefined()
    expect(planOf(speech({ now: 103.9 * SECOND, until: 106 * SECOND }))).toBeUndefined()
    expect(planOf(speech({ lengthOf: () => 0 }))).toBeUndefined()
  })
  it('is late for one broken off, as long as its number is heard before the next call would be dropped', () => {
    expect(planOf(speech({ now: 106 * SECOND, again: true }))?.cues[0]?.at).toBe(106 * SECOND)
    expect(languagesOf({ now: 109 * SECOND, again: true })).toEqual([undefined, 'zh'])
    expect(planOf(speech({ now: 112 * SECOND, again: true }))).toBeUndefined()
  })
})

describe('a turn', () => {
  /** Answered by a hall whose other screens have said and are saying what `others` holds. */
  const open = () => {
    const told = { speaks: true, said: [] as string[] }
    const clock = { now: 0 }
    const turn = openTurn({
      ask: async ({ said, saying }) => ({ ...told, said: [...told.said, ...said, ...saying] }),
      now: () => clock.now,
    })
    return { told, clock, turn }
  }

  it('knows a call as broken off once nobody who lives is saying it', async () => {
    const { told, turn } = open()
    told.said = ['c1', 'c2']
    await turn.ask()
    expect(['c1', 'c2', 'c3'].map((callId) => [turn.isSaid(callId), turn.isBrokenOff(callId)])).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ])
    told.said = ['c1']
    await turn.ask()
    expect([turn.isSaid('c2'), turn.isBrokenOff('c2')]).toEqual([false, true])
    turn.begin('c2')
    expect([turn.isSaid('c2'), turn.isBrokenOff('c2')]).toEqual([true, false])
  })

  it('frees its own call when it falls silent in the middle, and keeps one said to its end', async () => {
    const { turn } = open()
    for (const callId of ['c1', 'c2']) turn.begin(callId)
    await turn.ask()
    turn.end('c1')
    turn.breakOff('c2')
    await turn.ask()
    expect([turn.isSaid('c1'), turn.isSaid('c2'), turn.isBrokenOff('c2')]).toEqual([true, false, true])
  })

  it('is over before the hall thinks the screen dark', async () => {
    const { clock, turn } = open()
    await turn.ask()
    clock.now = DARK_AFTER - 500
    expect(turn.speaks()).toBe(false)
  })
})

describe('the hearing area', () => {
  const zones = [
    { zoneId: 'west', floorId: 'F1' },
    { zoneId: 'east', floorId: 'F1' },
    { zoneId: 'hall', floorId: 'F1', heardApart: true },
    { zoneId: 'upper', floorId: 'F2' },
  ]

  it('is the floor of a zone, unless the site says that the zone is heard apart', () => {
    const areas = ['west', 'east', 'hall', 'upper'].map((zoneId) => hearingAreaOf({ floors: [], zones }, zoneId))
    expect(areas).toEqual(['floor F1', 'floor F1', 'zone hall', 'floor F2'])
  })

  it('is the only floor for a screen without a zone, and the whole hall where there are several', () => {
    const areaIn = (...floorIds: string[]) =>
      hearingAreaOf({ floors: floorIds.map((floorId) => ({ floorId })), zones: [] }, null)
    expect([areaIn('F1'), areaIn('F1', 'F2')]).toEqual(['floor F1', ''])
  })
})
