/** What loudspeakers hear of a real hall over a real broker: each call in its turn, and once. */
import { describe, expect, it } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { FloorId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import { soon } from '../../support/eventually.ts'
import { NINE } from '../../support/given.ts'
import { serviceId, ticketId, windowId } from '../../support/names.ts'
import { smallSite } from '../../support/smallSite.ts'
import { announcing } from './room.ts'

const { openScreen, announce, openRoom } = announcing()
let marks = 0

/** Two floors: W3 is upstairs, with loudspeakers of its own. */
const twoFloors = (): Site => {
  const site = smallSite()
  const upstairs = FloorId.parse('F2')
  return {
    ...site,
    floors: site.floors.flatMap((floor) => [floor, { ...floor, floorId: upstairs, level: 1 }]),
    windows: site.windows.map((one) =>
      one.windowId === 'W3' ? { ...one, place: { ...one.place, floorId: upstairs } } : one,
    ),
  }
}

const W1 = windowId('W1')
const W2 = windowId('W2')
const W3 = windowId('W3')
const ticket: Command = { type: 'issueTicket', serviceIds: [serviceId('social')], lane: 'walkIn' }
const taxTicket: Command = { type: 'issueTicket', serviceIds: [serviceId('tax')], lane: 'walkIn' }
const opened = [W1, W2, W3].map((id): Command => ({ type: 'openWindow', windowId: id }))
const callAt = (id: typeof W1): Command => ({ type: 'callNext', windowId: id })

/** A room where A001, A002 and B001 wait for three open windows, and what its loudspeakers hear. */
const openBusyRoom = async (site?: Site) => {
  const room = await openRoom(site)
  for (const command of [...opened, ticket, ticket, taxTicket]) await room.ask(command)
  const { announcer, bus } = await announce(room)
  const { calls } = await openScreen()
  /** Whatever was published on this bus until now has arrived when the mark has. */
  const heard = async (onBus = bus) => {
    const mark = `mark ${++marks}`
    await onBus.publish('hall/test-hall/call', JSON.stringify({ number: mark }), { qos: 1 })
    await soon(() => expect(calls.at(-1)?.number).toBe(mark))
    return calls.filter(({ callId }) => callId !== undefined)
  }
  const numbers = async (onBus = bus) => (await heard(onBus)).map(({ number }) => number)
  return { ...room, announcer, heard, numbers }
}

describe('a call', () => {
  it('says number, window, floor and language, how often and how long', async () => {
    const { ask, heard } = await openBusyRoom()
    await ask(callAt(W1))
    expect(await heard()).toEqual([
      {
        callId: '20261123-A001/1',
        number: 'A001',
        windowId: 'W1',
        label: '1',
        floorId: 'F1',
        at: NINE,
        calls: 1,
        from: NINE,
        until: NINE + 10 * SECOND,
        times: 2,
        seconds: 10,
      },
    ])
  })

  it('tells the language of a visitor who has chosen one', async () => {
    const { ask, heard } = await openBusyRoom()
    await ask({ ...ticket, lane: 'priority', language: 'ja' })
    await ask({ type: 'callTicket', windowId: W1, ticketId: ticketId('A003') })
    expect(await heard()).toMatchObject([{ number: 'A003', language: 'ja' }])
  })

  it('waits until those before it on its floor have had their full time', async () => {
    const { ask, clock, numbers } = await openBusyRoom()
    for (const id of [W3, W1, W2]) await ask(callAt(id))
    expect(await numbers()).toEqual(['B001'])
    clock.advance(9 * SECOND)
    expect(await numbers()).toEqual(['B001'])
    clock.advance(SECOND)
    expect(await numbers()).toEqual(['B001', 'A001'])
    clock.advance(10 * SECOND)
    expect(await numbers()).toEqual(['B001', 'A001', 'A002'])
    clock.advance(MINUTE)
    expect(await numbers()).toEqual(['B001', 'A001', 'A002'])
  })

  it('waits for nobody on another floor', async () => {
    const { ask, clock, heard } = await openBusyRoom(twoFloors())
    for (const id of [W1, W2, W3]) await ask(callAt(id))
    const floors = async () => (await heard()).map(({ number, floorId }) => `${number} on ${floorId}`)
    expect(await floors()).toEqual(['A001 on F1', 'B001 on F2'])
    clock.advance(10 * SECOND)
    expect(await floors()).toEqual(['A001 on F1', 'B001 on F2', 'A002 on F1'])
  })

  it('that is undone before its turn is never said, and what it was undone for is', async () => {
    const { ask, clock, numbers } = await openBusyRoom()
    for (const id of [W3, W1, W2]) await ask(callAt(id))
    await ask({ type: 'undoDeed', windowId: W1 })
    clock.advance(MINUTE)
    expect(await numbers()).toEqual(['B001', 'A002'])
    await ask(callAt(W1))
    expect(await numbers()).toEqual(['B001', 'A002', 'A001'])
  })

  it('is said once, also when the clock is put back', async () => {
    const { ask, clock, numbers } = await openBusyRoom()
    for (const id of [W3, W1]) await ask(callAt(id))
    clock.advance(10 * SECOND)
    clock.set(NINE - 60 * MINUTE)
    await ask({ type: 'setBreaks', windowId: W2, breaks: [] })
    clock.advance(61 * MINUTE)
    expect(await numbers()).toEqual(['B001', 'A001'])
  })

  it('that is repeated is an announcement of its own', async () => {
    const { ask, clock, heard } = await openBusyRoom()
    await ask(callAt(W1))
    await ask({ type: 'recallTicket', windowId: W1 })
    clock.advance(10 * SECOND)
    expect((await heard()).map(({ callId, calls }) => [callId, calls])).toEqual([
      ['20261123-A001/1', 1],
      ['20261123-A001/2', 2],
    ])
  })
})

describe('a restart', () => {
  it('repeats neither what was over nor what was being said, and says what has still to come', async () => {
    const { ask, clock, restarted, announcer, numbers } = await openBusyRoom()
    await ask(callAt(W3))
    clock.advance(10 * SECOND)
    for (const id of [W1, W2]) await ask(callAt(id))
    clock.advance(SECOND)
    expect(await numbers()).toEqual(['B001', 'A001'])
    announcer.close()
    clock.advance(SECOND)

    const later = await announce(await restarted())
    clock.advance(MINUTE)
    expect(await numbers(later.bus)).toEqual(['B001', 'A001', 'A002'])
  })
})
