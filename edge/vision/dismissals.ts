/** Alerts that somebody has gone to see and dismissed, where the camera was not sure: it was no waiting person. */
import type { AlertId, CameraId, StayId } from '#contracts/ids.ts'
import type { HallRecord } from '#contracts/live.ts'
import type { EdgeHall } from '../ports.ts'

interface Doubtful {
  cameraId: CameraId
  stayId: StayId
}

export interface DismissalsNeeds {
  hall: EdgeHall
  dismiss(cameraId: CameraId, stayId: StayId): void
}

/** Returns the way to stop. */
export const watchDismissals = ({ hall, dismiss }: DismissalsNeeds): (() => void) => {
  const doubtful = new Map<AlertId, Doubtful>()
  let seq = 0

  const learn = (record: HallRecord): void => {
    if (record.kind !== 'alert' || record.alert.source.by !== 'camera' || !record.alert.source.unconfirmed) return
    const { cameraId, stayId } = record.alert.source
    doubtful.set(record.alert.alertId, { cameraId, stayId })
  }

  const unwatch = hall.watch((message) => {
    if (message.type === 'reading') return
    seq = message.seq
    for (const record of message.type === 'snapshot' ? message.records : message.put) learn(record)
  })
  const unfollow = hall.follow(seq, ({ event }) => {
    if (event.type !== 'alertEnded') return
    const stay = doubtful.get(event.alertId)
    doubtful.delete(event.alertId)
    if (stay && event.how === 'dismissed') dismiss(stay.cameraId, stay.stayId)
  })
  return () => {
    unfollow()
    unwatch()
  }
}
