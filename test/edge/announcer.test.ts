/** What displays, speakers and staff devices hear of a real hall over a real broker. */
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import { CameraId, FloorId, StayId, ZoneId } from '#contracts/ids.ts'
import { MINUTE } from '#contracts/time.ts'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openAnnouncer } from '#edge/announcer.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall } from '#edge/ports.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '../support/broker.ts'
import { handClock } from '../support/clock.ts'
import { soon } from '../support/eventually.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { alertId, commandId, serviceId, windowId } from '../support/names.ts'
import { smallSite } from '../support/smallSite.ts'

let broker: Broker
let commands = 0
let buses = 0
beforeAll(async () => {
  broker = await startTestBroker({ hallId: 'test-hall' })
})
afterAll(() => broker.close())

/** A stranger that listens to everything the hall announces: the last text of each topic, and every call. */
const openScreen = async () => {
  const screen: MqttClient = await connectDevice(broker.url)
  onTestFinished(() => screen.endAsync())
  const said = new Map<string, string>()
  const calls: Record<string, unknown>[] = []
  screen.on('message', (topic, payload) => {
    const name = topic.replace('hall/test-hall/', '')
    if (name === 'call') calls.push(JSON.parse(payload.toString()))
    else said.set(name, payload.toString())
  })
  await screen.subscribeAsync(
    ['call', 'window/+/display', 'alert/+', 'zone/+/occupancy'].map((name) => `hall/test-hall/${name}`),
  )
  return { calls, said, read: (name: string) => JSON.parse(said.get(name) || 'null') }
}

const announce = async (hall: EdgeHall) => {
  const log = keptLog()
  const bus = await openBus({ url: broker.url, ...HALL_ACCOUNT, clientId: `announcer ${++buses}`, log })
  onTestFinished(bus.close)
  const announcer = openAnnouncer({ site: smallSite(), hall, bus, clock: handClock(NINE), log })
  onTestFinished(announcer.close)
  return { bus, announcer }
}

const openRoom = async () => {
  const clock = handClock(NINE)
  const journal = memoryJournal()
  const needs = { site: smallSite(), clock, journal, log: keptLog() }
  const hall = await openHall(needs)
  const ask = (command: Command) => hall.send({ id: commandId(`announcer-${++commands}`), by: 'test', command })
  return { clock, hall, ask, restarted: () => openHall(needs) }
}

const W1 = windowId('W1')
const ticket: Command = { type: 'issueTicket', serviceIds: [serviceId('social')], lane: 'walkIn' }

describe('a window’s display', () => {
  it('shows the number that is called and served, and then the window', async () => {
    const { hall, ask } = await openRoom()
    await announce(hall)
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
    const { hall, ask } = await openRoom()
    await announce(hall)
    await ask({ type: 'openWindow', windowId: W1 })
    const watching = await openScreen()
    await soon(() => expect(watching.read('window/W1/display')).toMatchObject({ state: 'open' }))
    const later = await openScreen()
    await soon(() => expect(later.read('window/W1/display')).toMatchObject({ number: null, state: 'open' }))
  })
})

describe('a call', () => {
  it('is announced once, a repeat again, and none of them after a restart', async () => {
    const { hall, ask, restarted } = await openRoom()
    const { calls } = await openScreen()
    const { announcer } = await announce(hall)
    await ask({ type: 'openWindow', windowId: W1 })
    await ask(ticket)
    await ask(ticket)
    await ask({ type: 'callNext', windowId: W1 })
    await ask({ type: 'recallTicket', windowId: W1 })
    await soon(() => expect(calls.map((call) => call.calls)).toEqual([1, 2]))
    expect(calls[0]).toMatchObject({ number: 'A001', windowId: 'W1', label: '1', at: NINE })
    announcer.close()

    const again = await restarted()
    await announce(again)
    const send = (command: Command) => again.send({ id: commandId(`announcer-${++commands}`), by: 'test', command })
    await send({ type: 'startServing', windowId: W1 })
    await send({ type: 'finishServing', windowId: W1 })
    await send({ type: 'callNext', windowId: W1 })
    await soon(() => expect(calls.at(-1)).toMatchObject({ number: 'A002' }))
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map(({ callId }) => callId)).size).toBe(3)
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
    const { hall, ask } = await openRoom()
    await announce(hall)
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

  it('that ended while nobody could say so is cleared at the next start', async () => {
    const { hall } = await openRoom()
    const { bus } = await announce(hall)
    await bus.publish('hall/test-hall/alert/L0099', '{"state":"open"}', { retain: true })
    const { said } = await openScreen()
    await soon(() => expect(said.get('alert/L0099')).toContain('open'))
    await announce(hall)
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

  it('are counted over its cameras, without a camera that has fallen silent, and without their places', async () => {
    const { hall } = await openRoom()
    await announce(hall)
    const { read } = await openScreen()
    hall.pass(people('C1', 3))
    hall.pass(people('C2', 4))
    await soon(() => expect(read('zone/Z1/occupancy')).toEqual({ people: 7, longestStayMinutes: 8, longWaits: 2 }))
    hall.pass({ type: 'part', partId: 'camera:C2', state: 'unknown' })
    await soon(() => expect(read('zone/Z1/occupancy')).toEqual({ people: 3, longestStayMinutes: 6, longWaits: 1 }))
  })
})
