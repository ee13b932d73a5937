/** What displays, speakers and staff devices hear of a real hall over a real broker. */
import { describe, expect, it } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import { CameraId, CardId, FloorId, RobotId, StaffId, StayId, ZoneId } from '#contracts/ids.ts'
import { soon } from '../support/eventually.ts'
import { NINE } from '../support/given.ts'
import { alertId, serviceId, windowId } from '../support/names.ts'
import { announcing } from './announcer/room.ts'

const { openScreen, announce, openRoom } = announcing()
const W1 = windowId('W1')
const ticket: Command = { type: 'issueTicket', serviceIds: [serviceId('social')], lane: 'walkIn' }

describe('a window’s display', () => {
  it('shows the number that is called and served, and then the window', async () => {
    const room = await openRoom()
    const { ask } = room
    await announce(room)
    const { read } = await openScreen()
    await soon(() => expect(read('window/W1/display')).toMatchObject({ number: null, state: 'closed' }))
    await ask({ type: 'openWindow', windowId: W1 })
    await ask(ticket)
    await ask({ type: 'callNext', windowId: W1 })
    await soon(() => expect(read('window/W1/display')).toEqual({ number: 'A001', state: 'called', since: NINE }))
    await ask({ type: 'startServing', windowId: W1 })
    await soon(() => expect(read('window/W1/display')).toMatchObject({ number: 'A001', state: 'serving' }))
    await ask({ type: 'finishServing', windowId: W1 })
    await soon(() => expect(read('window/W1/display')).toMatchObject({ number: null, state: 'open' }))
  })

  it('is there for a display that is switched on later', async () => {
    const room = await openRoom()
    const { ask } = room
    await announce(room)
    await ask({ type: 'openWindow', windowId: W1 })
    const watching = await openScreen()
    await soon(() => expect(watching.read('window/W1/display')).toMatchObject({ state: 'open' }))
    const later = await openScreen()
    await soon(() => expect(later.read('window/W1/display')).toMatchObject({ number: null, state: 'open' }))
  })
})

describe('an alert', () => {
  const longStay: Command = {
    type: 'reportLongStay',
    cameraId: CameraId.parse('C1'),
    zoneId: ZoneId.parse('Z1'),
    stayId: StayId.parse('C1-1'),
    since: NINE - 15 * MINUTE,
    seenAt: NINE,
    place: { floorId: FloorId.parse('F1'), x: 3, y: 5 },
  }

  it('stays until it ends, says where, and never whose stay it is', async () => {
    const room = await openRoom()
    const { ask } = room
    await announce(room)
    await ask(longStay)
    const { read, said } = await openScreen()
    await soon(() => expect(read('alert/L0001')).toMatchObject({ state: 'open', zoneId: 'Z1', place: { x: 3, y: 5 } }))
    expect(read('alert/L0001').source).toEqual({ by: 'camera', cameraId: 'C1' })
    await ask({ type: 'acceptAlert', alertId: alertId('L0001') })
    await soon(() => expect(read('alert/L0001')).toMatchObject({ state: 'accepted', acceptedBy: 'test' }))
    await ask({ type: 'resolveAlert', alertId: alertId('L0001'), outcome: 'Mrs Wang was helped' })
    await soon(() => expect(said.get('alert/L0001')).toBe(''))
    const later = await openScreen()
    await soon(() => expect(later.read('window/W3/display')).not.toBeNull())
    expect(later.said.has('alert/L0001')).toBe(false)
  })

  it('stands on a card, which goes with it, and on which nobody is named', async () => {
    const room = await openRoom()
    await announce(room)
    await room.ask(longStay)
    await room.ask({ type: 'tick' })
    const { read, said } = await openScreen()
    await soon(() => expect(read('card/K0001')).toMatchObject({ cause: 'longWait', zoneId: 'Z1', state: 'gathering' }))
    const cardId = CardId.parse('K0001')
    await room.ask({ type: 'acceptCard', cardId, staffId: StaffId.parse('S12'), measure: 'soothe' })
    await soon(() => expect(read('card/K0001')).toMatchObject({ state: 'accepted', acceptedBy: 'S12' }))
    await room.ask({ type: 'resolveCard', cardId, outcome: 'Mrs Wang was helped' })
    await soon(() => expect(said.get('card/K0001')).toBe(''))
    expect(JSON.stringify([...said])).not.toContain('Wang')
  })

  it('of somebody who may be a thing says so', async () => {
    const room = await openRoom()
    await announce(room)
    await room.ask({ ...longStay, unconfirmed: true })
    const { read } = await openScreen()
    await soon(() => expect(read('alert/L0001')).toMatchObject({ kind: 'longWait' }))
    expect(read('alert/L0001').source).toEqual({ by: 'camera', cameraId: 'C1', unconfirmed: true })
  })

  it('of a crowd says where and how many, and is cleared once there is room again', async () => {
    const room = await openRoom()
    await announce(room)
    const { read, said } = await openScreen()
    const zoneId = ZoneId.parse('Z1')
    await room.ask({ type: 'reportCrowding', zoneId, people: 31, since: NINE })
    await soon(() => expect(read('alert/L0001')).toMatchObject({ kind: 'crowding', zoneId: 'Z1', since: NINE }))
    expect(read('alert/L0001').source).toEqual({ by: 'zone', zoneId: 'Z1', people: 31 })
    await room.ask({ type: 'reportCrowding', zoneId, since: NINE + MINUTE })
    await soon(() => expect(said.get('alert/L0001')).toBe(''))
  })

  it('of a camera says which and what is wrong, and is cleared once it sees again', async () => {
    const room = await openRoom()
    await announce(room)
    const { read, said } = await openScreen()
    const cameraId = CameraId.parse('C1')
    await room.ask({ type: 'reportCamera', cameraId, problem: 'covered', since: NINE })
    await soon(() => expect(read('alert/L0001')).toMatchObject({ kind: 'camera', state: 'open' }))
    expect(read('alert/L0001').source).toEqual({ by: 'sight', cameraId: 'C1', problem: 'covered' })
    await room.ask({ type: 'reportCamera', cameraId, since: NINE + MINUTE })
    await soon(() => expect(said.get('alert/L0001')).toBe(''))
  })

  it('of a visitor at a robot says which robot and what language, so that the right colleague goes', async () => {
    const room = await openRoom()
    await announce(room)
    await room.ask({ type: 'askForPerson', robotId: RobotId.parse('R1'), language: 'ja' })
    const { read } = await openScreen()
    await soon(() => expect(read('alert/L0001')).toMatchObject({ kind: 'question', state: 'open' }))
    expect(read('alert/L0001').source).toEqual({ by: 'question', robotId: 'R1', language: 'ja' })
  })

  it('that ended while nobody could say so is cleared at the next start', async () => {
    const room = await openRoom()
    const { bus } = await announce(room)
    await bus.publish('hall/test-hall/alert/L0099', '{"state":"open"}', { retain: true })
    const { said } = await openScreen()
    await soon(() => expect(said.get('alert/L0099')).toContain('open'))
    await announce(room)
    await soon(() => expect(said.get('alert/L0099')).toBe(''))
  })
})

describe('the people of a zone', () => {
  const people = (cameraId: string, count: number) => ({
    type: 'occupancy' as const,
    zoneId: ZoneId.parse('Z1'),
    cameraId: CameraId.parse(cameraId),
    people: count,
    longestStayMinutes: count * 2,
    longWaits: 1,
    places: [{ x: 1, y: 2 }],
  })

  it('are as many as the camera counts that sees most, without a camera that has fallen silent, and without their places', async () => {
    const room = await openRoom()
    await announce(room)
    const { hall } = room
    const { read } = await openScreen()
    hall.pass(people('C1', 3))
    hall.pass(people('C2', 4))
    await soon(() => expect(read('zone/Z1/occupancy')).toEqual({ people: 4, longestStayMinutes: 8, longWaits: 1 }))
    hall.pass({ type: 'part', partId: 'camera:C2', state: 'unknown' })
    await soon(() => expect(read('zone/Z1/occupancy')).toEqual({ people: 3, longestStayMinutes: 6, longWaits: 1 }))
  })

  it('are unknown, and not none, while its only camera sees nothing', async () => {
    const room = await openRoom()
    await announce(room)
    const { hall } = room
    const { read } = await openScreen()
    const unknown = { people: null, longestStayMinutes: null, longWaits: null }
    hall.pass({ ...people('C1', 3), queue: { people: 2, metres: 1.5 } })
    await soon(() => expect(read('zone/Z1/occupancy')).toMatchObject({ people: 3, queue: { people: 2, metres: 1.5 } }))
    hall.pass({ type: 'part', partId: 'camera:C1', state: 'attention', problem: 'covered' })
    await soon(() => expect(read('zone/Z1/occupancy')).toEqual(unknown))
  })
})
