/** So many at once, and so many more each second. */
import { describe, expect, it } from 'vitest'
import { createRations } from '#edge/adapters/broker/rations.ts'

const given = () => {
  let now = 0
  const may = createRations({ most: 3, perSecond: 2 }, () => now)
  const ask = (times: number, key = 'C1') => Array.from({ length: times }, () => may(key)).filter(Boolean).length
  const wait = (ms: number) => {
    now += ms
  }
  return { ask, wait }
}

describe('a ration', () => {
  it('is had at once, and then by and by', () => {
    const { ask, wait } = given()
    expect(ask(10)).toBe(3)
    wait(499)
    expect(ask(10)).toBe(0)
    wait(1)
    expect(ask(10)).toBe(1)
    wait(60_000)
    expect(ask(10)).toBe(3)
  })

  it('is not spent by others', () => {
    const { ask } = given()
    expect(ask(10)).toBe(3)
    expect(ask(10, 'C2')).toBe(3)
  })

  it('is forgotten for the key longest known when there are too many', () => {
    const { ask } = given()
    expect(ask(10)).toBe(3)
    for (let i = 0; i < 1000; i++) ask(1, `other ${i}`)
    expect(ask(10)).toBe(3)
  })
})
