/** Which card is only a part of another one: that one is sent, and this one is held as long as it lasts. */
import type { Alert } from '#contracts/alerts.ts'
import type { Card } from '#contracts/cards.ts'
import type { CameraId, CardId, RobotId, ZoneId } from '#contracts/ids.ts'
import type { HallState } from '../state.ts'
import { liveCards, openAlertsOf } from './cards.ts'

/** A rush in so many zones at least, and in more than half of those with seats, is one of the whole hall. */
const SURGE_ZONES = 2

/** The card of the larger cause, if there is one now. */
export const largerCauseOf = (card: Card, hall: HallState): CardId | undefined => {
  const others = liveCards(hall).filter(({ cardId }) => cardId !== card.cardId)
  return (bySurge(card, hall) ?? byCamera(card, others, hall) ?? byRobot(card, others, hall))?.cardId
}

const isRush = ({ cause }: Card): boolean => cause === 'crowding' || cause === 'imbalance'

/** The first of the rushes tells of all of them, and of the long waits and missed calls they bring. */
const bySurge = (card: Card, hall: HallState): Card | undefined => {
  if (!isRush(card) && card.cause !== 'longWait' && card.cause !== 'noShows') return undefined
  const rushes = liveCards(hall).filter(isRush)
  const zones = new Set(rushes.flatMap(({ zoneId }) => zoneId ?? []))
  const seats = hall.site.zones.filter(({ kind }) => kind === 'seats').length
  const [first] = rushes
  return zones.size >= SURGE_ZONES && zones.size * 2 > seats && first?.cardId !== card.cardId ? first : undefined
}

/** What a camera told that does not see what it should: people who may long have gone. */
const byCamera = (card: Card, others: readonly Card[], hall: HallState): Card | undefined => {
  const alerts = openAlertsOf(hall, card)
  const isSeenBy = (cameraIds: readonly CameraId[]) => (alert: Alert) => {
    const { source } = alert
    if (source.by === 'camera') return cameraIds.includes(source.cameraId)
    return source.by === 'zone' && camerasOf(source.zoneId, hall).every((cameraId) => cameraIds.includes(cameraId))
  }
  return alerts.length === 0
    ? undefined
    : others.find((other) => other.cause === 'camera' && alerts.every(isSeenBy(blindIn(other, hall))))
}

const blindIn = (card: Card, hall: HallState): CameraId[] =>
  openAlertsOf(hall, card).flatMap(({ source }) => (source.by === 'sight' ? source.cameraId : []))

const camerasOf = (zoneId: ZoneId, { site }: HallState): CameraId[] =>
  site.cameras.filter(({ zones }) => zones.some((zone) => zone.zoneId === zoneId)).map(({ cameraId }) => cameraId)

/** What a robot asked that somebody has to go to anyway. */
const byRobot = (card: Card, others: readonly Card[], hall: HallState): Card | undefined => {
  const asking = openAlertsOf(hall, card).flatMap(({ source }) => (source.by === 'question' ? source.robotId : []))
  return asking.length === 0 || card.cause !== 'question'
    ? undefined
    : others.find((other) => other.cause === 'robot' && asking.every((id) => troubledIn(other, hall).includes(id)))
}

const troubledIn = (card: Card, hall: HallState): RobotId[] =>
  openAlertsOf(hall, card).flatMap(({ source }) => (source.by === 'robot' ? source.robotId : []))
