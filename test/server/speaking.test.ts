import { describe, expect, it } from 'vitest'
import { createSpeaking, DARK_AFTER, type TurnAsked } from '#server/speaking.ts'
import { handClock } from '../support/clock.ts'
import { NINE } from '../support/given.ts'

const open = () => {
  const clock = handClock(NINE)
  const speaking = createSpeaking(clock)
  const ask = (voiceId: string, area = 'Z1', told: Partial<TurnAsked> = {}) =>
    speaking.turn({ area, voiceId, said: [], ...told })
  return { clock, ask }
}

describe('the word in a hearing area', () => {
  it('has the screen that came first, and each area has its own', () => {
    const { ask } = open()
    const asked = [ask('first'), ask('second'), ask('first'), ask('other', 'Z2')]
    expect(asked.map(({ speaks }) => speaks)).toEqual([true, false, true, true])
  })

  it('goes to the next one when the first goes dark, and stays there when that comes back', () => {
    const { clock, ask } = open()
    ask('first')
    clock.advance(DARK_AFTER - 1)
    expect(ask('second').speaks).toBe(false)
    clock.advance(1)
    expect(ask('second').speaks).toBe(true)
    expect([ask('first').speaks, ask('second').speaks]).toEqual([false, true])
  })

  it('is free at once when a screen leaves', () => {
    const { ask } = open()
    ask('first')
    ask('second')
    ask('first', 'Z1', { leaves: true })
    expect(ask('second').speaks).toBe(true)
  })

  it('tells what has been begun, so that nobody begins it again', () => {
    const { ask } = open()
    ask('first', 'Z1', { said: ['c1'], saying: ['c2'] })
    expect(ask('second', 'Z1', { said: ['c0'] }).said).toEqual(['c1', 'c0', 'c2'])
    expect(ask('other', 'Z2').said).toEqual([])
  })

  it('frees what a screen was saying when that goes dark or leaves, and nothing that was said to its end', () => {
    const { clock, ask } = open()
    ask('first', 'Z1', { said: ['c1'], saying: ['c2'] })
    clock.advance(DARK_AFTER)
    expect(ask('second')).toEqual({ speaks: true, said: ['c1'] })
    ask('second', 'Z1', { saying: ['c2'] })
    ask('second', 'Z1', { leaves: true })
    expect(ask('third').said).toEqual(['c1'])
  })
})
