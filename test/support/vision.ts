/** Vision with everything around it that is real: a broker, the hall in memory, cameras as MQTT clients. */
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Alert } from '#contracts/alerts.ts'
import { SECOND } from '#contracts/durations.ts'
import type { HallRecord } from '#contracts/live.ts'
import type { Reading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import type { Detection, Detector } from '#edge/core/crowd/detecting.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall, Journal } from '#edge/ports.ts'
import { openVision } from '#edge/vision.ts'
import { connectDevice, HALL_ACCOUNT, startTestBroker } from './broker.ts'
import { handClock } from './clock.ts'
import { soon } from './eventually.ts'
import { NINE } from './given.ts'
import { keptLog } from './log.ts'
import { smallSite } from './smallSite.ts'

/** The small hall, whose camera looks at the seat of one of the six. */
export const siteWithSeat = (): Site => {
  const site = smallSite()
  const outline = [
    { x: 200, y: 420 },
    { x: 420, y: 420 },
    { x: 420, y: 600 },
    { x: 200, y: 600 },
  ]
  return {
    ...site,
    cameras: site.cameras.map((camera) => ({ ...camera, zones: camera.zones.map((zone) => ({ ...zone, outline })) })),
  }
}

/** Everything the hall tells, as it stands now. */
const listen = (hall: EdgeHall) => {
  const readings: Reading[] = []
  const alerts = new Map<string, Alert>()
  const raised: string[] = []
  const learn = (record: HallRecord) => {
    if (record.kind !== 'alert') return
    if (!alerts.has(record.id)) raised.push(record.id)
    alerts.set(record.id, record.alert)
  }
  hall.watch((message) => {
    if (message.type === 'reading') readings.push(message.reading)
    else if (message.type === 'snapshot') {
      message.records.forEach(learn)
      readings.push(...message.readings.map(({ reading }) => reading))
    } else {
      message.put.forEach(learn)
      for (const { kind, id } of message.remove) if (kind === 'alert') alerts.delete(id)
    }
  })
  const part = (partId: string) => readings.findLast((reading) => reading.type === 'part' && reading.partId === partId)
  const occupancies = () => readings.filter((reading) => reading.type === 'occupancy')
  return { raised, alerts, part, occupancies }
}

/** A detector that finds what it is told to; `maskRight` is the right edge of the first mask. */
export const scripted = (answer: (jpeg: string, maskRight: number) => Promise<Partial<Detection>>): Detector => ({
  detect: async (jpeg, { masks }) => ({
    width: 1280,
    height: 720,
    boxes: [],
    inferenceMs: 1,
    ...(await answer(Buffer.from(jpeg).toString(), masks[0]?.[1]?.x ?? 0)),
  }),
  close: async () => {},
})

/** One broker for all tests of a file. */
export const useVision = () => {
  let broker: Broker
  let camera: MqttClient
  let buses = 0
  beforeAll(async () => {
    broker = await startTestBroker({ hallId: 'test-hall' })
    camera = await connectDevice(broker.url)
  })
  afterAll(async () => {
    await camera.endAsync()
    await broker.close()
  })

  const send = (kind: string, payload: string | Buffer, cameraId = 'C1') =>
    camera.publishAsync(`hall/test-hall/camera/${cameraId}/${kind}`, payload, { qos: 1 })

  const open = async (detector: Detector, needs: { site?: Site; journal?: Journal } = {}) => {
    const { site = siteWithSeat(), journal = memoryJournal() } = needs
    const clock = handClock(NINE)
    const log = keptLog()
    const hall = await openHall({ site, clock, journal, log })
    const begin = async () => {
      const bus = await openBus({ url: broker.url, ...HALL_ACCOUNT, clientId: `vision ${++buses}`, log })
      onTestFinished(bus.close)
      const vision = openVision({ site, hall, bus, detector, clock, log })
      onTestFinished(vision.close)
      await bus.publish('the broker has answered what was asked before', '', { qos: 1 })
      return vision
    }
    const vision = await begin()
    /** As `soon`, while the hall's time goes on. */
    const inTime = (expectation: () => void) =>
      soon(() => {
        clock.advance(SECOND)
        expectation()
      })
    return { clock, log, hall, vision, again: begin, inTime, ...listen(hall) }
  }

  return { send, open }
}
