import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Advised, Forecast } from '#contracts/advice.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})

afterEach(() => house.close())

const ask = async (method: 'GET' | 'POST', path: string) => {
  const answer = await house.ask(method, path)
  return { status: answer.status, ...(await answer.json()) }
}

const waits = (minutes: number) => ({ meanMinutes: minutes, p90Minutes: 2 * minutes, longWaitShare: 0 })
const opening = {
  adviceId: 'open-W2',
  deed: { type: 'openWindow', windowId: 'W2', serviceIds: ['social'] },
  without: waits(10),
  effect: waits(6),
  reason: { serviceId: 'social', waiting: 4, longestMinutes: 12, openWindows: 1 },
}
const closing = { ...opening, adviceId: 'close-W1', deed: { type: 'closeWindow', windowId: 'W1' } }
const advise = (...advice: object[]) =>
  house.hall.pass(Advised.parse({ type: 'advised', advice, horizonMinutes: 60, rolls: 24, seconds: 0.3 }))

describe('advice', () => {
  it('is told as it was given last, each piece with its sentence', async () => {
    advise(closing)
    house.clock.advance(60_000)
    advise(opening, closing)
    const { status, advice, ...rest } = await ask('GET', '/api/advice')
    expect(rest).toEqual({ at: house.clock.now(), horizonMinutes: 60, seconds: 0.3 })
    expect(status).toBe(200)
    expect(advice).toMatchObject([opening, closing])
    expect(advice[0].sentence.en).toBe(
      '4 wait for Social card, the longest 12 min, and 1 window serves it: opening window 2 takes the P90 wait from 20 to 12 min.',
    )
  })

  it('may be that nothing needs doing', async () => {
    advise()
    expect(await ask('GET', '/api/advice')).toMatchObject({ status: 200, advice: [] })
  })

  it('is missing until the hall has reckoned it', async () => {
    expect(await ask('GET', '/api/advice')).toMatchObject({ status: 503, code: 'notReckoned' })
  })
})

describe('accepting advice', () => {
  it('does what is advised, and the journal knows why', async () => {
    advise(opening)
    const seq = house.mirror.seq()
    expect(await ask('POST', '/api/advice/open-W2/accept')).toMatchObject({
      status: 200,
      window: { windowId: 'W2', state: 'open', serviceIds: ['social'] },
    })
    const fact = await new Promise((resolve) => house.hall.follow(seq + 1, resolve))
    expect(fact).toMatchObject({ by: 'advice accepted' })
  })

  it('answers with the window as it is when that was done already', async () => {
    advise(closing)
    expect(await ask('POST', '/api/advice/close-W1/accept')).toMatchObject({ window: { state: 'closed' } })
  })

  it('is too late once it is no longer advised', async () => {
    advise(opening)
    advise(closing)
    expect(await ask('POST', '/api/advice/open-W2/accept')).toMatchObject({
      status: 409,
      code: 'adviceGone',
      adviceId: 'open-W2',
    })
    expect(house.mirror.record('window', 'W2')?.window.state).toBe('closed')
  })

  it('hears what the hall says against it', async () => {
    await ask('POST', '/api/windows/W1/open')
    await house.ask('POST', '/api/windows/W1/direct', { serviceIds: ['tax'] })
    advise(closing)
    expect(await ask('POST', '/api/advice/close-W1/accept')).toMatchObject({ status: 409, code: 'windowBusy' })
  })
})

describe('the forecast', () => {
  it('is told as it was made last', async () => {
    expect(await ask('GET', '/api/forecast')).toMatchObject({ status: 503, code: 'notReckoned' })
    const days = [{ day: '2026-11-23', slots: [], plan: [{ from: 1, windows: 2, p90Minutes: 8.5 }] }]
    house.hall.pass(Forecast.parse({ type: 'forecast', targetMinutes: 10, days }))
    expect(await ask('GET', '/api/forecast')).toEqual({ status: 200, at: house.clock.now(), targetMinutes: 10, days })
  })
})
