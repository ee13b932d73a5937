import { describe, expect, it } from 'vitest'
import type { HallRecord, LiveMessage } from '#contracts/live.ts'
import { readingKey } from '#contracts/readingKey.ts'
import { Reading } from '#contracts/readings.ts'
import { HallScreen } from '#dashboard/live/hallScreen.svelte.ts'
import { ticketId, windowId } from '#test/support/names.ts'

const NINE = 1_795_395_600_000
const openWindow = (id: string): HallRecord => ({
  kind: 'window',
  id,
  window: { windowId: windowId(id), state: 'open', serviceIds: [], since: NINE },
})
const snapshot = (seq: number, records: HallRecord[], at = NINE): LiveMessage => ({
  type: 'snapshot',
  seq,
  at,
  records,
  readings: [],
})
const beat = (at: number): LiveMessage => ({ type: 'reading', at, reading: { type: 'beat' } })

const screenAt = () => {
  let now = 5000
  const screen = new HallScreen(() => now)
  const pass = (ms: number) => {
    now += ms
    screen.tick()
  }
  return { screen, pass }
}

describe('a screen that hears of its hall', () => {
  it('knows nothing before the first snapshot', () => {
    const { screen } = screenAt()
    expect(screen.ready).toBe(false)
    expect(screen.time).toBeUndefined()
  })

  it('holds what the snapshot says and nothing of before', () => {
    const { screen } = screenAt()
    screen.take(snapshot(4, [openWindow('W1'), openWindow('W2')]))
    screen.take(snapshot(9, [openWindow('W2')]))
    expect([...screen.records.window.keys()]).toEqual(['W2'])
    expect(screen.seq).toBe(9)
  })

  it('puts and removes single records as they change', () => {
    const { screen } = screenAt()
    screen.take(snapshot(4, [openWindow('W1')]))
    const put: HallRecord = {
      kind: 'window',
      id: 'W2',
      window: { windowId: windowId('W2'), state: 'paused', serviceIds: [], since: NINE, ticketId: ticketId('A001') },
    }
    screen.take({ type: 'change', seq: 5, at: NINE, put: [put], remove: [{ kind: 'window', id: 'W1' }] })
    expect([...screen.records.window.values()]).toEqual([put])
    expect(screen.seq).toBe(5)
  })

  it('lets a reading replace the one before under the same key', () => {
    const { screen } = screenAt()
    for (const state of ['fine', 'urgent'] as const)
      screen.take({ type: 'reading', at: NINE, reading: { type: 'part', partId: 'broker', state } })
    expect(screen.reading('part')).toEqual([{ type: 'part', partId: 'broker', state: 'urgent' }])
  })

  it('keys readings as the contracts do', () => {
    const readings: Reading[] = [
      Reading.parse({ type: 'robotPose', robotId: 'R1', floorId: 'F1', x: 0, y: 0, theta: 0, driving: false }),
      Reading.parse({
        type: 'occupancy',
        zoneId: 'Z1',
        cameraId: 'C1',
        people: 0,
        longestStayMinutes: 0,
        longWaits: 0,
        places: [],
      }),
      { type: 'part', partId: 'camera:C1', state: 'fine' },
      { type: 'beat' },
    ]
    expect(readings.map(readingKey)).toEqual(['robotPose:R1', 'occupancy:Z1:C1', 'part:camera:C1', 'beat'])
  })
})

describe('the time of a screen', () => {
  it('is the hall’s, moving on with this machine’s steady clock between beats', () => {
    const { screen, pass } = screenAt()
    screen.take(beat(NINE))
    pass(3000)
    expect(screen.time).toBe(NINE + 3000)
  })

  it('is set by beats and not by readings of some time ago', () => {
    const { screen, pass } = screenAt()
    screen.take(beat(NINE))
    screen.take({
      type: 'reading',
      at: NINE - 240_000,
      reading: { type: 'part', partId: 'camera:C1', state: 'unknown' },
    })
    screen.take(snapshot(4, [], NINE - 60_000))
    pass(0)
    expect(screen.time).toBe(NINE)
  })

  it('is not set, nor the screen alive, by a beat that is told again', () => {
    const { screen, pass } = screenAt()
    screen.take(beat(NINE))
    pass(11_000)
    const at = NINE
    screen.take({ type: 'snapshot', seq: 4, at, records: [], readings: [{ at, reading: { type: 'beat' } }] })
    expect({ stale: screen.stale, time: screen.time }).toEqual({ stale: true, time: NINE + 11_000 })
    expect(screen.silence()).toBe(11_000)
  })

  it('says since when also where the hall fell silent before its first beat', () => {
    const { screen, pass } = screenAt()
    screen.take(snapshot(4, []))
    pass(10_001)
    expect(screen.stale).toBe(true)
    expect(screen.heardTime).toBe(NINE)
  })

  it('is stale after more than ten seconds of silence, and live again with the next beat', () => {
    const { screen, pass } = screenAt()
    screen.take(beat(NINE))
    pass(10_000)
    expect(screen.stale).toBe(false)
    pass(1)
    expect(screen.stale).toBe(true)
    expect(screen.heardTime).toBe(NINE)
    screen.take(beat(NINE + 12_000))
    expect(screen.stale).toBe(false)
  })
})
