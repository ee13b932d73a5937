/** The cameras: their frames come in over the bus, people and long waits go to the hall, and no frame goes anywhere. */
import type { Alert } from '#contracts/alerts.ts'
import { CameraDetections, CameraStatus } from '#contracts/cameras.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { ReportStayOver } from '#contracts/machineCommands.ts'
import type { Site } from '#contracts/site.ts'
import { type CrowdRules, usualCrowd } from './core/crowd/crowd.ts'
import type { Detector } from './core/crowd/detecting.ts'
import { resumedCrowd } from './core/crowd/resuming.ts'
import type { Bus, BusMessage, Clock, EdgeHall, Log } from './ports.ts'
import { type Eye, openEye } from './vision/eye.ts'
import { createHealth } from './vision/health.ts'
import { createPacing } from './vision/pacing.ts'
import { createReporting } from './vision/reporting.ts'
import { openTally, type Tally } from './vision/tally.ts'

export interface VisionNeeds {
  site: Site
  hall: EdgeHall
  bus: Bus
  detector: Detector
  clock: Clock
  log: Log
}

const rulesOf = ({ queue, zones }: Site): CrowdRules => ({
  ...usualCrowd,
  longWait: queue.longWaitMinutes * MINUTE,
  seats: new Set(zones.filter(({ kind }) => kind === 'seats').map(({ zoneId }) => zoneId)),
})

/** The long waits that cameras have found and nobody has ended. */
const openAlertsOf = (hall: EdgeHall): Alert[] => {
  const alerts: Alert[] = []
  const unwatch = hall.watch((message) => {
    if (message.type !== 'snapshot') return
    for (const record of message.records)
      if (record.kind === 'alert' && record.alert.source.by === 'camera') alerts.push(record.alert)
  })
  unwatch()
  return alerts
}

/** Alerts that no camera of the site can end any more. */
const orphansAmong = (alerts: readonly Alert[], known: ReadonlySet<string>): ReportStayOver[] =>
  alerts.flatMap(({ source }): ReportStayOver[] =>
    source.by !== 'camera' || known.has(source.stayId)
      ? []
      : [{ type: 'reportStayOver', cameraId: source.cameraId, stayId: source.stayId }],
  )

export const openVision = (needs: VisionNeeds): { close(): Promise<void> } => {
  const { site, hall, bus, detector, clock, log } = needs
  const rules = rulesOf(site)
  const tally = openTally({ clock, log })
  const { pass, beat: passWaiting } = createPacing({ now: () => clock.now(), pass: (reading) => hall.pass(reading) })
  const { report, beat: reportAgain } = createReporting({ hall, clock, log })
  const detectorHealth = createHealth('detector', () => clock.now())

  const alerts = openAlertsOf(hall)
  const eyes = new Map<string, Eye>()
  const resumed = new Set<string>()
  for (const camera of site.cameras) {
    const crowd = resumedCrowd(camera, alerts, rules.stays)
    for (const { stayId } of crowd.stays) resumed.add(stayId)
    const { timeZone } = site
    const eye = openEye({ camera, crowd, rules, timeZone, detector, detectorHealth, clock, tally, pass, report })
    eyes.set(camera.cameraId, eye)
  }
  for (const orphan of orphansAmong(alerts, resumed)) report(orphan)

  const beat = (): void => {
    for (const eye of eyes.values()) {
      eye.beat()
      hall.pass(eye.state())
    }
    hall.pass(detectorHealth.state())
    passWaiting()
    reportAgain()
  }
  beat()
  const root = `hall/${site.hallId}/camera`
  const stops = [
    clock.every(SECOND, beat),
    ...Object.entries(createDoor(eyes, tally)).map(([kind, hear]) => bus.subscribe(`${root}/+/${kind}`, hear)),
  ]
  return {
    close: async () => {
      for (const stop of stops.reverse()) stop()
      await Promise.all([...eyes.values()].map((eye) => eye.close()))
      tally.close()
    },
  }
}

/** `hall/{hallId}/camera/{cameraId}/{frame,status,detections}` to the eye of that camera. */
const createDoor = (eyes: ReadonlyMap<string, Eye>, tally: Tally): Record<string, (message: BusMessage) => void> => {
  const withEye = (open: (eye: Eye, payload: Uint8Array, cameraId: string) => void) => (message: BusMessage) => {
    const cameraId = message.topic.split('/').at(-2) ?? ''
    const eye = eyes.get(cameraId)
    if (eye) open(eye, message.payload, cameraId)
    else tally.count('a camera that is not in the site', '', { cameraId })
  }
  return {
    frame: withEye((eye, jpeg) => eye.see(jpeg)),
    status: withEye((eye, payload, cameraId) => {
      const status = CameraStatus.safeParse(textOf(payload))
      if (status.success) eye.say(status.data)
      else tally.count('unreadable status of a camera', cameraId, { cameraId })
    }),
    detections: withEye((eye, payload, cameraId) => {
      const detections = CameraDetections.safeParse(parsed(textOf(payload)))
      if (detections.success) eye.hear(detections.data)
      else tally.count('unreadable detections', cameraId, { cameraId, issue: detections.error.issues[0] })
    }),
  }
}

const textOf = (payload: Uint8Array): string => new TextDecoder().decode(payload)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
