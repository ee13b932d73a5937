/** How long a step of a visit stands untouched. */
import { describe, expect, it } from 'vitest'
import { isOver, type Step, secondsToSay, unprintedBy } from '#dashboard/kiosk/steps.ts'

const taken = { ticketId: '20261122-A001', number: 'A001', serviceIds: ['social'], lane: 'walkIn' } as const
const number: Step = { name: 'number', taken }
const wayOfTwo: Step = { name: 'number', taken: { ...taken, serviceIds: ['social', 'tax'] } }
const unprinted: Step = { name: 'number', taken, unprinted: 'fails' }

describe('leaving the kiosk alone', () => {
  it('ends any step after a minute', () => {
    expect(isOver({ name: 'services' }, 59_999)).toBe(false)
    expect(isOver({ name: 'services' }, 60_000)).toBe(true)
  })

  it('ends the number after twenty seconds', () => {
    expect(isOver(number, 19_999)).toBe(false)
    expect(isOver(number, 20_000)).toBe(true)
  })

  it('leaves more time for a way over several windows, and for a number to be remembered', () => {
    expect([isOver(wayOfTwo, 39_999), isOver(wayOfTwo, 40_000)]).toEqual([false, true])
    expect([isOver(unprinted, 59_999), isOver(unprinted, 60_000)]).toEqual([false, true])
  })

  it('leaves the start as it is', () => {
    expect(isOver({ name: 'start' }, 3_600_000)).toBe(false)
    expect(secondsToSay({ name: 'start' }, 3_600_000)).toBeUndefined()
  })

  it('says so only in the last fifteen seconds, but always with the number', () => {
    expect(secondsToSay({ name: 'services' }, 44_000)).toBeUndefined()
    expect(secondsToSay({ name: 'services' }, 45_000)).toBe(15)
    expect(secondsToSay(number, 0)).toBe(20)
  })

  it('never says less than nothing', () => expect(secondsToSay(number, 25_000)).toBe(0))
})

describe('a kiosk’s printer', () => {
  it('is missing or broken only when the address says so', () =>
    expect([null, 'none', 'fails', 'laser'].map(unprintedBy)).toEqual([undefined, 'none', 'fails', undefined]))
})
