/** A kiosk that loses its hall and finds it again, before the real hall. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Kept } from '#dashboard/kiosk/reserve/kept.ts'
import { type OpenedHouse, openHouse } from '#test/support/openHouse.ts'
import { inLine, openTab, social, storeOf, tax } from './kiosk.ts'

let house: OpenedHouse
beforeEach(async () => {
  house = await openHouse()
  await house.tick()
})
afterEach(() => house.close())

describe('setting numbers aside', () => {
  it('leases ten of each letter, and more when fewer than four are left', async () => {
    const { reserve, line } = openTab(house, storeOf())
    await reserve.keep()
    expect([reserve.left('A'), reserve.left('B')]).toEqual([10, 10])
    line.state = 'down'
    for (let i = 0; i < 7; i++) await reserve.give(`k${i}`, 'A', social)
    await reserve.keep()
    expect(reserve.left('A')).toBe(3)
    line.state = 'up'
    await reserve.keep()
    expect([reserve.left('A'), reserve.left('B')]).toEqual([13, 10])
  })

  it('leaves the hall and other kiosks the numbers around them', async () => {
    const one = openTab(house, storeOf('K1'))
    const other = openTab(house, storeOf('K2'))
    await one.reserve.keep()
    await other.reserve.keep()
    const response = await house.ask('POST', '/api/tickets', social)
    expect((await response.json()).ticket.number).toBe('A021')
    const numbers = [await one.reserve.give('a', 'A', social), await other.reserve.give('b', 'A', social)]
    expect(numbers.map((issue) => issue?.number)).toEqual(['A001', 'A011'])
  })

  it('asks for no more than there are, and not again at once', async () => {
    const { reserve } = openTab(house, storeOf())
    for (let i = 0; i < 199; i++)
      await house.ask('POST', '/api/numbers/lease', { kioskId: 'K9', letter: 'A', count: 50 })
    await house.ask('POST', '/api/numbers/lease', { kioskId: 'K9', letter: 'A', count: 45 })
    await reserve.keep()
    await reserve.keep()
    expect([reserve.left('A'), reserve.left('B')]).toEqual([0, 10])
  })
})

describe('giving out numbers without the hall', () => {
  it('gives each number once, over a reload and from two tabs', async () => {
    const store = storeOf()
    const first = openTab(house, store)
    await first.reserve.keep()
    first.line.state = 'down'
    const second = openTab(house, store, first.line)
    const issues = await Promise.all(
      Array.from({ length: 6 }, (_, i) => (i % 2 ? first : second).reserve.give(`k${i}`, 'A', social)),
    )
    const reloaded = openTab(house, store, first.line)
    for (let i = 6; i < 11; i++) issues.push(await reloaded.reserve.give(`k${i}`, 'A', social))
    const numbers = issues.flatMap((issue) => issue?.number ?? [])
    expect(numbers).toHaveLength(10)
    expect(new Set(numbers).size).toBe(10)
    expect(issues[10]).toBeUndefined()
  })

  it('tells the hall of each, with when it was given, once it is back', async () => {
    const { reserve, line } = openTab(house, storeOf())
    await reserve.keep()
    line.state = 'down'
    const at = house.clock.now()
    await reserve.give('k1', 'A', social)
    await reserve.give('k2', 'B', tax)
    house.clock.advance(20 * MINUTE)
    await reserve.keep()
    expect(inLine(house)).toEqual([])
    line.state = 'up'
    await reserve.keep()
    expect(inLine(house)).toEqual(['A001', 'B001'])
    expect(house.mirror.all('ticket').map(({ ticket }) => ticket.issuedAt)).toEqual([at, at])
    expect(reserve.kept?.untold).toEqual([])
  })

  it('tells it once when both tabs tell', async () => {
    const store = storeOf()
    const one = openTab(house, store)
    await one.reserve.keep()
    one.line.state = 'down'
    await one.reserve.give('k1', 'A', social)
    one.line.state = 'up'
    const other = openTab(house, store)
    await Promise.all([one.reserve.keep(), other.reserve.keep()])
    expect(inLine(house)).toEqual(['A001'])
    expect(one.reserve.kept?.lost).toEqual([])
  })

  it('leaves no second number where the first asking got through and only its answer was lost', async () => {
    const { reserve, post, line } = openTab(house, storeOf())
    await reserve.keep()
    line.state = 'deaf'
    await post('k1', '/api/tickets', social)
    expect(inLine(house)).toEqual(['A011'])
    line.state = 'down'
    await reserve.give('k1', 'A', social)
    line.state = 'up'
    await reserve.keep()
    expect(inLine(house)).toEqual(['A001'])
    expect(reserve.kept?.untold).toEqual([])
  })

  it('gives back a number that was cancelled before the hall had heard of it', async () => {
    const { reserve, line } = openTab(house, storeOf())
    await reserve.keep()
    line.state = 'down'
    const issue = await reserve.give('k1', 'A', social)
    await reserve.report('cancel', `20261123-${issue?.number}`)
    await reserve.keep()
    line.state = 'up'
    await reserve.keep()
    expect(inLine(house)).toEqual([])
    expect(reserve.kept?.untold).toEqual([])
  })
})

describe('a number that the hall does not take', () => {
  it('is kept for the guide desk', async () => {
    const { reserve, line } = openTab(house, storeOf())
    await reserve.keep()
    line.state = 'down'
    await reserve.give('k1', 'A', { ...social, serviceIds: ['tax'] })
    await reserve.give('k2', 'A', social)
    line.state = 'up'
    await reserve.keep()
    expect(inLine(house)).toEqual(['A002'])
    expect(reserve.kept?.lost).toMatchObject([{ number: 'A001' }])
  })

  it('of yesterday is never sent as one of today, and is kept for the guide desk as well', async () => {
    const { reserve, line } = openTab(house, storeOf())
    await reserve.keep()
    line.state = 'down'
    await reserve.give('k1', 'A', social)
    house.clock.advance(24 * HOUR)
    await reserve.keep()
    expect(reserve.left('A')).toBe(0)
    expect(await reserve.give('k2', 'A', social)).toBeUndefined()
    line.state = 'up'
    await house.tick()
    await reserve.keep()
    expect(inLine(house)).toEqual([])
    expect(reserve.kept?.lost).toEqual([{ number: 'A001', code: 'dayOver', day: '2026-11-24' }])
    expect(reserve.left('A')).toBe(10)
    expect((await reserve.give('k3', 'A', social))?.number).toBe('A001')
  })
})

describe('a number on the screen alone', () => {
  const issued = async (): Promise<string> =>
    (await (await house.ask('POST', '/api/tickets', social)).json()).ticket.ticketId

  it('is given back when its page went away and nobody came to say that they have it', async () => {
    const store = storeOf()
    const { reserve } = openTab(house, store)
    await reserve.keep()
    await reserve.hold(await issued())
    const reloaded = openTab(house, store)
    await reloaded.reserve.keep()
    expect(inLine(house)).toHaveLength(1)
    house.clock.advance(5 * MINUTE)
    await reloaded.reserve.keep()
    expect(inLine(house)).toEqual([])
  })

  it('stays when somebody has said that they have it', async () => {
    const { reserve } = openTab(house, storeOf())
    const ticketId = await issued()
    await reserve.hold(ticketId)
    await reserve.report('unprinted', ticketId)
    await reserve.release(ticketId)
    house.clock.advance(HOUR)
    await reserve.keep()
    expect(inLine(house)).toHaveLength(1)
    expect(house.mirror.all('ticket')[0]?.ticket.issuedUnprinted).toBe(true)
  })
})

describe('a store that fails', () => {
  it('costs the reserve and not the kiosk', async () => {
    const broken = {
      change: <T>(_: (kept: Kept) => readonly [Kept, T]): Promise<T> => Promise.reject(new Error('full')),
    }
    const { reserve } = openTab(house, broken)
    await reserve.keep()
    expect(reserve.left('A')).toBe(0)
    await expect(reserve.give('k1', 'A', social)).rejects.toThrow('full')
  })
})
