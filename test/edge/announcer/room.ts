/** A real hall on a real broker with a clock moved by hand, and a stranger that hears all it announces. */
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import type { Site } from '#contracts/site.ts'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openAnnouncer } from '#edge/announcer.ts'
import { openHall } from '#edge/hall.ts'
import type { Clock, EdgeHall } from '#edge/ports.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '../../support/broker.ts'
import { handClock } from '../../support/clock.ts'
import { NINE } from '../../support/given.ts'
import { keptLog } from '../../support/log.ts'
import { commandId } from '../../support/names.ts'
import { smallSite } from '../../support/smallSite.ts'

export interface Room {
  hall: EdgeHall
  clock: Clock
  site: Site
}

/** One broker for the tests of a file; each opens what it needs of the rest. */
export const announcing = () => {
  let broker: Broker
  let drawn = 0
  beforeAll(async () => {
    broker = await startTestBroker({ hallId: 'test-hall' })
  })
  afterAll(() => broker.close())

  /** The last text of each topic, and every call. */
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
      ['call', 'window/+/display', 'alert/+', 'card/+', 'zone/+/occupancy'].map((name) => `hall/test-hall/${name}`),
    )
    return { calls, said, read: (name: string) => JSON.parse(said.get(name) || 'null') }
  }

  const announce = async ({ hall, clock, site }: Room) => {
    const log = keptLog()
    const bus = await openBus({ url: broker.url, ...HALL_ACCOUNT, clientId: `announcer ${++drawn}`, log })
    onTestFinished(bus.close)
    const announcer = openAnnouncer({ site, hall, bus, clock, log })
    onTestFinished(announcer.close)
    return { bus, announcer }
  }

  const openRoom = async (site: Site = smallSite()) => {
    const clock = handClock(NINE)
    const needs = { site, clock, journal: memoryJournal(), log: keptLog() }
    const enter = async () => {
      const hall = await openHall(needs)
      const ask = (command: Command) => hall.send({ id: commandId(`announcer-${++drawn}`), by: 'test', command })
      return { hall, clock, site, ask }
    }
    return { ...(await enter()), restarted: enter }
  }

  return { openScreen, announce, openRoom }
}
