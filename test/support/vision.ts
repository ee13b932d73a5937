/** Vision with everything around it that is real: a broker, the hall in memory, cameras as MQTT clients. */
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import type { Alert } from '#contracts/alerts.ts'
import type { Command } from '#contracts/commands.ts'
import { SECOND } from '#contracts/durations.ts'
import { CommandId } from '#contracts/ids.ts'
import type { HallRecord } from '#contracts/live.ts'
import type { Reading } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Broker } from '#edge/adapters/broker/broker.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { openBus } from '#edge/adapters/mqtt.ts'
import type { Detection, Detector } from '#edge/core/crowd/detecting.ts'
import { LAYOUT, type Sight } from '#edge/core/crowd/sight.ts'
import { openHall } from '#edge/hall.ts'
import type { EdgeHall, Journal } from '#edge/ports.ts'
import { openVision } from '#edge/vision.ts'
import { connectDevice, HALL_ACCOUNT, nextMessage, startTestBroker } from './broker.ts'
import { handClock } from './clock.ts'
import { soon } from './eventually.ts'
import { NINE } from './given.ts'
import { type KeptLog, keptLog } from './log.ts'
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

/** The same hall with its camera otherwise, or with several. */
export const siteWithCameras = (...changes: Partial<SiteCamera>[]): Site => {
  const site = siteWithSeat()
  return { ...site, cameras: changes.flatMap((change) => site.cameras.map((camera) => ({ ...camera, ...change }))) }
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
  /** Of the cameras that are not in the site when `cameraId` is null. */
  const counts = (cameraId: string | null = 'C1') => {
    const works = readings.filter((reading) => reading.type === 'cameraWork')
    return works.findLast((work) => (work.cameraId ?? null) === cameraId)?.counts
  }
  return { raised, alerts, readings, part, occupancies, counts }
}

let frames = 0
let orders = 0

/** Of a frame in good light, unlike all before. */
export const goodSight = (): Sight => ({
  brightness: 120,
  contrast: 50,
  fingerprint: String(++frames),
  layout: Array.from({ length: LAYOUT.columns * LAYOUT.rows }, (_, cell) => (cell % 7) / 7),
})

/** A detector that finds what it is told to; `maskRight` is the right edge of the first mask. */
export const scripted = (answer: (jpeg: string, maskRight: number) => Promise<Partial<Detection>>): Detector => {
  const detect: Detector['detect'] = async (jpeg, { masks }) => ({
    width: 1280,
    height: 720,
    boxes: [],
    inferenceMs: 1,
    gated: false,
    sight: goodSight(),
    ...(await answer(Buffer.from(jpeg).toString(), masks[0]?.[1]?.x ?? 0)),
  })
  return {
    model: { name: 'scripted', scores: { start: 0.3, keep: 0.1 } },
    detect,
    look: async (jpeg, options) => ({ ...(await detect(jpeg, options)), jpeg, scale: 0.4 }),
    retried: () => 0,
    close: async () => {},
  }
}

/** Says how many frames it is done with; stays open when vision closes it, for others still need it. */
const watched = (detector: Detector) => {
  let done = 0
  const detect: Detector['detect'] = (...frame) => detector.detect(...frame).finally(() => done++)
  return { detector: { ...detector, detect, close: async () => {} }, done: () => done }
}

export interface Opening {
  site?: Site
  journal?: Journal
  log?: KeptLog
  /** Instead of the detector at hand. */
  openDetector?: () => Promise<Detector>
}

/** One broker for all tests of a file. */
export const useVision = () => {
  let broker: Broker
  let camera: MqttClient
  let witness: MqttClient
  let buses = 0
  beforeAll(async () => {
    broker = await startTestBroker({ hallId: 'test-hall' })
    camera = await connectDevice(broker.url)
    witness = await connectDevice(broker.url, HALL_ACCOUNT)
    await witness.subscribeAsync('hall/test-hall/camera/+/frame')
  })
  afterAll(async () => {
    await camera.endAsync()
    await witness.endAsync()
    await broker.close()
  })

  const send = (kind: string, payload: string | Buffer, cameraId = 'C1') =>
    camera.publishAsync(`hall/test-hall/camera/${cameraId}/${kind}`, payload, { qos: 1 })

  /** As Frigate, which has the hall's own account. */
  const tell = (topic: string, message: object | string, retain = false) =>
    witness.publishAsync(topic, typeof message === 'string' ? message : JSON.stringify(message), { qos: 1, retain })

  /** A frame that the broker has passed on whole, however many came before. */
  const sendWhole = (payload: string | Buffer, cameraId = 'C1') =>
    soon(async () => {
      const passed = nextMessage(witness)
      await send('frame', payload, cameraId)
      expect((await passed).text).not.toBe('')
    }, 100)

  const open = async (finder: Detector, needs: Opening = {}) => {
    const { site = siteWithSeat(), journal = memoryJournal(), log = keptLog() } = needs
    const { detector, done } = watched(finder)
    const { openDetector = async () => detector } = needs
    const clock = handClock(NINE)
    const hall = await openHall({ site, clock, journal, log })
    const begin = async () => {
      const bus = await openBus({ url: broker.url, ...HALL_ACCOUNT, clientId: `vision ${++buses}`, log })
      onTestFinished(bus.close)
      const vision = openVision({ site, hall, bus, openDetector, clock, log })
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
    /** One frame, until it has been looked at. */
    const show = async (jpeg: string | Buffer, cameraId?: string) => {
      const before = done()
      await sendWhole(jpeg, cameraId)
      await soon(() => expect(done()).toBeGreaterThan(before), 2)
    }
    /** A frame a second, for so many seconds. */
    const film = async (seconds: number, jpeg = 'x') => {
      for (let second = 0; second < seconds; second++) {
        await show(jpeg)
        clock.advance(SECOND)
      }
    }
    const order = (command: Command) => hall.send({ id: CommandId.parse(`test:${++orders}`), by: 'manager', command })
    return { clock, log, hall, vision, again: begin, inTime, show, film, order, url: broker.url, ...listen(hall) }
  }

  return { send, tell, open }
}
