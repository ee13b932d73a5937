/** The edge: ports joined to adapters, started and stopped in their order. */
import { join } from 'node:path'
import type { DeviceDesk } from '#contracts/deviceDesk.ts'
import type { Looking } from '#contracts/looking.ts'
import type { Site } from '#contracts/site.ts'
import { openBroker } from './adapters/broker/broker.ts'
import { openCatalogue } from './adapters/catalogue.ts'
import { openDetector } from './adapters/detector/detector.ts'
import { accountsOf, createDeviceDesk, openPasswords } from './adapters/deviceAccounts.ts'
import { openBus } from './adapters/mqtt.ts'
import { openAdviser } from './adviser.ts'
import { openAnnouncer } from './announcer.ts'
import type { Config } from './config.ts'
import { openConsulting } from './consulting.ts'
import { openFleet } from './fleet.ts'
import { openHall } from './hall.ts'
import type { Life } from './life.ts'
import type { Bus, Clock, EdgeHall, Journal, Log } from './ports.ts'
import { startTicking } from './ticking.ts'
import { openVision } from './vision.ts'

const OWN_MODELS = join(import.meta.dirname, '../models')

export interface Needs {
  site: Site
  config: Config
  journal: Journal
  clock: Clock
  log: Log
  /** Whatever is opened is put in its charge. */
  life: Life
}

export interface Edge {
  hall: EdgeHall
  /** Where devices connect. */
  mqttUrl: string
  /** Absent where there is no camera. */
  looking?: Looking
  /** Absent where the broker is somebody else's. */
  deviceDesk?: DeviceDesk
}

interface Joined {
  bus: Bus
  url: string
  deviceDesk?: DeviceDesk
}

/** With MQTT_URL somebody else's broker; otherwise one of our own, in a process of its own. */
const joinBus = async ({ site, config, log, life }: Needs): Promise<Joined> => {
  const will = { topic: `hall/${site.hallId}/status`, payload: 'offline', qos: 1 as const, retain: true }
  const connect = (url: string, credentials?: { username: string; password: string }) =>
    life.begin(openBus({ url, ...credentials, clientId: `hallkeeper-${site.hallId}`, will, log }), async (bus) => {
      await bus.publish(will.topic, will.payload, will)
      await bus.close()
    })
  if (config.MQTT_URL) return { bus: await connect(config.MQTT_URL), url: config.MQTT_URL }
  const file = join(config.dataDir, 'devices.json')
  const passwords = openPasswords(file, site)
  const anonymous = config.MQTT_ANONYMOUS === 'loopback'
  const { hallId, interfaceName } = site
  const broker = await life.begin(
    openBroker({
      host: config.HOST,
      port: config.MQTT_PORT,
      wsPort: config.MQTT_WS_PORT,
      anonymous,
      accounts: accountsOf(site, passwords),
      hallId,
      interfaceName,
      log,
    }),
    ({ close }) => close(),
  )
  const bus = await connect(broker.url, { username: 'hall', password: passwords.hall })
  const admit = (accounts: Parameters<typeof broker.admit>[0]) => broker.admit(accounts, anonymous)
  return { bus, url: broker.url, deviceDesk: createDeviceDesk({ file, site, passwords, admit }) }
}

/** One of those that come with the hall, or one that somebody has put into the data folder. */
const manifestOf = (model: string, dataDir: string): string =>
  model === 'person' || model === 'fast' ? join(OWN_MODELS, `${model}.json`) : join(dataDir, 'models', model)

/** Nobody looks where there is no camera. */
const openEyes = async (needs: Needs, hall: EdgeHall, bus: Bus): Promise<Looking | undefined> => {
  const { site, config, clock, log, life } = needs
  if (site.cameras.length === 0) return undefined
  const { model, allowedModels } = site.vision
  const manifestFile = manifestOf(model, config.dataDir)
  const settings = { manifestFile, ...(allowedModels && { allowed: allowedModels }), processes: config.DETECTORS, log }
  const vision = await life.begin(
    openVision({ site, hall, bus, openDetector: () => openDetector(settings), clock, log }),
    ({ close }) => close(),
  )
  return vision.looking
}

export const openEdge = async (needs: Needs): Promise<Edge> => {
  const { site, journal, clock, log, life } = needs
  const hall = await life.begin(openHall({ site, clock, journal, log }), ({ close }) => close())
  const { bus, url, deviceDesk } = await joinBus(needs)
  await bus.publish(`hall/${site.hallId}/status`, 'online', { qos: 1, retain: true })
  await life.begin(openAnnouncer({ site, hall, bus, clock, log }), ({ close }) => close())
  const catalogue = openCatalogue(site)
  await life.begin(openConsulting({ site, hall, bus, clock, log, catalogue }), ({ close }) => close())
  await life.begin(openFleet({ site, hall, bus, clock, log }), ({ close }) => close())
  const looking = await openEyes(needs, hall, bus)
  await life.begin(openAdviser({ hall, clock, log }), ({ close }) => close())
  await life.begin(startTicking({ hall, bus, clock, log }), (stop) => stop())
  return { hall, mqttUrl: url, ...(looking && { looking }), ...(deviceDesk && { deviceDesk }) }
}
