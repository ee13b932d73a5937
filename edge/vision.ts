/** The cameras: their frames come in over the bus, people and long waits go to the hall, and no frame goes anywhere. */
import type { Alert } from '#contracts/alerts.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { LiveMessage } from '#contracts/live.ts'
import type { Looking } from '#contracts/looking.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type CrowdRules, usualCrowd } from './core/crowd/crowd.ts'
import type { Detector } from './core/crowd/detecting.ts'
import type { Bus, Clock, EdgeHall, Log } from './ports.ts'
import { createCounting } from './vision/counting.ts'
import { createCrowdedZones } from './vision/crowdedZones.ts'
import { createDetectorAtNeed } from './vision/detectorAtNeed.ts'
import { watchDismissals } from './vision/dismissals.ts'
import { createDoor } from './vision/door.ts'
import { createEyes, type Eyes } from './vision/eyes.ts'
import { createFrigate } from './vision/frigate.ts'
import { createLooks } from './vision/looking.ts'
import { createPacing } from './vision/pacing.ts'
import { createReporting, type Report } from './vision/reporting.ts'
import { openTally } from './vision/tally.ts'

export interface VisionNeeds {
  site: Site
  hall: EdgeHall
  bus: Bus
  /** Called when a camera first needs it. Rejects with a sentence when it cannot start; the hall goes on without. */
  openDetector: () => Promise<Detector>
  clock: Clock
  log: Log
}

export interface Vision {
  looking: Looking
  close(): Promise<void>
}

const rulesOf = ({ queue, zones, vision }: Site): CrowdRules => ({
  ...usualCrowd,
  longWait: queue.longWaitMinutes * MINUTE,
  heatFor: vision.heatMinutes * MINUTE,
  seats: new Set(zones.filter(({ kind }) => kind === 'seats').map(({ zoneId }) => zoneId)),
})

/** What cameras have told of before and nobody has ended. */
const openAlertsOf = (hall: EdgeHall): Alert[] => {
  const alerts: Alert[] = []
  const unwatch = hall.watch((message) => {
    if (message.type === 'snapshot')
      for (const record of message.records) if (record.kind === 'alert') alerts.push(record.alert)
  })
  unwatch()
  return alerts
}

const camerasIn = (message: LiveMessage): readonly SiteCamera[] | undefined => {
  if (message.type === 'reading') return undefined
  const records = message.type === 'snapshot' ? message.records : message.put
  return records.flatMap((record) => (record.kind === 'site' ? [record.site.cameras] : []))[0]
}

/** People set up cameras while the hall runs: that counts, not what the site file says. Returns the way to stop. */
const followCameras = (hall: EdgeHall, set: (cameras: readonly SiteCamera[]) => void): (() => void) => {
  let isFirst = true
  return hall.watch((message) => {
    const cameras = camerasIn(message)
    // Others are still being told of this change: what comes of it is told when they all know.
    if (cameras && !isFirst) queueMicrotask(() => set(cameras))
    else if (cameras) set(cameras)
    isFirst = false
  })
}

/** What has been told of that nobody else could end: of cameras and zones that are not watched any more. */
const strangers = (alerts: readonly Alert[], { zones }: Site, eyes: Eyes, since: Instant): Report[] =>
  alerts.flatMap(({ source }): Report[] => {
    switch (source.by) {
      case 'camera': {
        const { cameraId, stayId } = source
        return eyes.cameraOf(cameraId) ? [] : [{ type: 'reportStayOver', cameraId, stayId }]
      }
      case 'sight':
        return eyes.cameraOf(source.cameraId) ? [] : [{ type: 'reportCamera', cameraId: source.cameraId, since }]
      case 'zone': {
        const zone = zones.find(({ zoneId }) => zoneId === source.zoneId)
        return zone?.crowdedAt === undefined ? [{ type: 'reportCrowding', zoneId: source.zoneId, since }] : []
      }
      default:
        return []
    }
  })

export const openVision = (needs: VisionNeeds): Vision => {
  const { site, hall, bus, openDetector, clock, log } = needs
  const now = () => clock.now()
  const tally = openTally({ clock, log })
  const pacing = createPacing({ now, pass: (reading) => hall.pass(reading) })
  const { pass } = pacing
  const reporting = createReporting({ hall, clock, log })
  const { report } = reporting
  const counting = createCounting(pass)
  const detector = createDetectorAtNeed({ open: openDetector, clock, tally })
  const alerts = openAlertsOf(hall)
  const shared = { rules: rulesOf(site), timeZone: site.timeZone, detector, clock, tally, pass, report }
  const eyes = createEyes({ ...shared, counting, alerts })
  const looks = createLooks({ ...shared, cameraOf: eyes.cameraOf })
  const frigate = createFrigate({
    eyes: eyes.all,
    countOf: (eye) => counting.of(eye?.camera.cameraId),
    tally,
  })
  const told = new Set(alerts.flatMap(({ source }) => (source.by === 'zone' ? source.zoneId : [])))
  const crowded = createCrowdedZones({ site, told, eyes: eyes.all, now, report })

  const beat = (): void => {
    for (const part of [frigate, eyes, crowded, looks, detector]) part.beat()
    hall.pass(detector.state())
    counting.retried(detector.retried())
    for (const last of [counting, pacing, reporting]) last.beat()
  }

  const stopWatching = followCameras(hall, eyes.set)
  for (const stranger of strangers(alerts, site, eyes, now())) report(stranger)
  beat()
  const root = `hall/${site.hallId}/camera`
  const stops = [
    stopWatching,
    watchDismissals({ hall, dismiss: (cameraId, stayId) => eyes.of(cameraId)?.dismiss(stayId) }),
    clock.every(SECOND, beat),
    ...Object.entries(createDoor({ eyes, looks, counting, tally })).map(([kind, hear]) =>
      bus.subscribe(`${root}/+/${kind}`, hear),
    ),
    bus.subscribe(`${site.vision.frigateTopic}/events`, frigate.hear),
    bus.subscribe(`${site.vision.frigateTopic}/available`, frigate.say),
  ]
  return {
    looking: { look: looks.look },
    close: async () => {
      for (const stop of stops.reverse()) stop()
      looks.close()
      await eyes.close()
      await detector.close()
      tally.close()
    },
  }
}
