/** What facts make of alerts, their cards and the staff on duty. */
import type { HallEvent } from '#contracts/facts.ts'
import type { HallState } from '../state.ts'
import { type AlertEvent, evolveAlerts } from './alerts.ts'
import { type CardEvent, cardOf, evolveCards, recounted, type Said } from './cards.ts'
import { type DutyEvent, evolveDuty } from './duty.ts'

export type CareEvent = AlertEvent | CardEvent | DutyEvent

const isOfAlert = (event: HallEvent): event is AlertEvent => 'alertId' in event
const isOfCard = (event: HallEvent): event is CardEvent => 'cardId' in event
const isOfDuty = (event: HallEvent): event is DutyEvent => event.type.startsWith('staff')

export const isCareEvent = (event: HallEvent): event is CareEvent =>
  isOfAlert(event) || isOfCard(event) || isOfDuty(event)

export const evolveCare = (hall: HallState, said: Said, event: CareEvent): HallState => {
  if (isOfDuty(event)) return evolveDuty(hall, said.at, event)
  return isOfCard(event) ? evolveCards(hall, said, event) : evolveAlertOnCard(hall, said, event)
}

/** What becomes of an alert changes the card it is on. */
const evolveAlertOnCard = (hall: HallState, said: Said, event: AlertEvent): HallState => {
  const next = evolveAlerts(hall, said, event)
  const card = cardOf(next, event.alertId)
  return card ? recounted(next, card.cardId) : next
}
