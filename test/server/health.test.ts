import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})

afterEach(() => house.close())

describe('the hall as a whole', () => {
  it('is told as screens get it', async () => {
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    const snapshot = await (await house.ask('GET', '/api/hall')).json()
    expect(snapshot).toMatchObject({ type: 'snapshot', seq: house.mirror.seq() })
    expect(snapshot.records.map(({ kind }: { kind: string }) => kind)).toContain('ticket')
  })

  it('is ready without a database, and says so', async () => {
    const answer = await house.ask('GET', '/ready')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ ready: true, database: 'down' })
  })

  it('tells the age of each part, and that a silent hall knows nothing of them', async () => {
    house.hall.pass({ type: 'part', partId: 'camera:C1', state: 'fine' })
    await house.tick()
    house.clock.advance(2_000)
    const part = async (partId: string) => {
      const { parts } = await (await house.ask('GET', '/health')).json()
      return parts.find((one: { partId: string }) => one.partId === partId)
    }
    expect(await part('camera:C1')).toEqual({ partId: 'camera:C1', state: 'fine', ageSeconds: 2 })
    expect(await part('hall')).toMatchObject({ state: 'fine', ageSeconds: 2 })
    expect(await part('database')).toMatchObject({ state: 'attention' })
    house.clock.advance(4_000)
    expect(await part('hall')).toMatchObject({ state: 'urgent', ageSeconds: 6 })
    expect(await part('camera:C1')).toMatchObject({ state: 'unknown' })
  })

  it('is measured under names of its own, with few labels', async () => {
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await house.ask('POST', '/api/windows/W1/open')
    await house.tick()
    const text = await (await house.ask('GET', '/metrics')).text()
    const value = (series: string) =>
      text
        .split('\n')
        .find((line) => line.startsWith(series))
        ?.split(' ')
        .at(-1)
    expect(value('hallkeeper_tickets_waiting{service="social"}')).toBe('1')
    expect(value('hallkeeper_windows{state="open"}')).toBe('1')
    expect(value('hallkeeper_alerts{state="open"}')).toBe('0')
    expect(text).toContain('route="/api/windows/:windowId/open"')
    expect(text).not.toContain('route="/api/windows/W1/open"')
    expect(text.split('\n').filter((line) => line && !/^(#|hallkeeper_)/.test(line))).toEqual([])
  })
})
