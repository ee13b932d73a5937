/** Cameras that no longer see what they should: told at once, an alert when it lasts, and nobody goes or stays by what they do not see. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Sight } from '#edge/core/crowd/sight.ts'
import { NINE } from '#test/support/given.ts'
import { goodSight, scripted, siteWithSeat, useVision } from '#test/support/vision.ts'

const { send, open } = useVision()

const seatBox = { x1: 250, y1: 320, x2: 310, y2: 480, score: 0.8 }
const dark = (): Sight => ({ ...goodSight(), brightness: 1, contrast: 0.5, layout: goodSight().layout.map(() => 0) })

/** Sees darkness as long as the frames say so; people are told as numbers, by how far they are to the left of the seat. */
const finder = scripted(async (jpeg) => {
  const [words = '', seconds] = jpeg.split(' ')
  const at = seconds === undefined ? {} : { at: NINE + Number(seconds) * SECOND }
  const shifted = (left: number) => ({ ...seatBox, x1: seatBox.x1 - left, x2: seatBox.x2 - left })
  if (words === 'dark') return { ...at, sight: dark() }
  return { ...at, boxes: words === 'empty' ? [] : [shifted(Number(words))] }
})

describe('a camera in the dark', () => {
  it('is told at once, is an alert after half a minute, and no longer when it sees again', async () => {
    const { film, part, alerts, inTime } = await open(finder)
    await film(3, 'empty')
    expect(part('camera:C1')).toEqual({ type: 'part', partId: 'camera:C1', state: 'fine' })
    await film(20, 'dark')
    expect(part('camera:C1')).toMatchObject({ state: 'attention', problem: 'blind' })
    expect(alerts.size).toBe(0)
    await film(20, 'dark')
    await inTime(() =>
      expect([...alerts.values()]).toMatchObject([{ source: { by: 'sight', cameraId: 'C1', problem: 'blind' } }]),
    )
    await film(20, 'empty')
    await inTime(() => expect(alerts.size).toBe(0))
    expect(part('camera:C1')).toMatchObject({ state: 'fine' })
  })

  it('ends no stay, and counts none', async () => {
    const { show, clock, raised, alerts, occupancies, inTime } = await open(finder)
    for (let second = 0; second < 20; second++) await show(`${Math.max(0, 240 - 20 * second)} ${second}`)
    for (let second = 20; second < 40; second++) await show(`0 ${second}`)
    for (let second = 40; second < 14 * 60; second += 20) await show(`0 ${second}`)
    for (let second = 14 * 60; second < 24 * 60; second += 60) await show(`dark ${second}`)
    expect(raised).toEqual([])
    for (let second = 24 * 60; second < 24 * 60 + 40; second += 20) await show(`0 ${second}`)
    clock.advance(SECOND)
    await inTime(() => expect(occupancies().at(-1)).toMatchObject({ people: 1 }))
    const { longestStayMinutes = 0 } = occupancies().at(-1) ?? {}
    expect(longestStayMinutes).toBeGreaterThan(13)
    expect(longestStayMinutes).toBeLessThan(15)
    for (let second = 24 * 60 + 40; second < 28 * 60; second += 20) await show(`0 ${second}`)
    await inTime(() => expect([...alerts.values()].filter(({ kind }) => kind === 'longWait')).toHaveLength(1))
  })
})

describe('a camera that falls silent', () => {
  it('is offline after ten seconds, and an alert half a minute later, until it is heard again', async () => {
    const { show, clock, part, alerts, inTime } = await open(finder)
    await show('empty')
    for (let second = 0; second < 11; second++) clock.advance(SECOND)
    expect(part('camera:C1')).toMatchObject({ state: 'unknown', problem: 'offline' })
    expect(alerts.size).toBe(0)
    for (let second = 0; second < 31; second++) clock.advance(SECOND)
    await inTime(() => expect([...alerts.values()]).toMatchObject([{ kind: 'camera', source: { problem: 'offline' } }]))
    await show('empty')
    await inTime(() => expect(alerts.size).toBe(0))
  })

  it('or was never heard is offline a minute after the start', async () => {
    const { clock, part, alerts, inTime } = await open(finder)
    for (let second = 0; second < 59; second++) clock.advance(SECOND)
    expect(part('camera:C1')).toEqual({
      type: 'part',
      partId: 'camera:C1',
      state: 'unknown',
      detail: 'nothing heard yet',
    })
    for (let second = 0; second < 40; second++) clock.advance(SECOND)
    expect(part('camera:C1')).toMatchObject({ state: 'unknown', problem: 'offline' })
    await inTime(() => expect(alerts.size).toBe(1))
  })

  it('says so itself by its last will', async () => {
    const { show, part, inTime } = await open(finder)
    await show('empty')
    await send('status', 'offline')
    await inTime(() => expect(part('camera:C1')).toMatchObject({ state: 'attention', problem: 'offline' }))
    await show('empty')
    await inTime(() => expect(part('camera:C1')).toMatchObject({ state: 'fine' }))
  })

  it('is not told again to somebody who has seen to it, and told again after midnight', async () => {
    const { clock, alerts, order, inTime } = await open(finder)
    const pass = (minutes: number) => {
      for (let second = 0; second < minutes * 60; second++) clock.advance(SECOND)
    }
    pass(2)
    await inTime(() => expect(alerts.size).toBe(1))
    const [alert] = alerts.values()
    if (!alert) throw new Error('no alert')
    await order({ type: 'resolveAlert', alertId: alert.alertId })
    pass(3)
    await inTime(() => expect(alerts.size).toBe(0))
    clock.set(NINE + 15 * 60 * MINUTE)
    await order({ type: 'tick' })
    pass(2)
    await inTime(() => expect(alerts.size).toBe(1))
  })

  it('and comes back after a restart has its alert ended', async () => {
    const { clock, vision, again, alerts, show, inTime } = await open(finder, { site: siteWithSeat() })
    for (let second = 0; second < 100; second++) clock.advance(SECOND)
    await inTime(() => expect(alerts.size).toBe(1))
    await vision.close()
    await again()
    await show('empty')
    await inTime(() => expect(alerts.size).toBe(0))
  })
})
