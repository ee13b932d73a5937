/** Which track is whose: the people seen in a frame are given to the stays of a zone. */
import { pairsOf } from './assignment.ts'
import type { Box } from './geometry.ts'
import { heightOf, isSettled, type Stay, type StayRules, shiftOf } from './stays.ts'
import type { Track } from './tracking.ts'

/** Whether a track at the place of a stay is the one who stays there, though the stay's own track is lost or elsewhere. */
const mayBeSame = (stay: Stay, track: Track, ownIsSeen: boolean, rules: StayRules): boolean => {
  const away = track.seenAt - stay.placeSeenAt
  if (!isSettled(stay, rules)) return false
  if (track.bornAt === track.seenAt) return away <= (ownIsSeen ? rules.exitGrace : rules.keepPlace)
  return ownIsSeen && away <= rules.swapWithin
}

const isAlike = (a: Box, b: Box, { likeness }: StayRules): boolean => {
  const share = heightOf(a) / heightOf(b)
  return share === 0 || (share >= likeness && share <= 1 / likeness)
}

/** Who is seen holds the stay: its own track while at its place; else whoever is there; else its own track, elsewhere. */
export const holdersOf = (stays: readonly Stay[], seen: readonly Track[], rules: StayRules): Map<Stay, Track> => {
  const holders = new Map<Stay, Track>()
  const apart: Stay[] = []
  const own = (stay: Stay) => seen.find(({ trackId }) => trackId === stay.trackId)
  const nearness = (stay: Stay, box: Box) => shiftOf(stay.place, box) / rules.nearHeights
  for (const stay of stays) {
    const track = own(stay)
    if (track && nearness(stay, track.box) <= 1) holders.set(stay, track)
    else apart.push(stay)
  }
  const held = new Set(holders.values())
  const free = seen.filter((track) => !held.has(track))
  const pairs = pairsOf(apart, free, (stay, track) =>
    mayBeSame(stay, track, own(stay) !== undefined, rules) && isAlike(stay.place, track.box, rules)
      ? nearness(stay, track.box)
      : Number.POSITIVE_INFINITY,
  )
  for (const [stay, track] of pairs) {
    holders.set(stay, track)
    held.add(track)
  }
  for (const stay of apart) {
    const track = own(stay)
    if (track && !holders.has(stay) && !held.has(track)) holders.set(stay, track)
  }
  return holders
}
