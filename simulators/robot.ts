/** A robot of the hall, simulated: a stranger who speaks VDA 5050 over MQTT and nothing else. */
import { fileURLToPath } from 'node:url'
import { connectAsync, type MqttClient } from 'mqtt'
import { topicOf, type VdaTopic } from '#contracts/vda5050/header.ts'
import { runningClock, type SimulatedClock } from './clock.ts'
import { takeOrder } from './robot/accepting.ts'
import { advance } from './robot/driving.ts'
import { parseFlags } from './robot/flags.ts'
import { clearFault, injectFault, moveTo, obstruct, setMode } from './robot/hands.ts'
import { takeInstantActions } from './robot/obeying.ts'
import { createTelling, type Identity } from './robot/telling.ts'
import { createVehicle, type OperatingMode, type Place, type Vehicle, type VehicleOptions } from './robot/vehicle.ts'

const STEP_MS = 100
const VISUALIZATION_MS = 1000
const STATE_MS = 30_000
const RECONNECT_MS = 1000

/** The time a robot lives in. */
type Clock = Pick<SimulatedClock, 'now' | 'every'>

export interface RobotOptions extends Identity, VehicleOptions {
  mqttUrl: string
  username?: string | undefined
  password?: string | undefined
  interfaceName: string
  clock: Clock
}

/** Each of these but `close` and `dropConnection` is told in a state at once. */
export interface SimulatedRobot {
  /** Says goodbye first. */
  close(): Promise<void>
  /** Cuts its socket, without a goodbye, for so long by its clock. It goes on with what it was told, and dials again. */
  dropConnection(ms: number): void
  /** In the hands of people it forgets its order and its last node, and takes no order. */
  setMode(mode: OperatingMode): void
  /** With a FATAL one, which is what it is unless told otherwise, it neither drives nor works. */
  injectFault(type: string, level?: 'WARNING' | 'FATAL'): void
  /** All of them when no type is named. */
  clearFault(type?: string): void
  /** Carried there by hand. */
  moveTo(place: Place & { theta?: number }): void
  /** Something stands in its way, or no longer. */
  obstruct(there: boolean): void
  setBattery(percent: number): void
}

const jsonOf = (payload: Buffer): unknown => {
  try {
    return JSON.parse(payload.toString())
  } catch {
    return undefined
  }
}

/** Resolves when it is on the bus. A robot whose process dies leaves its last will. */
export const startRobot = async (options: RobotOptions): Promise<SimulatedRobot> => {
  const { mqttUrl, username, password, serialNumber, clock } = options
  const vehicle = createVehicle(options)
  const telling = createTelling(vehicle, options, clock.now)
  const topic = (name: VdaTopic) => topicOf(options, name)
  const client = await connectAsync(mqttUrl, {
    clientId: `robot-${serialNumber}-${process.pid}-${clock.now()}`,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    protocolVersion: 4,
    reconnectPeriod: RECONNECT_MS,
    queueQoSZero: false,
    will: {
      topic: topic('connection'),
      payload: Buffer.from(JSON.stringify(telling.connection('CONNECTIONBROKEN'))),
      qos: 1,
      retain: true,
    },
  })
  const say = createSaying(client, topic, telling)
  const stopLiving = live(vehicle, clock, say)

  client.on('message', (from, payload) => {
    if (from === topic('order') && takeOrder(vehicle, jsonOf(payload))) say.state()
    if (from === topic('instantActions')) {
      const asked = takeInstantActions(vehicle, jsonOf(payload))
      if (asked.state) say.state()
      if (asked.factsheet) say.factsheet()
    }
  })
  client.on('error', () => {})
  const appear = async (): Promise<void> => {
    await client.subscribeAsync([topic('order'), topic('instantActions')], { qos: 0 })
    await say.online()
  }
  await appear()
  client.on('connect', () => {
    appear().catch(() => {})
  })

  const cutting = createCutting(client, clock)
  return {
    ...handsOn(vehicle, say.state),
    dropConnection: cutting.cut,
    close: async () => {
      cutting.stop()
      stopLiving()
      if (client.connected) await say.offline()
      await client.endAsync(!client.connected)
    },
  }
}

const handsOn = (vehicle: Vehicle, tell: () => void) => {
  const told =
    <Given extends unknown[]>(deed: (on: Vehicle, ...given: Given) => void) =>
    (...given: Given): void => {
      deed(vehicle, ...given)
      tell()
    }
  return {
    setMode: told(setMode),
    injectFault: told(injectFault),
    clearFault: told(clearFault),
    moveTo: told(moveTo),
    obstruct: told(obstruct),
    setBattery: told((on, percent: number) => {
      on.batteryPercent = percent
    }),
  }
}

/** It does not dial by itself while it is cut off. */
const createCutting = (client: MqttClient, clock: Clock) => {
  let stop = () => {}
  const cut = (ms: number): void => {
    stop()
    client.options.reconnectPeriod = 0
    client.stream.destroy()
    stop = clock.every(ms, () => {
      stop()
      client.options.reconnectPeriod = RECONNECT_MS
      client.reconnect()
    })
  }
  return { cut, stop: () => stop() }
}

type Saying = ReturnType<typeof createSaying>

const createSaying = (
  client: MqttClient,
  topic: (name: VdaTopic) => string,
  telling: ReturnType<typeof createTelling>,
) => {
  const kept = { qos: 1, retain: true } as const
  const say = (name: VdaTopic, message: object, options = {}) =>
    client.publishAsync(topic(name), JSON.stringify(message), options)
  const passing = (name: 'state' | 'visualization') => () => {
    if (client.connected) client.publish(topic(name), JSON.stringify(telling[name]()))
  }
  const state = passing('state')
  return {
    state,
    visualization: passing('visualization'),
    factsheet: () => void say('factsheet', telling.factsheet(), { retain: true }).catch(() => {}),
    online: async () => {
      await say('connection', telling.connection('ONLINE'), kept)
      state()
      await say('factsheet', telling.factsheet(), { retain: true })
    },
    offline: () => say('connection', telling.connection('OFFLINE'), kept),
  }
}

/** Moves, and speaks when there is something to say or it is time to. Returns the way to stop. */
const live = (vehicle: Vehicle, clock: Clock, say: Saying): (() => void) => {
  let steppedAt = clock.now()
  let statedAt = steppedAt
  const stopStepping = clock.every(STEP_MS, () => {
    const now = clock.now()
    const news = advance(vehicle, (now - steppedAt) / 1000)
    steppedAt = now
    if (!news && now - statedAt < STATE_MS) return
    statedAt = now
    say.state()
  })
  const stopShowing = clock.every(VISUALIZATION_MS, say.visualization)
  return () => {
    stopShowing()
    stopStepping()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const robot = await startRobot({ ...parseFlags(process.argv.slice(2)), clock: runningClock(1) })
  process.once('SIGTERM', () => robot.close())
  process.once('SIGINT', () => robot.close())
}
