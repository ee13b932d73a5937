import { describe, expect, it } from 'vitest'
import type { PartState } from '#contracts/readings.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openHall } from '#edge/hall.ts'
import { type Bus, type Journal, JournalFault } from '#edge/ports.ts'
import { startTicking } from '#edge/ticking.ts'
import { handClock } from '../support/clock.ts'
import { soon } from '../support/eventually.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { smallSite } from '../support/smallSite.ts'

const bus: Bus = {
  publish: async () => {},
  subscribe: () => () => {},
  connected: () => false,
  onConnection: () => () => {},
  close: async () => {},
}

/** A hall whose disk can be broken, ticked by hand. */
const tickingHall = async () => {
  const inner = memoryJournal()
  let broken = false
  const journal: Journal = {
    ...inner,
    append: async (facts) => {
      if (broken) throw new JournalFault('no space left')
      await inner.append(facts)
    },
  }
  const clock = handClock(NINE)
  const log = keptLog()
  const hall = await openHall({ site: smallSite(), clock, journal, log })
  const parts: PartState[] = []
  let beats = 0
  hall.watch((message) => {
    if (message.type !== 'reading') return
    if (message.reading.type === 'part') parts.push(message.reading)
    if (message.reading.type === 'beat') beats += 1
  })
  const stop = startTicking({ hall, bus, clock, log })
  const stateOf = (partId: string) => parts.findLast((part) => part.partId === partId)?.state
  const breakDisk = (state: boolean): void => {
    broken = state
  }
  return { clock, stop, stateOf, beats: () => beats, breakDisk }
}

describe('the pulse of the hall', () => {
  it('beats once a second until it is stopped', async () => {
    const { clock, stop, beats } = await tickingHall()
    clock.advance(3000)
    expect(beats()).toBe(3)
    stop()
    clock.advance(3000)
    expect(beats()).toBe(3)
  })

  it('tells that the broker is out of reach', async () => {
    const { clock, stateOf } = await tickingHall()
    clock.advance(1000)
    await soon(() => expect(stateOf('broker')).toBe('urgent'))
  })

  it('tells at once when the journal cannot be written, and when it can again', async () => {
    const { clock, stateOf, breakDisk } = await tickingHall()
    breakDisk(true)
    clock.advance(1000)
    await soon(() => expect(stateOf('journal')).toBe('urgent'))
    breakDisk(false)
    clock.advance(1000)
    await soon(() => expect(stateOf('journal')).toBe('fine'))
  })
})
