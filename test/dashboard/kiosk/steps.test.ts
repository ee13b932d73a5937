/** How long a step of a visit stands untouched. */
import { describe, expect, it } from 'vitest'
import type { TicketId } from '#contracts/ids.ts'
import { isOver, type Step, secondsToSay } from '#dashboard/kiosk/steps.ts'

const number: Step = {
  name: 'number',
  taken: {
    ticket: {
      ticketId: '20261122-A001' as TicketId,
      number: 'A001',
      serviceIds: [],
      lane: 'walkIn',
      issuedAt: 0,
      calls: 0,
      state: 'waiting',
    },
  },
}

describe('leaving the kiosk alone', () => {
  it('ends any step after a minute', () => {
    expect(isOver({ name: 'services' }, 59_999)).toBe(false)
    expect(isOver({ name: 'services' }, 60_000)).toBe(true)
  })

  it('ends the number after twenty seconds', () => {
    expect(isOver(number, 19_999)).toBe(false)
    expect(isOver(number, 20_000)).toBe(true)
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
