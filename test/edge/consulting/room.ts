/** The example hall on a real broker with the accounts of its robots, and consultation robots as strangers write them. */
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import type { Fact } from '#contracts/facts.ts'
import { Answer } from '#contracts/questions.ts'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { openCatalogue } from '#edge/adapters/catalogue.ts'
import { accountsOf } from '#edge/adapters/deviceAccounts.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import { openConsulting } from '#edge/consulting.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall } from '#edge/ports.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from '#test/support/broker.ts'
import { handClock } from '#test/support/clock.ts'
import { NINE } from '#test/support/given.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'
import { districtSite } from './district.ts'

export const site = districtSite()
const PASSWORD = 'secret of robots'

export const consulting = () => {
  let broker: Broker
  let drawn = 0

  beforeAll(async () => {
    const robots = Object.fromEntries(site.robots.map(({ robotId }) => [robotId, PASSWORD]))
    const accounts = accountsOf(site, { hall: '-', robots, cameras: {}, lifts: {}, doors: {} }).filter(
      ({ kind }) => kind === 'robot',
    )
    broker = await startTestBroker({ hallId: site.hallId, accounts, anonymous: false })
  })
  afterAll(() => broker.close())

  /** `between` stands between the robots and the hall. */
  const openRoom = async (between: (hall: EdgeHall) => EdgeHall = (hall) => hall) => {
    const clock = handClock(NINE)
    const log = keptLog()
    const facts: Fact[] = []
    const hall = await openHall({ site, clock, journal: memoryJournal(facts), log })
    const ask = (command: Command) => hall.send({ id: commandId(`consulting-${++drawn}`), by: 'test', command })
    await ask({ type: 'tick' })
    const bus = await openBus({ url: broker.url, ...HALL_ACCOUNT, clientId: `consulting ${++drawn}`, log })
    onTestFinished(bus.close)
    const needs = { site, hall: between(hall), bus, clock, log, catalogue: openCatalogue(site) }
    const shell = openConsulting(needs)
    onTestFinished(shell.close)
    return { ask, bus, clock, facts, log, shell }
  }

  /** The robot with that id, with its own account. */
  const openRobot = async (robotId: string, serialNumber: string) => {
    const client: MqttClient = await connectDevice(broker.url, { username: robotId, password: PASSWORD })
    onTestFinished(() => client.endAsync())
    const answers: Answer[] = []
    const topic = `hall/${site.hallId}/robot/${serialNumber}`
    client.on('message', (_topic, payload) => answers.push(Answer.parse(JSON.parse(payload.toString()))))
    const [grant] = await client.subscribeAsync(`${topic}/answer`, { qos: 1 })
    if (!grant || grant.qos > 1) throw new Error('not let in')
    const say = (text: string) => client.publishAsync(`${topic}/question`, text, { qos: 1 })
    return { client, answers, topic, say, ask: (question: object) => say(JSON.stringify(question)) }
  }

  return {
    openRoom,
    openRobot,
    asRobot: (robotId: string) => ({ mqttUrl: broker.url, username: robotId, password: PASSWORD }),
  }
}
