import { describe, expect, it } from 'vitest'
import type { PersonCommand } from '#contracts/commands.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Reading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openAdviser } from '#edge/adviser.ts'
import { openHall } from '#edge/hall.ts'
import { callNext, issue, open, start, W1, W2 } from '../support/asking.ts'
import { handClock } from '../support/clock.ts'
import { soon } from '../support/eventually.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { commandId } from '../support/names.ts'
import { siteWith, smallSite } from '../support/smallSite.ts'

/** Nine people, one window, and an adviser. */
const advisedHall = async (site: Site = smallSite()) => {
  const clock = handClock(NINE)
  const log = keptLog()
  const hall = await openHall({ site, clock, journal: memoryJournal(), log })
  const readings: Reading[] = []
  hall.watch((message) => {
    if (message.type === 'reading') readings.push(message.reading)
  })
  let sent = 0
  const ask = async (command: PersonCommand) => {
    clock.advance(SECOND / 100)
    await hall.send({ id: commandId(sent++), by: 'test', command })
  }
  await ask(open(W1))
  for (let i = 0; i < 9; i++) await ask(issue())
  await ask(callNext(W1))
  await ask(start(W1))
  clock.advance(6 * MINUTE)
  const adviser = openAdviser({ hall, clock, log })
  const told = <T extends Reading['type']>(type: T) => readings.filter((reading) => reading.type === type)
  return { clock, hall, adviser, told }
}

describe('the adviser', () => {
  it('says within a second of its start what to do and what will come', async () => {
    const { clock, adviser, told } = await advisedHall()
    clock.advance(SECOND)
    await soon(() => expect(told('advised')).toHaveLength(1))
    expect(told('advised')[0]).toMatchObject({ advice: [{ adviceId: 'open-W2' }], horizonMinutes: 60 })
    expect(told('forecast')[0]).toMatchObject({ days: [{ day: '2026-11-23' }, { day: '2026-11-24' }] })
    await adviser.close()
  })

  it('says it anew every half minute, and does nothing by itself unless it may', async () => {
    const { clock, hall, adviser, told } = await advisedHall()
    clock.advance(SECOND)
    await soon(() => expect(told('advised')).toHaveLength(1))
    clock.advance(20 * SECOND)
    clock.advance(11 * SECOND)
    await soon(() => expect(told('advised')).toHaveLength(2))
    expect(hall.moment().hall.windows.get(W2)?.state).toBe('closed')
    await adviser.close()
  })

  it('carries the best advice out where the site lets it', async () => {
    const { clock, hall, adviser } = await advisedHall(siteWith({ queue: { advice: 'automatic' } }))
    clock.advance(SECOND)
    await soon(() => expect(hall.moment().hall.windows.get(W2)?.state).toBe('open'))
    await adviser.close()
  })

  it('is silent once it is closed', async () => {
    const { clock, adviser, told } = await advisedHall()
    await adviser.close()
    clock.advance(5 * MINUTE)
    expect(told('advised')).toEqual([])
  })
})
