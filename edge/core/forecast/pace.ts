/** How long a visitor takes: what was learned of the service, and until then what the site says. */
import type { ServiceId } from '#contracts/ids.ts'
import type { HallState } from '../state.ts'

export const minutesOf = ({ pace, paper }: HallState, serviceId: ServiceId): number =>
  pace.get(serviceId)?.minutes ?? paper.services.get(serviceId)?.usualMinutes ?? 1
