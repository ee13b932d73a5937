/** Places where somebody has looked for a person and found a thing. */
import type { ZoneId } from '#contracts/ids.ts'
import type { Box } from './geometry.ts'
import { shiftOf } from './placing.ts'
import type { StayRules } from './stayRules.ts'
import type { Stay } from './stays.ts'

export interface Thing {
  readonly zoneId: ZoneId
  readonly place: Box
}

export const thingAt = ({ zoneId, place }: Stay): Thing => ({ zoneId, place })

/** Whether it is what was dismissed there. Somebody who is seen coming to that place is not. */
export const isDismissed = (stay: Stay, things: readonly Thing[], rules: StayRules): boolean =>
  !stay.confirmed &&
  things.some(({ zoneId, place }) => zoneId === stay.zoneId && shiftOf(place, stay.place) <= rules.takenHeights)
