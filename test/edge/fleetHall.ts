/** A small hall with its fleet on a real broker, and robots of the tests' own that speak raw MQTT. */
import { connectAsync, type MqttClient } from 'mqtt'
import { expect } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { Receipt } from '#contracts/hall.ts'
import type { Reading } from '#contracts/readings.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openFleet } from '#edge/fleet.ts'
import { openHall } from '#edge/hall.ts'
import type { Clock } from '#edge/ports.ts'
import { HALL_ACCOUNT } from '#test/support/broker.ts'
import { type HandClock, handClock } from '#test/support/clock.ts'
import { soon } from '#test/support/eventually.ts'
import { NINE } from '#test/support/given.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

/** Where R1 speaks. */
export const R1 = { interfaceName: 'uagv', manufacturer: 'RobotCompany', serialNumber: '001' }
export const ROOT = 'uagv/v2/RobotCompany/001'
export const START = { nodeId: 'n0', mapId: 'F1', x: 2, y: 16 }

export const wallClock: Clock = {
  now: () => Date.now(),
  every: (interval, deed) => {
    const timer = setInterval(deed, interval)
    return () => clearInterval(timer)
  },
}

export type FleetHall = Awaited<ReturnType<typeof openFleetHall>>

/** `facts` is the journal: give the same list again to start the hall anew after a stop. */
export const openFleetHall = async (url: string, clock: Clock = handClock(NINE), facts: Fact[] = []) => {
  const log = keptLog()
  const { username, password } = HALL_ACCOUNT
  const bus = await openBus({ url, username, password, clientId: `hall-${Math.random()}`, log })
  const site = smallSite()
  const hall = await openHall({ site, clock, journal: memoryJournal(facts), log })
  const readings = new Map<string, Reading>()
  hall.watch((message) => {
    if (message.type !== 'reading') return
    const { reading } = message
    readings.set(reading.type === 'part' ? reading.partId : reading.type, reading)
  })
  const fleet = openFleet({ site, hall, bus, clock, log })
  let commands = facts.length

  const send = (command: Command): Promise<Receipt> => {
    commands += 1
    return hall.send({ id: commandId(`${clock.now()}-${commands}`), by: 'test', command })
  }

  /** Lets the hall live, a second of its own time at each look, until it is so. */
  const until = (holds: () => void): Promise<void> =>
    soon(async () => {
      if ('advance' in clock) (clock as HandClock).advance(1000)
      await send({ type: 'tick' })
      holds()
    })

  const happened = (): HallEvent['type'][] => facts.map(({ event }) => event.type)
  const untilHappened = (type: HallEvent['type']) => until(() => expect(happened()).toContain(type))

  return {
    send,
    until,
    untilHappened,
    happened,
    facts,
    log,
    readings,
    clock,
    close: async () => {
      fleet.close()
      await hall.close()
      await bus.close()
    },
  }
}

export const delivery = {
  type: 'requestMission',
  kind: 'delivery',
  from: 'W1',
  to: 'back-office',
  priority: 0,
} as const

/** A state of R1 as VDA 5050 2.1 wants it, idle at n0. */
export const idleState = {
  headerId: 1,
  timestamp: '2026-11-23T01:00:00.000Z',
  version: '2.1.0',
  manufacturer: 'RobotCompany',
  serialNumber: '001',
  orderId: '',
  orderUpdateId: 0,
  lastNodeId: 'n0',
  lastNodeSequenceId: 0,
  nodeStates: [] as object[],
  edgeStates: [] as object[],
  driving: false,
  actionStates: [] as object[],
  batteryState: { batteryCharge: 80, charging: false },
  operatingMode: 'AUTOMATIC',
  errors: [] as object[],
  safetyState: { eStop: 'NONE', fieldViolation: false },
}

export interface RawRobot {
  client: MqttClient
  /** What has come in, by topic. */
  heard: { order: Record<string, unknown>[]; instantActions: Record<string, unknown>[] }
  say(topic: 'state' | 'connection', message: unknown): Promise<unknown>
  close(): Promise<void>
}

/** A robot that does nothing by itself. It listens only when told to. */
export const openRawRobot = async (url: string): Promise<RawRobot> => {
  const client = await connectAsync(url, { protocolVersion: 4, reconnectPeriod: 0 })
  const heard: RawRobot['heard'] = { order: [], instantActions: [] }
  client.on('message', (topic, payload) => {
    const list = topic.endsWith('/order') ? heard.order : heard.instantActions
    list.push(JSON.parse(payload.toString()))
  })
  return {
    client,
    heard,
    say: (topic, message) =>
      client.publishAsync(`${ROOT}/${topic}`, typeof message === 'string' ? message : JSON.stringify(message), {
        qos: 1,
      }),
    close: () => client.endAsync(),
  }
}
