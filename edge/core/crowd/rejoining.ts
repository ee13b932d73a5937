/** Stays that go on where nobody saw them go: at another seat, or at one that is out of sight. */
import type { CameraZone } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { NEVER, pairsOf } from './assignment.ts'
import { footOf, isInside, wayBetween } from './geometry.ts'
import { reachAfter } from './pace.ts'
import type { StayRules } from './stayRules.ts'
import { isEstablished, isOver, isSettled, isThing, type Stay, sat } from './stays.ts'

const isLostOnFoot = (stay: Stay, at: Instant, { outline }: CameraZone, rules: StayRules): boolean =>
  stay.seenAt < at &&
  stay.outSince === undefined &&
  isInside(footOf(stay.box), outline) &&
  !sat(stay, rules) &&
  !isThing(stay, rules)

/** At the place of the one stay, with all that is known of the other. */
const goingOn = (here: Stay, { stayId, since, found, confirmed, stirring }: Stay): Stay => ({
  ...here,
  stayId,
  since,
  found,
  confirmed: confirmed || here.confirmed,
  stirring: { ...here.stirring, hasStirred: stirring.hasStirred || here.stirring.hasStirred },
})

/** Whoever was lost goes on at the place that fits best, and nowhere else. */
const joined = (
  stays: readonly Stay[],
  places: readonly Stay[],
  lost: readonly Stay[],
  cost: (place: Stay, one: Stay) => number,
): Stay[] => {
  const found = new Map(pairsOf(places, lost, cost))
  const moved = new Set(found.values())
  return stays.flatMap((stay) => {
    const one = found.get(stay)
    if (moved.has(stay)) return []
    return [one ? goingOn(stay, one) : stay]
  })
}

/**
 * Somebody has settled at a place, and was not seen coming there; somebody else was lost on foot shortly before, no further
 * away than one walks meanwhile: it is the same person, who was seen too faintly on the way.
 */
export const rejoined = (stays: readonly Stay[], at: Instant, zone: CameraZone, rules: StayRules): Stay[] => {
  const arrived = stays.filter((stay) => stay.appeared && stay.seenAt === at && isSettled(stay, rules))
  const lost = stays.filter((stay) => isLostOnFoot(stay, at, zone, rules) && !stay.appeared)
  return joined(stays, arrived, lost, ({ appeared }, { box, seenAt }) => {
    const gap = appeared ? appeared.at - seenAt : NEVER
    if (!appeared || gap <= 0 || gap > rules.rejoinWithin) return NEVER
    return wayBetween(box, appeared.box) / reachAfter(gap, rules.walk)
  })
}

/** Who was lost on foot beside a seat that is out of sight, and is found nowhere, has sat down there: whoever sat there has gone. */
export const seatedUnseen = (
  stays: readonly Stay[],
  now: { at: Instant; step: number },
  zone: CameraZone,
  rules: StayRules,
): Stay[] => {
  const hidden = stays.filter((stay) => stay.seenAt < now.at && sat(stay, rules) && !isThing(stay, rules))
  const lost = stays.filter(
    (stay) => isLostOnFoot(stay, now.at, zone, rules) && isEstablished(stay) && isOver(stay, now, rules),
  )
  return joined(stays, hidden, lost, (seat, { box, seenAt }) =>
    seat.seenAt < seenAt ? wayBetween(box, seat.place) / rules.besideHeights : NEVER,
  )
}
