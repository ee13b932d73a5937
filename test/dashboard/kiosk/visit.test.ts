/** A visit to the kiosk, and what is left of it afterwards: nothing. */
import { describe, expect, it } from 'vitest'
import { Visit } from '#dashboard/kiosk/visit.svelte.ts'

const begin = () => {
  let now = 0
  const visit = new Visit('zh', () => now)
  const pass = (seconds: number) => {
    for (let i = 0; i < seconds; i += 1) {
      now += 1000
      visit.tick()
    }
  }
  return { visit, pass }
}

describe('a visit', () => {
  it('is wiped after a minute without a touch: language, large type, search and reason', () => {
    const { visit, pass } = begin()
    visit.language = 'ko'
    visit.large = true
    visit.query = 'jzz'
    visit.choose('social')
    visit.chooseReason('elderly')
    pass(60)
    expect(visit.step).toEqual({ name: 'start' })
    expect([visit.language, visit.large, visit.query, visit.reason]).toEqual(['zh', false, '', undefined])
  })

  it('goes on as long as somebody touches it, and warns before it ends', () => {
    const { visit, pass } = begin()
    visit.go({ name: 'services' })
    pass(50)
    expect(visit.secondsLeft).toBe(10)
    visit.touch()
    expect(visit.secondsLeft).toBeUndefined()
    pass(50)
    expect(visit.step.name).toBe('services')
  })

  it('does not end while a number is being asked for', () => {
    const { visit, pass } = begin()
    visit.choose('social')
    visit.asking = true
    pass(120)
    expect(visit.step.name).toBe('confirm')
  })

  it('asks for nobody to go first unless they say so, anew for each service', () => {
    const { visit } = begin()
    visit.choose('social')
    visit.chooseReason('pregnant')
    visit.choose('tax')
    expect(visit.reason).toBeUndefined()
  })
})
